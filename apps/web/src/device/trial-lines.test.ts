import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setShared } from './this-device.ts'
import {
  addWaitingTrialLine,
  clearTrialLines,
  keepTrialDraft,
  removeWaitingTrialLine,
  trialDraft,
  waitingTrialLines,
} from './trial-lines.ts'

const DRAFT = { happened: 'Fire tog telefonen', learned: '', who: 'Weekendholdet' }
const line = (id: string) => ({
  boardId: 'b',
  shape: 'shape:k',
  request: { ...DRAFT, line: id, writtenAt: '2026-11-21T14:05:00+01:00' },
})
const ids = (person = 'p') => waitingTrialLines(person).map(({ request }) => request.line)
const stored = new Map<string, string>()
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
}

describe('lines of a trial on this device', () => {
  beforeEach(() => {
    stored.clear()
    // `Object.keys` of the real one names what it holds.
    const named = new Proxy(storage, {
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    })
    vi.stubGlobal('localStorage', named)
    for (const person of ['p', 'q']) clearTrialLines(person)
    setShared(false)
  })

  it('wait in order until they are sent, each person theirs', () => {
    for (const id of ['1', '2', '3']) addWaitingTrialLine('p', line(id))
    addWaitingTrialLine('q', line('4'))
    removeWaitingTrialLine('p', '2')
    expect(ids()).toEqual(['1', '3'])
    expect(ids('q')).toEqual(['4'])
    expect(stored.get('samtavle.trial-lines.p')).toContain('Fire tog telefonen')
  })

  it('are kept by the page alone on a device that others use too, or where nothing may be stored', () => {
    setShared(true)
    addWaitingTrialLine('p', line('1'))
    keepTrialDraft('p', 'b', 'shape:k', DRAFT)
    expect(ids()).toEqual(['1'])
    expect([...stored.values()].join()).not.toContain('telefonen')
    vi.stubGlobal('localStorage', undefined)
    addWaitingTrialLine('p', line('2'))
    expect(ids()).toEqual(['1', '2'])
  })

  it('are told as none when what is stored cannot be read', () => {
    stored.set('samtavle.trial-lines.p', '{')
    stored.set('samtavle.trial-draft.p.b.shape:k', '{"happened":1}')
    expect(ids()).toEqual([])
    expect(trialDraft('p', 'b', 'shape:k')).toBeNull()
  })

  it('go with what was being written when somebody signs out, and only theirs', () => {
    for (const person of ['p', 'q']) {
      addWaitingTrialLine(person, line('1'))
      keepTrialDraft(person, 'b', 'shape:k', DRAFT)
    }
    clearTrialLines('p')
    expect(ids()).toEqual([])
    expect(trialDraft('p', 'b', 'shape:k')).toBeNull()
    expect(ids('q')).toEqual(['1'])
    expect(trialDraft('q', 'b', 'shape:k')).toEqual(DRAFT)
    keepTrialDraft('q', 'b', 'shape:k', null)
    expect(trialDraft('q', 'b', 'shape:k')).toBeNull()
  })
})

import { type BoardRecord, createRecord, deleteRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { newCard } from '@samtavle/shared/card-kinds'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import { boxOf, MEASURED_MAX } from '@samtavle/shared/picture-geometry'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { trialResponse, trialsResponse } from '@samtavle/shared/trial-api'
import { trialLineMarkOf } from '@samtavle/shared/trial-log'
import { beforeAll, expect, test, vi } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { TEXT_INDEX } from '../boards/board-text-index.ts'
import { boxAt, collide } from '../boards/room-for-notes.ts'

const CARD = newCard('trial', 'da', { w: 520, h: 900, framed: true })
const FILLED = { text1: 'Opkald på dag 2', text2: 'Hvis', text3: 'Fem', text4: 'Ro', text5: 'Utryg', text6: 'Vagten' }
const card = (id: string, props: object = {}, more: Partial<BoardRecord> = {}): BoardRecord => ({
  ...shapeRecord(CARD_TYPE, `shape:${id}`, { props: { ...CARD, ...FILLED, ...props } }),
  ...more,
})
const line = (i: number): string => `0192f0c1-2345-4abc-8def-${String(i).padStart(12, '0')}`

describeDatabases('trial actions', (open) => {
  const textClock = createManualClock()
  const api = useBoardApi(open, textClock)
  const ask = (method: string, path: string, body?: unknown, who: PersonName = 'owner') =>
    api.ask(api.people[who], method, path, body)
  const said = (i: number, more: object = {}) => ({
    line: line(i),
    happened: 'Fire af fem tog telefonen',
    learned: '',
    who: 'Weekendholdet',
    writtenAt: new Date(api.clock.now.getTime() - 60_000).toISOString(),
    ...more,
  })
  const log = (id: string, body: object, who: PersonName = 'owner', shape = 'shape:k') =>
    ask('POST', `/api/boards/${id}/trials/${shape}/log`, body, who)
  async function edit(id: string, change: (records: ReturnType<typeof recordMapOf>) => void): Promise<void> {
    await api.edit(id, api.people.owner.userId, (doc) => change(recordMapOf(doc)))
  }
  async function board(title: string, records: BoardRecord[], template?: string): Promise<string> {
    const from = template === undefined ? {} : { templateId: template }
    const id = await api.board(api.people.owner, { title, ...from })
    await edit(id, (map) => {
      for (const record of records) createRecord(map, record)
    })
    return id
  }
  async function records(id: string): Promise<BoardRecord[]> {
    const doc = await api.document(id)
    try {
      return readAllRecords(doc)
    } finally {
      doc.destroy()
    }
  }
  async function list(query = '', who: PersonName = 'owner') {
    return trialsResponse.parse(await (await ask('GET', `/api/trials${query}`, undefined, who)).json())
  }
  const trial = async (id: string, who: PersonName = 'owner') =>
    trialResponse.parse(await (await ask('GET', `/api/boards/${id}/trials/shape:k`, undefined, who)).json())
  async function allRead(...boards: string[]): Promise<void> {
    for (const id of boards) api.textIndex.changed(id)
    await vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.waitMs)
      expect((await list()).behind).toBe(false)
    }, 10_000)
  }
  const onBoard = async (id: string) => (await list()).trials.filter(({ boardId }) => boardId === id)

  beforeAll(() => api.textIndex.start())

  test('cards of all boards are listed with status and what is missing, and follow their boards', async () => {
    const frame = shapeRecord('frame', 'shape:f', { props: { name: 'Torsdag', w: 900, h: 900 } })
    const first = await board('Første', [
      frame,
      card('k', { pick1: 'i-gang' }, { parentId: 'shape:f' }),
      card('e', {}, { meta: { example: true } }),
    ])
    const second = await board('Anden', [
      card('k', { pick1: 'klar', text5: '' }),
      card('s', { pick1: 'afsluttet', pick2: 'stop' }),
    ])
    await allRead(first, second)
    expect(await onBoard(first)).toMatchObject([
      {
        title: 'Opkald på dag 2',
        status: 'running',
        section: 'Torsdag',
        responsible: 'Vagten',
        missing: [],
        mayLog: true,
      },
    ])
    expect(await onBoard(second)).toMatchObject([
      { shape: 'shape:k', status: 'draft', missing: ['stopRule'] },
      { shape: 'shape:s', status: 'finished', outcome: 'stop' },
    ])
    expect((await list('?status=finished')).trials.map(({ shape }) => shape)).toEqual(['shape:s'])
    expect((await ask('GET', '/api/trials?status=failed')).status).toBe(400)
    await edit(second, (map) => deleteRecord(map, 'shape:s'))
    await allRead(second)
    expect(await onBoard(second)).toHaveLength(1)
    await ask('DELETE', `/api/boards/${second}`)
    expect(await onBoard(second)).toEqual([])
  })

  test('only those who may see a board see its trials, and only those who may write on it may log', async () => {
    const id = await board('Deres', [card('k')])
    await ask('PUT', `/api/boards/${id}/members`, { userId: api.people.viewer.userId, role: 'view' })
    await ask('PUT', `/api/boards/${id}/members`, { userId: api.people.editor.userId, role: 'contribute' })
    await allRead(id)
    const mine = async (who: PersonName) => (await list('', who)).trials.filter(({ boardId }) => boardId === id)
    expect(await mine('viewer')).toMatchObject([{ mayLog: false }])
    expect(await mine('editor')).toMatchObject([{ mayLog: true }])
    expect(await mine('stranger')).toEqual([])
    expect((await ask('GET', `/api/boards/${id}/trials/shape:k`, undefined, 'stranger')).status).toBe(404)
    expect((await log(id, said(1), 'stranger')).status).toBe(404)
    expect((await log(id, said(1), 'viewer')).status).toBe(403)
    expect((await log(id, said(1, { step: 'finished' }), 'editor')).status).toBe(403)
    expect((await log(id, said(1), 'editor')).status).toBe(204)
    expect(await trial(id, 'editor')).toMatchObject({
      mayLog: true,
      maySetStatus: false,
      lines: [{ who: 'Weekendholdet' }],
    })
    expect((await api.ask(null, 'GET', '/api/trials')).status).toBe(401)
  })

  test('a line goes into the next free row of the log, what was learned into its section, and nothing on anything', async () => {
    const id = await board('Prøvehandling', [card('k', {}, { x: 6_000 })], 'proevehandling')
    for (let i = 1; i <= 6; i++) {
      expect((await log(id, said(i, { learned: 'Sig navnet først' }))).status).toBe(204)
    }
    const all = await records(id)
    const notes = all.filter((record) => trialLineMarkOf(record) !== null)
    expect(notes).toHaveLength(18)
    const frames = new Map(all.map((record) => [record.id, metaOf(record).section]))
    const inLog = notes.filter(({ parentId }) => frames.get(String(parentId)) === 'log')
    // Five rows; the sixth line lies beside the card.
    expect(inLog.filter((note) => trialLineMarkOf(note)?.part === 'happened')).toHaveLength(5)
    expect(notes.some(({ parentId }) => frames.get(String(parentId)) === 'laert')).toBe(true)
    for (const [i, note] of notes.entries()) {
      for (const other of notes.slice(i + 1)) {
        if (note.parentId === other.parentId) expect(collide(boxAt(note), boxAt(other))).toBe(false)
      }
    }
    const { lines } = await trial(id)
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatchObject({
      who: 'Weekendholdet',
      happened: 'Fire af fem tog telefonen',
      learned: 'Sig navnet først',
    })
    await allRead(id)
    expect((await onBoard(id))[0]?.lastLine).toMatchObject({ happened: 'Fire af fem tog telefonen' })
  })

  test('where there is no log the lines lie in rows beside the card, long words and all', async () => {
    const id = await board('Blank', [card('k', {}, { x: 100, y: 50 })])
    await log(id, said(1, { happened: 'Ord '.repeat(120).trim(), learned: 'Kort' }))
    await log(id, said(2, { who: '' }))
    const all = await records(id)
    const notes = all.filter((record) => trialLineMarkOf(record) !== null)
    const first = notes.filter((note) => trialLineMarkOf(note)?.line === line(1))
    expect(first.map(({ y }) => y)).toEqual([50, 50, 50])
    expect(first.map(wordsOn)[2]).toBe('Det lærte vi\nKort')
    expect(first.map(wordsOn)[0]).toMatch(/^\d+\.\d+\. kl\. \d\d\.\d\d\nWeekendholdet$/)
    const left = all.find((record) => record.id === 'shape:k')
    expect(Math.min(...notes.map(({ x }) => Number(x)))).toBeGreaterThan(
      100 + boxOf(left as BoardRecord, MEASURED_MAX).w,
    )
    const boxes = notes.map(boxAt)
    expect(boxes.some((box, i) => boxes.slice(i + 1).some((other) => collide(box, other)))).toBe(false)
  })

  test('where several trials share a board, a line says which it is of', async () => {
    const id = await board('To', [card('k'), card('l', { text1: 'Kort på køleskabet' }, { x: 3_000 })])
    await log(id, said(1), 'owner', 'shape:l')
    const when = (await records(id)).find((record) => trialLineMarkOf(record)?.part === 'when')
    expect(wordsOn(when ?? {})).toMatch(/ · Kort på køleskabet\nWeekendholdet$/)
  })

  test('the same line is written once, however often it is sent', async () => {
    const id = await board('Igen', [card('k')])
    for (let i = 0; i < 3; i++) expect((await log(id, said(1))).status).toBe(204)
    expect((await trial(id)).lines).toHaveLength(1)
  })

  test('a trial is begun when it is ready, stopped or finished at any time', async () => {
    const id = await board('Skridt', [card('k', { text4: '' })])
    expect((await log(id, said(1, { step: 'running' }))).status).toBe(409)
    expect((await trial(id)).lines).toEqual([])
    expect((await log(id, said(1, { step: 'stopped' }))).status).toBe(204)
    expect(await trial(id)).toMatchObject({ status: 'finished', outcome: 'stop', missing: ['signs'] })
    const whole = await board('Hele', [card('k')])
    expect((await log(whole, said(1, { happened: '', step: 'running' }))).status).toBe(204)
    expect(await trial(whole)).toMatchObject({ status: 'running', lines: [] })
  })

  test('what is no trial, says nothing, or is from another time', async () => {
    const id = await board('Andet', [card('k'), shapeRecord('note', 'shape:n', { props: {} })])
    expect((await log(id, said(1), 'owner', 'shape:n')).status).toBe(404)
    expect((await log(id, said(1), 'owner', 'shape:gone')).status).toBe(404)
    expect((await log(id, said(1, { happened: ' ' }))).status).toBe(400)
    expect((await log(id, said(1, { happened: 'x'.repeat(501) }))).status).toBe(400)
    expect((await log(id, said(1, { writtenAt: '2019-01-01T10:00:00+01:00' }))).status).toBe(204)
    expect((await trial(id)).lines[0]?.at).toBe(api.clock.now.toISOString())
  })
})

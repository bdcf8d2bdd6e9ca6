import { describe, expect, test } from 'vitest'
import { INITIAL_SAVED_STATE, nextSavedState, type SavedState, type SaveFacts, severityOf } from './saved-state.ts'

const CALM: SaveFacts = { connected: true, oldestUnsavedAt: null, room: 'healthy', device: 'off' }

/** Plays facts over time and returns what was shown. */
function play(...moments: [number, Partial<SaveFacts>][]): string[] {
  let state: SavedState = INITIAL_SAVED_STATE
  return moments.map(([at, facts]) => {
    state = nextSavedState(state, { ...CALM, ...facts }, at).state
    return state.shown
  })
}

describe('C2 what is said about saving', () => {
  test('everything acknowledged in a healthy room is saved', () => {
    expect(play([0, {}])).toEqual(['saved'])
  })

  test('never says saved while something is open', () => {
    expect(play([0, {}], [1, { oldestUnsavedAt: 1 }], [200, { oldestUnsavedAt: 1 }])).toEqual([
      'saved',
      'pending',
      'pending',
    ])
  })

  test('says so after 0.3 s, and that it is not saved after 3 s', () => {
    const open = { oldestUnsavedAt: 1000 }
    expect(play([1000, open], [1299, open], [1300, open], [3999, open], [4000, open])).toEqual([
      'pending',
      'pending',
      'saving',
      'saving',
      'unsaved',
    ])
  })

  test('is saved again a quarter of a second after the last acknowledgement', () => {
    expect(play([0, {}], [10, { oldestUnsavedAt: 10 }], [60, {}], [309, {}], [310, {}])).toEqual([
      'saved',
      'pending',
      'pending',
      'pending',
      'saved',
    ])
  })

  test('does not flicker while somebody types', () => {
    const typing: [number, Partial<SaveFacts>][] = []
    for (let at = 0; at < 6000; at += 50) typing.push([at, { oldestUnsavedAt: at }], [at + 30, {}])
    const shown = play(...typing)
    expect(new Set(shown.slice(20))).toEqual(new Set(['saving']))
    expect(shown).not.toContain('saved')
    expect(shown).not.toContain('unsaved')
  })

  test.each(['degraded', 'held', 'read-only'] as const)('a %s room keeps nothing safely', (room) => {
    expect(play([0, { room }], [1, { room, oldestUnsavedAt: 1 }])).toEqual(['unsaved', 'unsaved'])
  })

  test('a connection that is back within a second is not spoken of', () => {
    const away = { connected: false }
    expect(play([0, {}], [100, away], [1099, away], [1100, {}])).toEqual(['saved', 'saved', 'saved', 'saved'])
  })

  test('offline tells whether something is only here', () => {
    const away = { connected: false }
    expect(
      play([0, {}], [100, away], [1100, away], [2000, { ...away, oldestUnsavedAt: 2000 }], [3000, { ...CALM }]),
    ).toEqual(['saved', 'saved', 'offline', 'offline-unsaved', 'saved'])
  })

  test('a change made just after the connection went is not called saved', () => {
    expect(play([0, {}], [100, { connected: false }], [150, { connected: false, oldestUnsavedAt: 150 }])).toEqual([
      'saved',
      'saved',
      'pending',
    ])
  })

  test('asks to be woken at the next threshold', () => {
    const saved = nextSavedState(INITIAL_SAVED_STATE, CALM, 0)
    expect(saved.wakeInMs).toBeNull()
    const open = { ...CALM, oldestUnsavedAt: 100 }
    const pending = nextSavedState(saved.state, open, 100)
    expect(pending.wakeInMs).toBe(300)
    expect(nextSavedState(pending.state, open, 400).wakeInMs).toBe(2700)
    expect(nextSavedState(pending.state, open, 3100).wakeInMs).toBeNull()
    expect(nextSavedState(pending.state, CALM, 150).wakeInMs).toBe(250)
  })

  test('only what is worse or over is announced', () => {
    expect(['saved', 'pending', 'saving'].map((name) => severityOf(name as 'saved'))).toEqual([0, 0, 0])
    expect(severityOf('unsaved')).toBe(1)
    expect(severityOf('unsaved', 'degraded')).toBe(1)
    expect(severityOf('unsaved', 'read-only')).toBe(2)
    expect(severityOf('offline-unsaved')).toBe(2)
  })
})

describe('C2 what is said about this device', () => {
  const away = (facts: Partial<SaveFacts> = {}): Partial<SaveFacts> => ({ connected: false, device: 'kept', ...facts })
  const gone: [number, Partial<SaveFacts>][] = [
    [0, {}],
    [100, away()],
    [1100, away()],
  ]

  test('a change lies on this device once it is kept, not while it is being written', () => {
    const at = { oldestUnsavedAt: 2000 }
    const shown = play(
      ...gone,
      [2000, away({ ...at, device: 'writing' })],
      [2100, away(at)],
      [2349, away(at)],
      [2350, away(at)],
    )
    expect(shown.slice(2)).toEqual(['offline', 'offline-keeping', 'offline-keeping', 'offline-keeping', 'offline-kept'])
  })

  test('a store that does not answer for three seconds, or keeps nothing, is not spoken of as if it did', () => {
    const at = { oldestUnsavedAt: 2000 }
    const writing = away({ ...at, device: 'writing', writingSince: 2000 })
    expect(play(...gone, [2000, writing], [4999, writing], [5000, writing]).slice(3)).toEqual([
      'offline-keeping',
      'offline-keeping',
      'offline-unsaved',
    ])
    expect(play(...gone, [2000, away({ ...at, device: 'off' })]).at(-1)).toBe('offline-unsaved')
  })

  test('does not flicker while somebody types', () => {
    const typing: [number, Partial<SaveFacts>][] = []
    for (let at = 2000; at < 9000; at += 200) {
      const writing = away({ oldestUnsavedAt: 2000, device: 'writing', writingSince: at })
      typing.push([at, writing], [at + 120, away({ oldestUnsavedAt: 2000 })])
    }
    expect(new Set(play(...gone, ...typing).slice(3))).toEqual(new Set(['offline-keeping']))
  })

  test('what waited on the device before the page was opened lies there, and is not saved by being connected', () => {
    const waiting = { oldestUnsavedAt: -3_600_000 }
    expect(play([0, away(waiting)], [1000, away(waiting)])).toEqual(['unsaved', 'offline-kept'])
    expect(play([0, away(waiting)], [1000, away(waiting)], [1500, { ...waiting, device: 'kept' }]).at(-1)).toBe(
      'unsaved',
    )
  })

  test('the first connection is on its way, not missing, and nothing is saved before it is there', () => {
    const opening = away({ opening: true })
    expect(play([0, opening], [3000, opening], [3500, {}])).toEqual(['pending', 'pending', 'saved'])
  })

  test('asks to be woken when the words change', () => {
    let state: SavedState = INITIAL_SAVED_STATE
    for (const [at, facts] of gone) state = nextSavedState(state, { ...CALM, ...facts }, at).state
    const writing = { ...CALM, ...away({ oldestUnsavedAt: 2000, device: 'writing' as const }) }
    const kept = { ...writing, device: 'kept' as const }
    const first = nextSavedState(state, writing, 2000)
    expect(first.wakeInMs).not.toBeNull()
    const second = nextSavedState(first.state, kept, 2100)
    expect(second.wakeInMs).toBe(200)
    expect(nextSavedState(second.state, kept, 2350).state.shown).toBe('offline-kept')
  })

  test('what lies on the device is less bad than what is only in the page', () => {
    expect(['offline-kept', 'offline-keeping'].map((name) => severityOf(name as 'offline-kept'))).toEqual([1, 1])
  })
})

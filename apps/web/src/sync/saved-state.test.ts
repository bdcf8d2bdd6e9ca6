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

  test.each(['degraded', 'read-only'] as const)('a %s room keeps nothing safely', (room) => {
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

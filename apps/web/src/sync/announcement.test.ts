import type { RoomState } from '@samtavle/shared/protocol'
import { expect, test } from 'vitest'
import { type Announced, NOTHING_ANNOUNCED, nextAnnouncement } from './announcement.ts'
import type { SavedName } from './saved-state.ts'

/** What is said aloud as the states pass. */
function play(...states: [SavedName, RoomState?][]) {
  let before: Announced = NOTHING_ANNOUNCED
  return states.map(([saved, room = 'healthy']) => {
    const { announced, say } = nextAnnouncement(before, saved, room)
    before = announced
    return say
  })
}

test('ordinary saving is not spoken of', () => {
  expect(play(['saved'], ['pending'], ['saving'], ['saved'])).toEqual([null, null, null, null])
})

test('a server that cannot save is told once, that it takes nothing once more, and the end once', () => {
  expect(
    play(
      ['saved'],
      ['unsaved', 'degraded'],
      ['unsaved', 'degraded'],
      ['unsaved', 'read-only'],
      ['unsaved', 'degraded'],
      ['saving'],
      ['saved'],
      ['saved'],
    ),
  ).toEqual([null, 'worse', null, 'worse', null, null, 'saves', null])
})

test('a lost connection is told once, that something is only here once more, and its return once', () => {
  expect(play(['offline'], ['offline-unsaved'], ['offline'], ['pending'], ['saved'])).toEqual([
    'worse',
    'worse',
    null,
    null,
    'connected',
  ])
})

test('a connection that is lost while the server cannot save ends as one', () => {
  expect(play(['unsaved', 'degraded'], ['offline'], ['unsaved'], ['saved'])).toEqual(['worse', null, null, 'connected'])
})

import type { RoomControl } from '../src/rooms/room-control.ts'

/** Calls that the rooms received, as they came. */
export type RoomCall = [name: keyof RoomControl, ...args: unknown[]]

/** Rooms that only write down what they are told. */
export function recordingRooms(calls: RoomCall[]): RoomControl {
  return {
    boardDeleted: (...args) => void calls.push(['boardDeleted', ...args]),
    accessChanged: (...args) => void calls.push(['accessChanged', ...args]),
    boardChanged: (...args) => void calls.push(['boardChanged', ...args]),
    sessionEnded: (...args) => void calls.push(['sessionEnded', ...args]),
    personChanged: (...args) => void calls.push(['personChanged', ...args]),
    attendees: () => [],
  }
}

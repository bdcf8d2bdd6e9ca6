import type { RoomControl } from '../src/rooms/room-control.ts'
import type { BoardEditing } from '../src/versions/version-service.ts'

type RecordingRooms = RoomControl & Pick<BoardEditing, 'boardReplaced' | 'tell'>

/** Calls that the rooms received, as they came. */
export type RoomCall = [name: keyof RecordingRooms, ...args: unknown[]]

/** Rooms that only write down what they are told. */
export function recordingRooms(calls: RoomCall[]): RecordingRooms {
  return {
    boardReplaced: (...args) => void calls.push(['boardReplaced', ...args]),
    tell: (...args) => void calls.push(['tell', ...args]),
    boardDeleted: (...args) => void calls.push(['boardDeleted', ...args]),
    accessChanged: (...args) => void calls.push(['accessChanged', ...args]),
    boardChanged: (...args) => void calls.push(['boardChanged', ...args]),
    sessionEnded: (...args) => void calls.push(['sessionEnded', ...args]),
    personChanged: (...args) => void calls.push(['personChanged', ...args]),
    attendees: () => [],
  }
}

import { ProtocolError } from '@samtavle/shared/protocol'
import type { RoomPerson } from './room-person.ts'

/** How deep a presence object may be nested. */
const DEPTH_MAX = 8
const NAME_MAX = 64
const utf8 = new TextDecoder()

/** What the server passes on of a client's awareness state: nothing that is not named here. */
export type AwarenessState = {
  /** Where the person is and what is selected, in the web app's own compact form; validated there. */
  presence?: unknown
  /** Caret and selection in a text, as y-prosemirror writes it: two relative positions. */
  cursor?: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the JSON of a client's awareness state and keeps what may be passed on; null means that the client left. Its
 * size is bounded by the message that it came in.
 * @throws ProtocolError when it is not JSON.
 */
export function readAwarenessState(json: Uint8Array): AwarenessState | null {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(json))
  } catch (error) {
    throw new ProtocolError('an awareness state that is not JSON', { cause: error })
  }
  if (value === null) return null
  const state: AwarenessState = {}
  if (!isObject(value)) return state
  if (isObject(value.presence) && isPlain(value.presence, DEPTH_MAX)) state.presence = value.presence
  const cursor = readCursor(value.cursor)
  if (cursor !== undefined) state.cursor = cursor
  return state
}

/** The state as everybody else sees it: who it is comes from the server, whatever the client wrote. */
export function stampState(state: AwarenessState, person: RoomPerson): Record<string, unknown> {
  const name = person.name.slice(0, NAME_MAX)
  const guest = person.role === 'guest' ? { guest: true } : {}
  return { ...state, user: { id: person.userId, name, colour: person.colour, ...guest } }
}

/** Bounded in depth, and without the one key that means more than data to whoever copies the object. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((item) => isPlain(item, depth - 1))
}

function readCursor(value: unknown): { anchor: unknown; head: unknown } | undefined {
  if (!isObject(value)) return undefined
  const { anchor, head } = value
  return isPosition(anchor) && isPosition(head) ? { anchor, head } : undefined
}

/** A Yjs relative position as JSON: ids, a type name and a side, nothing else. */
function isPosition(value: unknown): boolean {
  if (!isObject(value)) return false
  return Object.entries(value).every(([key, part]) => {
    if (part === null) return true
    if (key === 'type' || key === 'item') return isItemId(part)
    if (key === 'tname') return typeof part === 'string' && part.length <= NAME_MAX
    return key === 'assoc' && typeof part === 'number'
  })
}

function isItemId(value: unknown): boolean {
  if (!isObject(value)) return false
  const { client, clock, ...rest } = value
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock) && Object.keys(rest).length === 0
}

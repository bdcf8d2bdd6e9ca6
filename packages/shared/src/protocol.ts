import type { BoardRole } from '@samtavle/shared/access'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The socket's messages: y-websocket's own (0–3) and ours (100, 101), which stock clients log and ignore. Both ends
 * use this file; nothing else knows the numbers. Rules: `docs/sync-spec.md`, section P.
 */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, ack: 100, event: 101 } as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Bounds on what a client may send, in bytes and counts (threats table 2.2). */
export const LIMITS = {
  /** Largest frame that the socket accepts at all; larger closes with 1009 on the declared size. */
  frameBytes: 8 * 1024 * 1024,
  updateBytes: 1024 * 1024,
  syncStep2Bytes: 8 * 1024 * 1024,
  awarenessBytes: 4 * 1024,
  /** Every socket gets a data frame at least this often: y-websocket drops a silent connection after 30 s. */
  keepAliveMs: 15_000,
} as const

/** Why the server ends a socket, and what the client does then. 4400–4499 end y-websocket's own retrying. */
export const CLOSE = {
  badData: { code: 4400, retry: false },
  signedOut: { code: 4401, retry: false },
  notAllowed: { code: 4403, retry: false },
  noSuchBoard: { code: 4404, retry: false },
  /** The document was refused: discard it, open a fresh one, replay what is permitted. */
  rebuild: { code: 4409, retry: false },
  gone: { code: 4410, retry: false },
  restart: { code: 1012, retry: true },
  /** More waits to be stored than the server may hold: come back, what is unsaved is still with you. */
  overloaded: { code: 1013, retry: true },
  /** The server cannot load the board just now. */
  unavailable: { code: 4503, retry: true },
} as const
export type CloseReason = keyof typeof CLOSE

/** The reason that a close code stands for, or undefined for one that is not ours. */
export function closeReasonOf(code: number): CloseReason | undefined {
  return (Object.keys(CLOSE) as CloseReason[]).find((reason) => CLOSE[reason].code === code)
}

/**
 * State of durability of a room as sent in message 100. While nothing can be stored, edits are shown to everybody
 * (`degraded`), kept back until they are stored (`held`), or not taken at all (`read-only`).
 */
export const ROOM_STATES = ['healthy', 'degraded', 'read-only', 'held'] as const
export type RoomState = (typeof ROOM_STATES)[number]

/** What a client may send. Only `syncStep2` and `update` carry document bytes; each of them counts for message 100. */
export type ClientMessage =
  | { type: 'syncStep1'; stateVector: Uint8Array }
  | { type: 'syncStep2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'queryAwareness' }

/** The bytes are no message of this protocol. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

/**
 * Reads one frame from a client.
 * @throws ProtocolError for an unknown type, a truncated frame, trailing bytes or a message over its limit.
 */
export function decodeClientMessage(frame: Uint8Array): ClientMessage {
  try {
    return readClientMessage(frame)
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    throw new ProtocolError('truncated or malformed frame', { cause: error })
  }
}

function readClientMessage(frame: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  let message: ClientMessage
  switch (type) {
    case MESSAGE.sync:
      message = readSync(decoder)
      break
    case MESSAGE.awareness:
      message = { type: 'awareness', update: readBytes(decoder, LIMITS.awarenessBytes, 'awareness') }
      break
    case MESSAGE.queryAwareness:
      message = { type: 'queryAwareness' }
      break
    default:
      throw new ProtocolError(`unknown message type ${type}`)
  }
  if (decoding.hasContent(decoder)) throw new ProtocolError('bytes after the end of the message')
  return message
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const step = decoding.readVarUint(decoder)
  switch (step) {
    case SYNC.step1:
      return { type: 'syncStep1', stateVector: readBytes(decoder, LIMITS.updateBytes, 'state vector') }
    case SYNC.step2:
      return { type: 'syncStep2', update: readBytes(decoder, LIMITS.syncStep2Bytes, 'sync step 2') }
    case SYNC.update:
      return { type: 'update', update: readBytes(decoder, LIMITS.updateBytes, 'update') }
    default:
      throw new ProtocolError(`unknown sync step ${step}`)
  }
}

function readBytes(decoder: decoding.Decoder, limit: number, what: string): Uint8Array {
  const bytes = decoding.readVarUint8Array(decoder)
  if (bytes.byteLength > limit) throw new ProtocolError(`${what} of ${bytes.byteLength} bytes is over ${limit}`)
  return bytes
}

function encodeSync(step: number, payload: Uint8Array): Uint8Array {
  const head = encoding.createEncoder()
  encoding.writeVarUint(head, MESSAGE.sync)
  encoding.writeVarUint(head, step)
  encoding.writeVarUint(head, payload.byteLength)
  // Boards are large: each byte is copied once.
  const frame = new Uint8Array(encoding.length(head) + payload.byteLength)
  frame.set(encoding.toUint8Array(head))
  frame.set(payload, encoding.length(head))
  return frame
}

/** "This is what I have": asks the other end for the difference. */
export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(SYNC.step1, stateVector)
}

/** The answer to a sync step 1. */
export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC.step2, update)
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC.update, update)
}

/** Wraps an awareness update as made by y-protocols' `encodeAwarenessUpdate`. */
export function encodeAwareness(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Message 100: `count` document messages of this socket are durable, and how the room is. */
export function encodeAck(count: number, state: RoomState): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.ack)
  encoding.writeVarUint(encoder, count)
  encoding.writeVarUint(encoder, ROOM_STATES.indexOf(state))
  return encoding.toUint8Array(encoder)
}

/** Reads message 100 from a decoder that stands behind the type. A state of a newer server reads as degraded. */
export function readAck(decoder: decoding.Decoder): { count: number; state: RoomState } {
  const count = decoding.readVarUint(decoder)
  return { count, state: ROOM_STATES[decoding.readVarUint(decoder)] ?? 'degraded' }
}

/** What a server may tell a client beside the document, as message 101. */
export type RoomEvent =
  /** The right of this socket's person changed; the socket stays open. */
  | { type: 'role'; role: BoardRole }
  /** For who may change only their own: these clients of the document are theirs too. */
  | { type: 'own'; clients: readonly number[] }
  /** A write of somebody who may only view was dropped. */
  | { type: 'readonly' }
  /** The board got another name or state. */
  | { type: 'board'; title: string; archived: boolean }
  /** A write touched these records, which its sender may not; 4409 follows at once. */
  | { type: 'refused'; records: string[] }
  /** There is no room on the board for a write; 4409 follows at once. */
  | { type: 'full' }
  /** Somebody went back to a version; `before` is the version of how the board was until then. */
  | { type: 'restored'; by: EventPerson; version: RestoredVersion; before: string | null }
  /** Somebody took that back. */
  | { type: 'taken-back'; by: EventPerson }
  /** A vote was opened, shown or cancelled, or more are done with it: ask for it again. It carries nothing. */
  | { type: 'vote' }

export type EventPerson = { id: string; name: string }
export type RestoredVersion = {
  id: string
  kind: 'automatic' | 'named' | 'before-restore'
  name: string | null
  createdAt: string
}

export function encodeEvent(event: RoomEvent): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.event)
  encoding.writeVarString(encoder, JSON.stringify(event))
  return encoding.toUint8Array(encoder)
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** Reads message 101 from a decoder that stands behind the type; undefined for an event of a newer server. */
export function readEvent(decoder: decoding.Decoder): RoomEvent | undefined {
  const event: unknown = JSON.parse(decoding.readVarString(decoder))
  if (typeof event !== 'object' || event === null) return undefined
  const { type, records, clients, by, version } = event as Partial<Record<string, unknown>>
  if (type === 'own') return Array.isArray(clients) ? (event as RoomEvent) : undefined
  if (type === 'refused') return Array.isArray(records) ? (event as RoomEvent) : undefined
  if (type === 'restored') return isObject(by) && isObject(version) ? (event as RoomEvent) : undefined
  if (type === 'taken-back') return isObject(by) ? (event as RoomEvent) : undefined
  return type === 'role' || type === 'readonly' || type === 'board' || type === 'vote' || type === 'full'
    ? (event as RoomEvent)
    : undefined
}

/**
 * Does this frame of a client carry document bytes, and so count for message 100? For the client, which counts what
 * it sends without decoding it.
 */
export function isDocumentFrame(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update)
}

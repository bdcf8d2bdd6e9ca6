import { readAllRecords } from '@samtavle/shared/board-doc'
import {
  encodeAwareness,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  MESSAGE,
  SYNC,
} from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { NoteMover } from '../board-content.ts'
import { type Arrival, type Dialect, frameRow, type Script, type Writer } from './dialect.ts'
import { frameOf } from './frame-socket.ts'
import { type MarkSink, markedCoordinate, markedInteger, scanBytes, scanText } from './mark.ts'

/** An empty document's state vector, and an update without anything in it. */
const NO_STATE = new Uint8Array([0])
const NO_UPDATE = new Uint8Array([0, 0])
/** Hocuspocus answers a sync step with a type of its own. */
const SYNC_REPLY = 4

export type YjsOptions = {
  /** In front of the room's name in the path. */
  path: string
  /** The board that writers start from. */
  board: Uint8Array
  /** Hocuspocus begins every message with the name of its document, and wants a token first. */
  named?: boolean
  /** The relay knows no document: who is connected is in. */
  relay?: boolean
}

function cursorState(clientId: number, clock: number, x: number): Uint8Array {
  // As the web app's presence: page, cursor, camera, window, selection.
  const presence = { p: 'page', c: [x, 1204], v: [-120, 340, 1000], w: [1440, 900], s: ['note0'] }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify({ presence }))
  return encodeAwareness(encoding.toUint8Array(encoder))
}

/** The y-websocket protocol, as ours, @y/websocket-server, Hocuspocus and the bare relay speak it. */
export function createYjsDialect({ path, board, named = false, relay = false }: YjsOptions): Dialect {
  const prefixes = new Map<string, Uint8Array>()
  const prefixOf = (room: string): Uint8Array => {
    let prefix = prefixes.get(room)
    if (prefix === undefined) {
      const encoder = encoding.createEncoder()
      if (named) encoding.writeVarString(encoder, room)
      prefix = encoding.toUint8Array(encoder)
      prefixes.set(room, prefix)
    }
    return prefix
  }
  const wrap = (room: string, message: Uint8Array): Buffer => frameOf(Buffer.concat([prefixOf(room), message]))
  /** Where the message proper begins: names are shorter than 128 bytes. */
  const bodyOf = (bytes: Buffer, start: number): number => (named ? start + 1 + (bytes[start] ?? 0) : start)

  return {
    joinsAtOnce: relay,
    path: (room) => path + room,
    hello(room, clientId) {
      const step1 = wrap(room, encodeSyncStep1(NO_STATE))
      const here = wrap(room, cursorState(clientId, 1, 0))
      return Buffer.concat(named ? [wrap(room, tokenMessage()), step1, here] : [step1, here])
    },
    classify(bytes, start): Arrival {
      const at = bodyOf(bytes, start)
      const type = bytes[at]
      if (type === MESSAGE.awareness) return 'cursor'
      if (type !== MESSAGE.sync && type !== SYNC_REPLY) return 'other'
      if (bytes[at + 1] === SYNC.step2) return 'joined'
      return bytes[at + 1] === SYNC.update ? 'document' : 'other'
    },
    answer(bytes, start) {
      const at = bodyOf(bytes, start)
      if (relay || bytes[at] !== MESSAGE.sync || bytes[at + 1] !== SYNC.step1) return undefined
      return frameOf(Buffer.concat([bytes.subarray(start, at), encodeSyncStep2(NO_UPDATE)]))
    },
    scan(bytes, start, end, sink: MarkSink) {
      if (bytes[bodyOf(bytes, start)] === MESSAGE.awareness) scanText(bytes, start, end, sink)
      else scanBytes(bytes, start, end, sink)
    },
    keepAlive: () => undefined,
    script(room, writer: Writer): Script {
      const mover = new NoteMover(board, writer.clientId, writer.note)
      const updates = Array.from({ length: writer.updates }, (_, i) =>
        wrap(room, encodeUpdate(mover.move(markedCoordinate(writer.index, i + 1), i))),
      )
      mover.destroy()
      const cursors = Array.from({ length: writer.cursors }, (_, i) =>
        wrap(room, cursorState(writer.clientId, i + 2, markedInteger('cursor', writer.index, i + 1))),
      )
      return { updates: frameRow(updates), cursors: frameRow(cursors) }
    },
    completeAt(messages, expected) {
      const doc = new Y.Doc()
      let complete: number | undefined
      for (const [index, message] of messages.entries()) {
        const update = documentUpdateAt(message, bodyOf(message, 0))
        if (update === undefined) continue
        Y.applyUpdate(doc, update)
        if (complete === undefined && holdsAllOf(doc, expected.state)) complete = index
      }
      return complete === undefined ? undefined : { index: complete, held: readAllRecords(doc) }
    },
  }
}

/** The document bytes of a sync step 2 or an update, which begins at `at`; undefined for another message. */
function documentUpdateAt(bytes: Buffer, at: number): Uint8Array | undefined {
  const decoder = decoding.createDecoder(bytes.subarray(at))
  const type = decoding.readVarUint(decoder)
  if (type !== MESSAGE.sync && type !== SYNC_REPLY) return undefined
  return decoding.readVarUint(decoder) === SYNC.step1 ? undefined : decoding.readVarUint8Array(decoder)
}

/** Does a document hold all that the update carries? */
function holdsAllOf(doc: Y.Doc, update: Uint8Array): boolean {
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update))
  return [...clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock)
}

function tokenMessage(): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'bench')
  return encoding.toUint8Array(encoder)
}

import type { BoardRecord } from '@samtavle/shared/board-doc'
import { type Arrival, type Dialect, frameRow, type Writer } from './dialect.ts'
import { frameOf } from './frame-socket.ts'
import { type MarkSink, markedInteger, scanText } from './mark.ts'

/** Of `@tldraw/sync-core` 3.15. */
const PROTOCOL_VERSION = 7
/** Where the kind of message begins in `{"type":"data", …`. */
const KIND_AT = '{"type":"'.length
const CONNECT = 'c'.charCodeAt(0)
const DATA = 'd'.charCodeAt(0)

const push = (clientClock: number, content: object): Buffer =>
  frameOf(JSON.stringify({ type: 'push', clientClock, ...content }))

function presenceOf(clientId: number): object {
  return {
    id: `instance_presence:bench${clientId}`,
    typeName: 'instance_presence',
    userId: `user${clientId}`,
    userName: 'Anne Holm',
    currentPageId: 'page:page',
    color: '#2f6f9f',
    camera: { x: -120, y: 340, z: 1 },
    cursor: { x: 0, y: 0, type: 'default', rotation: 0 },
    screenBounds: { x: 0, y: 0, w: 1440, h: 900 },
    selectedShapeIds: ['shape:note0'],
    brush: null,
    scribbles: [],
    followingUserId: null,
    lastActivityTimestamp: 1,
    chatMessage: '',
    meta: {},
  }
}

/**
 * tldraw's own protocol: JSON patches of records, with presence as one of them.
 * @param schema what the server says that its schema is
 */
export function createTldrawDialect(schema: unknown): Dialect {
  return {
    joinsAtOnce: false,
    path: (room, client) => `/${room}?sessionId=${client}`,
    hello(_, clientId) {
      const connect = {
        connectRequestId: `c${clientId}`,
        lastServerClock: -1,
        protocolVersion: PROTOCOL_VERSION,
        schema,
      }
      return Buffer.concat([
        frameOf(JSON.stringify({ type: 'connect', ...connect })),
        push(0, { presence: ['put', presenceOf(clientId)] }),
      ])
    },
    classify(bytes, start): Arrival {
      const kind = bytes[start + KIND_AT]
      if (kind === CONNECT) return 'joined'
      return kind === DATA ? 'document' : 'other'
    },
    answer: () => undefined,
    scan: (bytes: Buffer, start: number, end: number, sink: MarkSink) => scanText(bytes, start, end, sink),
    keepAlive: () => frameOf('{"type":"ping"}'),
    script(_, writer: Writer) {
      const updates = Array.from({ length: writer.updates }, (_, i) => {
        const x = markedInteger('update', writer.index, i + 1)
        return push(i + 1, { diff: { [writer.note]: ['patch', { x: ['put', x], y: ['put', i] }] } })
      })
      const cursors = Array.from({ length: writer.cursors }, (_, i) => {
        const cursor = { x: markedInteger('cursor', writer.index, i + 1), y: 1204, type: 'default', rotation: 0 }
        return push(i + 1, { presence: ['patch', { cursor: ['put', cursor], lastActivityTimestamp: ['put', i] }] })
      })
      return { updates: frameRow(updates), cursors: frameRow(cursors) }
    },
    completeAt(messages, board) {
      const held = new Map<string, BoardRecord>()
      for (const [index, message] of messages.entries()) {
        const { type, diff } = JSON.parse(message.toString()) as { type: string; diff?: Record<string, unknown[]> }
        if (type !== 'connect') continue
        for (const [id, [operation, record]] of Object.entries(diff ?? {})) {
          // Who is there is a record like any other in this protocol.
          if (operation === 'put' && !id.startsWith('instance_presence:')) held.set(id, record as BoardRecord)
        }
        if (board.records.every(({ id }) => held.has(id))) return { index, held: [...held.values()] }
      }
      return undefined
    },
  }
}

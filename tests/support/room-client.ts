import {
  encodeAwareness,
  encodeSyncStep1,
  encodeUpdate,
  isDocumentFrame,
  MESSAGE,
  type RoomEvent,
  type RoomState,
  readAck,
  readEvent,
} from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage } from 'y-protocols/sync'
import * as Y from 'yjs'
import { createSocketPair, type SocketPair } from './socket-pair.ts'

/** An honest client as y-websocket is one, on a socket pair: a document, an awareness and the counter of message 100. */
export class RoomClient {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  pair: SocketPair = createSocketPair()
  /** Document frames sent on this socket, and how many of them the server called durable. */
  sent = 0
  acked = 0
  roomState: RoomState | undefined
  readonly events: RoomEvent[] = []

  constructor(doc = new Y.Doc()) {
    this.doc = doc
    this.awareness = new Awareness(doc)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send(encodeUpdate(update))
    })
  }

  get map(): Y.Map<unknown> {
    return this.doc.getMap('records')
  }

  /** The first frames of a connection, as y-websocket sends them. */
  hello(): void {
    this.send(encodeSyncStep1(Y.encodeStateVector(this.doc)))
    this.sendAwareness()
  }

  sendAwareness(): void {
    this.send(encodeAwareness(encodeAwarenessUpdate(this.awareness, [this.doc.clientID])))
  }

  /** Puts a frame on its way, counting it as the web app does. */
  send(frame: Uint8Array): void {
    if (isDocumentFrame(frame)) this.sent += 1
    this.pair.toServer.push(frame)
  }

  /** Both directions until nothing is under way. Commits must be let through by the test. */
  flush(): void {
    for (let round = 0; round < 50; round++) {
      const moved = this.pair.flushToServer() + this.pair.flushToClient((frame) => this.receive(frame))
      if (moved === 0) return
    }
    throw new Error('the two ends never stop talking')
  }

  receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.sync) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, MESSAGE.sync)
      readSyncMessage(decoder, encoder, this.doc, this)
      if (encoding.length(encoder) > 1) this.send(encoding.toUint8Array(encoder))
    } else if (type === MESSAGE.awareness) {
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
    } else if (type === MESSAGE.ack) {
      const ack = readAck(decoder)
      this.acked = ack.count
      this.roomState = ack.state
    } else if (type === MESSAGE.event) {
      const event = readEvent(decoder)
      if (event) this.events.push(event)
    }
  }

  /** A fresh socket for the same document, as after a lost connection. */
  reconnect(): void {
    this.pair.disconnect()
    this.pair = createSocketPair()
    this.sent = 0
    this.acked = 0
  }

  /** What this client shows of another one. */
  stateOf(other: RoomClient): Record<string, unknown> | undefined {
    return this.awareness.getStates().get(other.doc.clientID)
  }

  destroy(): void {
    this.awareness.destroy()
    this.doc.destroy()
  }
}

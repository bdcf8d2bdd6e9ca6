import { isDocumentFrame, MESSAGE, type RoomState, readAck, SYNC } from '@samtavle/shared/protocol'
import type * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'

export type Where = { url: string; cookie: string; origin: string }

/** y-websocket in Node cannot send headers by itself, as a browser does without being asked. */
function socketClass({ cookie, origin }: Where, onSend: (frame: Uint8Array, socket: WebSocket) => void) {
  return class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie }, origin })
    }

    override send(frame: Uint8Array): void {
      onSend(frame, this)
      super.send(frame)
    }
  }
}

type Options = NonNullable<ConstructorParameters<typeof WebsocketProvider>[3]>

/** A stock provider: nothing of ours but the two headers. It writes to the console what it does not know. */
export function openStockProvider(doc: Y.Doc, boardId: string, where: Where): WebsocketProvider {
  const WebSocketPolyfill = socketClass(where, () => {}) as unknown as NonNullable<Options['WebSocketPolyfill']>
  const url = `${where.url.replace('http', 'ws')}/sync`
  return new WebsocketProvider(url, boardId, doc, { WebSocketPolyfill, disableBc: true })
}

/** Tells how far the document of a stock provider is durable, by counting frames as the web app does. */
export type CountedProvider = {
  provider: WebsocketProvider
  /** Where `mark()` stood when the newest frame that message 100 covers was sent. */
  readonly savedMark: number
  /** Everything that was sent is durable, and everything was sent. */
  readonly isSaved: boolean
  readonly roomState: RoomState | undefined
}

/**
 * @param mark how many own edits the document holds; asked whenever a frame goes out
 * @param onTold called at each message 100, when `savedMark` and `roomState` say what it told
 */
export function openCountedProvider(
  doc: Y.Doc,
  boardId: string,
  where: Where,
  mark: () => number,
  onTold: () => void = () => {},
): CountedProvider {
  let socket: WebSocket | undefined
  /** Per document frame of the present socket: the mark then, and whether what was written offline had been sent. */
  let sent: { mark: number; complete: boolean }[] = []
  let savedMark = 0
  let acked = 0
  let roomState: RoomState | undefined

  const onSend = (frame: Uint8Array, sender: WebSocket) => {
    if (sender !== socket) {
      socket = sender
      sent = []
      acked = 0
    }
    if (!isDocumentFrame(frame)) return
    // Only the answer to the server's sync step 1 carries what was written while there was no connection.
    const complete = frame[1] === SYNC.step2 || (sent.at(-1)?.complete ?? false)
    sent.push({ mark: mark(), complete })
  }
  const WebSocketPolyfill = socketClass(where, onSend) as unknown as NonNullable<Options['WebSocketPolyfill']>
  const url = `${where.url.replace('http', 'ws')}/sync`
  const provider = new WebsocketProvider(url, boardId, doc, { WebSocketPolyfill, disableBc: true })
  const handlers = provider.messageHandlers as ((encoder: unknown, decoder: decoding.Decoder) => void)[]
  handlers[MESSAGE.ack] = (_, decoder) => {
    const ack = readAck(decoder)
    acked = ack.count
    roomState = ack.state
    const frame = sent[acked - 1]
    if (frame?.complete) savedMark = Math.max(savedMark, frame.mark)
    onTold()
  }
  handlers[MESSAGE.event] = () => {}
  return {
    provider,
    get savedMark() {
      return savedMark
    },
    get isSaved() {
      return provider.synced && acked === sent.length && (sent.at(-1)?.complete ?? false) && savedMark === mark()
    },
    get roomState() {
      return roomState
    },
  }
}

/** Resolves when the provider is synced. */
export async function whenSynced(provider: WebsocketProvider): Promise<void> {
  if (!provider.synced) await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
}

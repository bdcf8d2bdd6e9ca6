import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Where a WebSocket server listens on this machine, and what the upgrade must say. */
export type SocketTarget = { port: number; path: string; headers: Readonly<Record<string, string>> }

export interface FrameListener {
  onOpen(): void
  /** One message without its frame header. The bytes are valid during the call only. */
  onFrame(bytes: Buffer, start: number, end: number): void
  /** @param how the code of the closing frame, 1006 when the connection just ended, or how the upgrade was answered */
  onClose(how: number | string): void
}

const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10

/** What all sockets of this process read into: what is in it is dealt with before the next read. */
const shared = Buffer.allocUnsafe(512 * 1024)

/**
 * A WebSocket client that does as little as can be, so that one process can stand for hundreds of busy readers: it
 * walks over frame headers in the bytes that the kernel hands out and copies nothing that came whole.
 */
export class FrameSocket {
  readonly #socket: Socket
  readonly #listener: FrameListener
  /** When the bytes at hand arrived, of `performance.now()`. */
  arrivedAt = 0
  #upgraded = false
  #closedHow: number | string = 1006
  /** The beginning of a frame, or of the answer to the upgrade, whose end has not come yet. */
  #parts: Buffer[] = []
  #have = 0
  #need = 0

  constructor(target: SocketTarget, listener: FrameListener) {
    this.#listener = listener
    this.#socket = connect({
      host: '127.0.0.1',
      port: target.port,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length: number, buffer: Uint8Array) => {
          this.#onBytes(Buffer.from(buffer.buffer, buffer.byteOffset, length))
          return true
        },
      },
    })
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(target)))
    this.#socket.on('error', () => this.#socket.destroy())
    this.#socket.on('close', () => listener.onClose(this.#closedHow))
  }

  /** Writes frames that `frameOf` made, one or many at once. */
  write(frames: Uint8Array): void {
    this.#socket.write(frames)
  }

  /** Bytes that the other end has not taken yet. */
  get waiting(): number {
    return this.#socket.writableLength
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #onBytes(bytes: Buffer): void {
    this.arrivedAt = performance.now()
    if (this.#have === 0) {
      this.#consume(bytes, false)
      return
    }
    this.#parts.push(Buffer.from(bytes))
    this.#have += bytes.length
    if (this.#have < this.#need) return
    const whole = Buffer.concat(this.#parts)
    this.#parts = []
    this.#have = 0
    this.#consume(whole, true)
  }

  #consume(bytes: Buffer, owned: boolean): void {
    let at = 0
    if (!this.#upgraded) {
      at = this.#readAnswer(bytes)
      if (at === 0) {
        this.#keep(bytes, 0, bytes.length + 1, owned)
        return
      }
    }
    while (at < bytes.length) {
      const header = headerLength(bytes, at)
      const total = header === 0 ? bytes.length - at + 1 : header + payloadLength(bytes, at, header)
      if (at + total > bytes.length) {
        this.#keep(bytes, at, total, owned)
        return
      }
      this.#onFrame((bytes[at] ?? 0) & 0x0f, bytes, at + header, at + total)
      at += total
    }
  }

  #keep(bytes: Buffer, from: number, need: number, owned: boolean): void {
    const rest = bytes.subarray(from)
    this.#parts = [owned ? rest : Buffer.from(rest)]
    this.#have = rest.length
    this.#need = need
  }

  /** @returns where the frames begin; 0 when the answer is not complete */
  #readAnswer(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return 0
    const [status = ''] = bytes.toString('latin1', 0, end).split('\r\n')
    if (!/^HTTP\/1\.1 101 /.test(status)) {
      this.#closedHow = status
      this.#socket.destroy()
      return bytes.length
    }
    this.#upgraded = true
    this.#listener.onOpen()
    return end + 4
  }

  #onFrame(opcode: number, bytes: Buffer, start: number, end: number): void {
    if (opcode === TEXT || opcode === BINARY) this.#listener.onFrame(bytes, start, end)
    else if (opcode === PING) this.write(frameOf(bytes.subarray(start, end), PONG))
    else if (opcode === CLOSE) {
      this.#closedHow = end - start >= 2 ? bytes.readUInt16BE(start) : 1005
      this.#socket.end(frameOf(bytes.subarray(start, Math.min(end, start + 2)), CLOSE))
    } else if (opcode !== PONG) throw new Error(`a frame with opcode ${opcode}: fragments are not expected here`)
  }
}

function upgradeRequest({ path, headers }: SocketTarget): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const key = randomBytes(16).toString('base64')
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${lines.join('')}\r\n`
}

/** Length of the header of a frame from a server, which is not masked; 0 when it has not come whole. */
function headerLength(bytes: Buffer, at: number): number {
  const left = bytes.length - at
  if (left < 2) return 0
  const short = (bytes[at + 1] ?? 0) & 0x7f
  const length = short < 126 ? 2 : short === 126 ? 4 : 10
  return left < length ? 0 : length
}

function payloadLength(bytes: Buffer, at: number, header: number): number {
  if (header === 2) return (bytes[at + 1] ?? 0) & 0x7f
  return header === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
}

/** A message as a frame of a client: masked, as the protocol asks, with a mask of zeros, which changes no byte. */
export function frameOf(payload: Uint8Array | string, opcode?: number): Buffer {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload
  const kind = opcode ?? (typeof payload === 'string' ? TEXT : BINARY)
  const header = bytes.length < 126 ? 2 : bytes.length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(header + 4 + bytes.length)
  frame[0] = 0x80 | kind
  frame[1] = 0x80 | (header === 2 ? bytes.length : header === 4 ? 126 : 127)
  if (header === 4) frame.writeUInt16BE(bytes.length, 2)
  if (header === 10) frame.writeBigUInt64BE(BigInt(bytes.length), 2)
  frame.set(bytes, header + 4)
  return frame
}

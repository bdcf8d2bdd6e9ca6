import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One WebSocket frame of a client, as it lies on the wire; every part of it may be wrong. */
export type RawFrame = {
  opcode: number
  payload?: Uint8Array
  fin?: boolean
  /** Reserved bits, 4 for the one that compression uses. */
  reserved?: number
  masked?: boolean
  /** A length that is declared instead of the payload's own, in eight bytes. */
  declares?: bigint
}

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export function frameBytes({ opcode, payload, fin = true, reserved = 0, masked = true, declares }: RawFrame): Buffer {
  const body = Buffer.from(payload ?? [])
  const mask = masked ? 0x80 : 0
  const head = [(fin ? 0x80 : 0) | (reserved << 4) | opcode]
  if (declares !== undefined || body.length > 0xffff) {
    const length = Buffer.alloc(8)
    length.writeBigUInt64BE(declares ?? BigInt(body.length))
    head.push(mask | 127, ...length)
  } else if (body.length > 125) head.push(mask | 126, body.length >> 8, body.length & 0xff)
  else head.push(mask | body.length)
  // A key of zeros leaves the payload as it is.
  return Buffer.concat([Buffer.from(head), masked ? Buffer.alloc(4) : Buffer.alloc(0), body])
}

/** A client made of bytes. */
export class RawWebSocket {
  readonly stream: Socket
  #received = Buffer.alloc(0)
  #ended = false

  private constructor(stream: Socket) {
    this.stream = stream
    stream.on('data', (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes])
    })
    stream.on('close', () => {
      this.#ended = true
    })
    // A server that has had enough may reset the connection.
    stream.on('error', () => {})
  }

  /** Asks for an upgrade and sends what comes behind the request without waiting for the answer. */
  static async open(port: number, path: string, headers: Record<string, string>, behind: Uint8Array = Buffer.alloc(0)) {
    const stream = connect(port, '127.0.0.1')
    await once(stream, 'connect')
    const lines = Object.entries({
      Host: '127.0.0.1',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`)
    const socket = new RawWebSocket(stream)
    stream.write(Buffer.concat([Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), behind]))
    return socket
  }

  /** The answer to the upgrade, once it has come: status line and headers. */
  async answer(): Promise<string> {
    await this.#until(() => this.#received.includes('\r\n\r\n'))
    return this.#received.subarray(0, this.#received.indexOf('\r\n\r\n')).toString()
  }

  /** Resolves when the server has sent a frame whose payload begins with this byte. */
  async message(firstByte: number): Promise<void> {
    await this.#until(() => this.#frames().some(({ opcode, payload }) => opcode === 2 && payload[0] === firstByte))
  }

  /** The code of the server's close frame; null when the connection ended without one. */
  async closeCode(): Promise<number | null> {
    await this.#until(() => this.#close() !== undefined)
    return this.#close() ?? null
  }

  send(...frames: Uint8Array[]): void {
    this.stream.write(Buffer.concat(frames))
  }

  #close(): number | undefined {
    const close = this.#frames().find(({ opcode }) => opcode === OPCODE.close)
    return close && (close.payload.length >= 2 ? close.payload.readUInt16BE() : 1005)
  }

  async #until(done: () => boolean): Promise<void> {
    while (!done() && !this.#ended) {
      await Promise.race([once(this.stream, 'data'), once(this.stream, 'close')])
    }
  }

  /** What the server sent behind its answer, as far as it is whole. */
  #frames(): { opcode: number; payload: Buffer }[] {
    const frames: { opcode: number; payload: Buffer }[] = []
    const head = this.#received.indexOf('\r\n\r\n')
    let rest = head < 0 ? Buffer.alloc(0) : this.#received.subarray(head + 4)
    while (rest.length >= 2) {
      const short = (rest[1] ?? 0) & 0x7f
      const start = short === 126 ? 4 : short === 127 ? 10 : 2
      if (rest.length < start) break
      const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short
      if (rest.length < start + length) break
      frames.push({ opcode: (rest[0] ?? 0) & 0x0f, payload: rest.subarray(start, start + length) })
      rest = rest.subarray(start + length)
    }
    return frames
  }
}

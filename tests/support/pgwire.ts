import type { Direction } from './fault-proxy.ts'

/** One message of PostgreSQL's protocol as it lies on the wire. `type` is its letter; empty for the first of a connection. */
export type PgMessage = { type: string; bytes: Buffer }

/** Cuts the bytes of one direction into messages, wherever the chunks end. */
export class PgMessageReader {
  #rest: Buffer = Buffer.alloc(0)
  /** The first message of a client has a length and no letter. */
  #greeting: boolean

  constructor(direction: Direction) {
    this.#greeting = direction === 'onward'
  }

  /** @returns the messages that this chunk completes, in order */
  read(chunk: Buffer): PgMessage[] {
    this.#rest = this.#rest.byteLength === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const messages: PgMessage[] = []
    for (;;) {
      const letter = this.#greeting ? 0 : 1
      if (this.#rest.byteLength < letter + 4) return messages
      const size = letter + this.#rest.readUInt32BE(letter)
      if (this.#rest.byteLength < size) return messages
      const bytes = this.#rest.subarray(0, size)
      messages.push({ type: this.#greeting ? '' : String.fromCharCode(bytes[0] ?? 0), bytes })
      this.#rest = this.#rest.subarray(size)
      this.#greeting = false
    }
  }
}

/** The text that begins at `start` and ends with a zero byte, and where the next thing begins. */
function textAt(bytes: Buffer, start: number): { text: string; next: number } {
  const end = bytes.indexOf(0, start)
  return { text: bytes.toString('utf8', start, end), next: end + 1 }
}

/** Name and SQL of a Parse message. */
export function readParse({ bytes }: PgMessage): { statement: string; sql: string } {
  const { text: statement, next } = textAt(bytes, 5)
  return { statement, sql: textAt(bytes, next).text }
}

/** Name of the statement that a Bind message runs. */
export function readBoundStatement({ bytes }: PgMessage): string {
  const { next } = textAt(bytes, 5)
  return textAt(bytes, next).text
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(body.byteLength + 4, 1)
  return Buffer.concat([head, body])
}

/** What PostgreSQL answers to a statement that fails, outside a transaction. */
export function errorAnswer(code: string, words: string): Buffer {
  const fields = ['SERROR', 'VERROR', `C${code}`, `M${words}`].map((field) => `${field}\0`).join('')
  return Buffer.concat([message('E', Buffer.from(`${fields}\0`)), message('Z', Buffer.from('I'))])
}

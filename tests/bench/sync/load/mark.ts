/**
 * Which update a message carries is read from the coordinate that it moves a note to, without decoding the message:
 * servers merge, split and wrap updates, but none changes a coordinate.
 *
 * In Yjs updates the coordinate is a float64 between 104 and 108, whose six low bytes hold writer and number. In JSON,
 * it is a whole number of thirteen digits: four that say what it is, three for the writer, six for the number.
 */
export interface MarkSink {
  update(writer: number, number: number): void
  cursor(writer: number, number: number): void
}

const ANY_FLOAT64 = 0x7b
const HIGH = 0x40
const LOW = 0x5a
const UPDATE_PREFIX = 4343
const CURSOR_PREFIX = 4242
const ZERO = 0x30

const view = new DataView(new ArrayBuffer(8))

/** A coordinate for a Yjs update. @param number from 1 on: with 0 it would fit a float32, which is written otherwise */
export function markedCoordinate(writer: number, number: number): number {
  view.setUint16(0, (HIGH << 8) | LOW)
  view.setUint16(2, writer)
  view.setUint32(4, number)
  return view.getFloat64(0)
}

/** A coordinate for JSON. */
export function markedInteger(kind: 'update' | 'cursor', writer: number, number: number): number {
  if (writer > 999 || number > 999_999) throw new Error('a mark holds 1,000 writers and a million numbers')
  return ((kind === 'update' ? UPDATE_PREFIX : CURSOR_PREFIX) * 1_000 + writer) * 1_000_000 + number
}

/** Tells the sink every marked update in Yjs bytes. */
export function scanBytes(bytes: Buffer, start: number, end: number, sink: MarkSink): void {
  for (let at = start; at + 9 <= end; at++) {
    if (bytes[at] !== ANY_FLOAT64 || bytes[at + 1] !== HIGH || bytes[at + 2] !== LOW) continue
    sink.update(bytes.readUInt16BE(at + 3), bytes.readUInt32BE(at + 5))
    at += 8
  }
}

/** Tells the sink every mark in JSON. */
export function scanText(bytes: Buffer, start: number, end: number, sink: MarkSink): void {
  for (let at = start; at + 13 <= end; at++) {
    // "42" or "43", twice the same.
    if (bytes[at] !== ZERO + 4 || bytes[at + 2] !== ZERO + 4 || bytes[at + 1] !== bytes[at + 3]) continue
    const kind = bytes[at + 1]
    if (kind !== ZERO + 2 && kind !== ZERO + 3) continue
    const writer = digits(bytes, at + 4, 3)
    const number = digits(bytes, at + 7, 6)
    if (writer < 0 || number < 0) continue
    if (kind === ZERO + 3) sink.update(writer, number)
    else sink.cursor(writer, number)
    at += 12
  }
}

/** The number in so many decimal digits; -1 when one is none. */
function digits(bytes: Buffer, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = (bytes[i] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** The mark of an update in a coordinate of either kind. */
export function scanCoordinate(x: unknown): { writer: number; number: number } | undefined {
  if (typeof x !== 'number') return undefined
  let mark: { writer: number; number: number } | undefined
  const sink: MarkSink = {
    update: (writer, number) => {
      mark = { writer, number }
    },
    cursor() {},
  }
  const float = Buffer.alloc(9, ANY_FLOAT64)
  float.writeDoubleBE(x, 1)
  scanBytes(float, 0, float.length, sink)
  const text = Buffer.from(String(x))
  scanText(text, 0, text.length, sink)
  return mark
}

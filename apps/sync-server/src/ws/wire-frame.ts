/** First byte of a whole binary message (RFC 6455, 5.2); a server does not mask. */
const BINARY = 0x82
/** From this size on a message is written as it lies in memory, behind its header: a copy would cost more. */
const LARGE_BYTES = 16 * 1024

/**
 * Where what was made of a message is kept: on the message itself. In a WeakMap every entry would outlive the small
 * collections of garbage, and with thousands of frames a second those took half of the time.
 */
const PIECES = Symbol('pieces')
type Framed = { [PIECES]?: readonly Buffer[] }

/** A message as it goes over the wire, in one piece or two. Made once, however many sockets it is sent to. */
export function wirePieces(message: Uint8Array): readonly Buffer[] {
  const framed = message as Uint8Array & Framed
  framed[PIECES] ??= piecesOf([message])
  return framed[PIECES]
}

/** Several messages as they go over the wire, one behind the other, in as few pieces as is cheap. */
export function wirePiecesOfAll(messages: readonly Uint8Array[]): readonly Buffer[] {
  const [only] = messages
  if (only !== undefined && messages.length === 1) return wirePieces(only)
  const framed = messages as readonly Uint8Array[] & Framed
  framed[PIECES] ??= piecesOf(messages)
  return framed[PIECES]
}

function piecesOf(messages: readonly Uint8Array[]): readonly Buffer[] {
  const pieces: Buffer[] = []
  let small: Uint8Array[] = []
  const endSmall = (large?: Uint8Array) => {
    const bytes = small.reduce((sum, message) => sum + headerLength(message) + message.byteLength, 0)
    const piece = Buffer.allocUnsafe(bytes + (large === undefined ? 0 : headerLength(large)))
    let at = 0
    for (const message of small) {
      at = writeHeader(piece, at, message)
      piece.set(message, at)
      at += message.byteLength
    }
    if (large !== undefined) writeHeader(piece, at, large)
    if (piece.byteLength > 0) pieces.push(piece)
    small = []
  }
  for (const message of messages) {
    if (message.byteLength < LARGE_BYTES) {
      small.push(message)
      continue
    }
    endSmall(message)
    pieces.push(Buffer.from(message.buffer, message.byteOffset, message.byteLength))
  }
  endSmall()
  return pieces
}

function headerLength({ byteLength }: Uint8Array): number {
  return byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
}

/** @returns where the message begins */
function writeHeader(target: Buffer, start: number, { byteLength }: Uint8Array): number {
  const at = target.writeUInt8(BINARY, start)
  if (byteLength < 126) return target.writeUInt8(byteLength, at)
  if (byteLength < 65_536) return target.writeUInt16BE(byteLength, target.writeUInt8(126, at))
  return target.writeBigUInt64BE(BigInt(byteLength), target.writeUInt8(127, at))
}

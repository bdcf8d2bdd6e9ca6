/** First byte of a whole binary message (RFC 6455, 5.2); a server does not mask. */
const BINARY = 0x82

const framed = new WeakMap<Uint8Array, Buffer>()
const framedLists = new WeakMap<readonly Uint8Array[], Buffer>()

/** A message as it goes over the wire. Made once, however many sockets it is sent to. */
export function wireFrame(message: Uint8Array): Buffer {
  let frame = framed.get(message)
  if (frame === undefined) {
    frame = Buffer.allocUnsafe(wireLength(message))
    writeFrame(frame, 0, message)
    framed.set(message, frame)
  }
  return frame
}

/** Several messages as they go over the wire, one behind the other. */
export function wireFrames(messages: readonly Uint8Array[]): Buffer {
  let frames = framedLists.get(messages)
  if (frames === undefined) {
    const [only] = messages
    if (only !== undefined && messages.length === 1) frames = wireFrame(only)
    else {
      frames = Buffer.allocUnsafe(messages.reduce((sum, message) => sum + wireLength(message), 0))
      let at = 0
      for (const message of messages) at = writeFrame(frames, at, message)
    }
    framedLists.set(messages, frames)
  }
  return frames
}

function wireLength({ byteLength }: Uint8Array): number {
  return byteLength + (byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10)
}

function writeFrame(target: Buffer, start: number, message: Uint8Array): number {
  const { byteLength } = message
  let at = target.writeUInt8(BINARY, start)
  if (byteLength < 126) at = target.writeUInt8(byteLength, at)
  else if (byteLength < 65_536) at = target.writeUInt16BE(byteLength, target.writeUInt8(126, at))
  else at = target.writeBigUInt64BE(BigInt(byteLength), target.writeUInt8(127, at))
  target.set(message, at)
  return at + byteLength
}

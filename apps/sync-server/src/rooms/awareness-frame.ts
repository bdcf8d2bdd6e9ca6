import { MESSAGE } from '@samtavle/shared/protocol'

/**
 * One awareness state as a whole frame, in the layout of y-protocols' `encodeAwarenessUpdate` with one entry. Cursors
 * are half of what a busy server sends, so the frame is written in one go and not through an encoder that grows.
 * @param clock at most 2^53 - 1
 * @param json the state, or `null` as JSON for a client that left
 */
export function awarenessFrame(clientId: number, clock: number, json: string): Uint8Array {
  const jsonBytes = Buffer.byteLength(json)
  const updateBytes = 1 + varUintLength(clientId) + varUintLength(clock) + varUintLength(jsonBytes) + jsonBytes
  const frame = Buffer.allocUnsafe(1 + varUintLength(updateBytes) + updateBytes)
  let at = frame.writeUInt8(MESSAGE.awareness, 0)
  at = writeVarUint(frame, at, updateBytes)
  at = frame.writeUInt8(1, at)
  at = writeVarUint(frame, at, clientId)
  at = writeVarUint(frame, at, clock)
  at = writeVarUint(frame, at, jsonBytes)
  frame.write(json, at)
  return frame
}

function varUintLength(value: number): number {
  let bytes = 1
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes += 1
  return bytes
}

/** lib0's variable length: seven bits a byte, low ones first. @returns where it ends */
function writeVarUint(target: Buffer, start: number, value: number): number {
  let at = start
  let rest = value
  // Not by shifting: clocks are wider than 32 bits.
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) at = target.writeUInt8(0x80 | (rest % 0x80), at)
  return target.writeUInt8(rest, at)
}

import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import * as library from 'ws'
import { wirePieces, wirePiecesOfAll } from './wire-frame.ts'

test.for([0, 1, 125, 126, 127, 16_383, 16_384, 65_535, 65_536, 200_000])(
  'W7: a message of %i bytes reads as one whole binary message',
  async (length) => {
    const message = Uint8Array.from({ length }, (_, i) => i % 251)
    const received = await receive(wirePieces(message), 1)
    expect(received[0]?.equals(message)).toBe(true)
    expect(wirePieces(message)).toBe(wirePieces(message))
  },
)

test('W7: a list of messages is made for the wire once and reads as its messages in order', async () => {
  for (const lengths of [
    [3, 0, 130, 70_000],
    [20_000, 5, 6],
    [7, 20_000, 30_000, 8],
    [1, 2],
  ]) {
    const messages = lengths.map((length) => new Uint8Array(length).fill(length % 256))
    const received = await receive(wirePiecesOfAll(messages), messages.length)
    for (const [i, message] of messages.entries()) expect(received[i]?.equals(message)).toBe(true)
    expect(wirePiecesOfAll(messages)).toBe(wirePiecesOfAll(messages))
  }
})

test('W7: small messages are one piece together, and a large one is sent from where it lies', () => {
  const [large, small] = [new Uint8Array(100_000), new Uint8Array(10)]
  expect(wirePiecesOfAll([small, small, small])).toHaveLength(1)
  const pieces = wirePiecesOfAll([small, large, small])
  expect(pieces.map(({ byteLength }) => byteLength)).toEqual([12 + 10, 100_000, 12])
  expect(pieces[1]?.buffer).toBe(large.buffer)
})

/** Not in the library's types: what it reads frames with. */
const { Receiver } = library as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

/** What a client's library makes of these bytes. */
async function receive(pieces: readonly Buffer[], count: number): Promise<Buffer[]> {
  const receiver = new Receiver({ isServer: false })
  const messages: Buffer[] = []
  receiver.on('message', (data: Buffer, isBinary: boolean) => {
    expect(isBinary).toBe(true)
    messages.push(data)
  })
  for (const piece of pieces) receiver.write(piece)
  while (messages.length < count) await once(receiver, 'message')
  return messages
}

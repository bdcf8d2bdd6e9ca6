import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import * as library from 'ws'
import { wireFrame, wireFrames } from './wire-frame.ts'

test.for([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'W7: a message of %i bytes reads as one whole binary message',
  async (length) => {
    const message = Uint8Array.from({ length }, (_, i) => i % 251)
    const received = await receive(wireFrame(message), 1)
    expect(received[0]?.equals(message)).toBe(true)
    expect(wireFrame(message)).toBe(wireFrame(message))
  },
)

test('W7: a list of messages is made for the wire once and reads as its messages in order', async () => {
  const messages = [3, 0, 130, 70_000].map((length) => new Uint8Array(length).fill(length % 256))
  const received = await receive(wireFrames(messages), messages.length)
  for (const [i, message] of messages.entries()) expect(received[i]?.equals(message)).toBe(true)
  expect(wireFrames(messages)).toBe(wireFrames(messages))
})

/** Not in the library's types: what it reads frames with. */
const { Receiver } = library as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

/** What a client's library makes of these bytes. */
async function receive(bytes: Buffer, count: number): Promise<Buffer[]> {
  const receiver = new Receiver({ isServer: false })
  const messages: Buffer[] = []
  receiver.on('message', (data: Buffer, isBinary: boolean) => {
    expect(isBinary).toBe(true)
    messages.push(data)
  })
  receiver.write(bytes)
  while (messages.length < count) await once(receiver, 'message')
  return messages
}

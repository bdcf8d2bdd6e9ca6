import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FaultProxy, openFaultProxy } from '../support/fault-proxy.ts'

let echo: Server
let proxy: FaultProxy
/** What reached the target. */
let received: string
const clients: Socket[] = []

beforeEach(async () => {
  received = ''
  echo = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      received += chunk
      socket.write(chunk)
    })
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  proxy = await openFaultProxy({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await proxy.close()
  echo.close()
})

async function dial(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1')
  clients.push(socket)
  await once(socket, 'connect')
  return socket
}

/** Resolves with everything that came, when so many bytes have. */
async function answerOf(socket: Socket, bytes: number): Promise<string> {
  let text = ''
  socket.setEncoding('utf8')
  while (text.length < bytes) text += (await once(socket, 'data'))[0]
  return text
}

test('bytes pass in both directions, and the end passes too', async () => {
  const socket = await dial()
  socket.write('hello')
  expect(await answerOf(socket, 5)).toBe('hello')
  socket.end()
  await once(socket, 'close')
  await expect.poll(() => proxy.connections).toBe(0)
})

test('a delay holds up one direction, and keeps the order', async () => {
  const socket = await dial()
  proxy.delay('back', 120)
  const began = performance.now()
  socket.write('a')
  socket.write('b')
  await expect.poll(() => received).toBe('ab')
  proxy.delay('back', 0)
  socket.write('c')
  expect(await answerOf(socket, 3)).toBe('abc')
  expect(performance.now() - began).toBeGreaterThanOrEqual(119)
})

test('frozen, nothing passes and nothing ends, not even for newcomers; thawed, everything arrives in order', async () => {
  const socket = await dial()
  socket.write('before ')
  await answerOf(socket, 7)
  proxy.freeze()
  socket.write('held ')
  const newcomer = await dial()
  newcomer.write('new')
  // A third connection, past the proxy, shows that the target had time to see what must not come.
  const direct = connect((echo.address() as AddressInfo).port, '127.0.0.1')
  clients.push(direct)
  direct.write('x')
  await once(direct, 'data')
  expect(received).toBe('before x')
  proxy.thaw()
  socket.write('after')
  expect(await answerOf(socket, 10)).toBe('held after')
  expect(await answerOf(newcomer, 3)).toBe('new')
})

test('a reset is told as one', async () => {
  const socket = await dial()
  socket.write('x')
  await once(socket, 'data')
  const failed = once(socket, 'error')
  proxy.reset()
  expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' })
})

test('cut after some bytes, no more than those have passed', async () => {
  const socket = await dial()
  socket.write('x')
  await once(socket, 'data')
  proxy.cutAfter('onward', 4)
  const closed = once(socket, 'close')
  socket.write('abcdefgh')
  await closed
  expect(received).toBe('xabcd')
})

test('shut, it turns away who comes and leaves alone who is there', async () => {
  const socket = await dial()
  proxy.shut()
  const refused = connect(proxy.port, '127.0.0.1')
  clients.push(refused)
  expect((await once(refused, 'error'))[0]).toMatchObject({ code: 'ECONNRESET' })
  socket.write('still here')
  expect(await answerOf(socket, 10)).toBe('still here')
  proxy.open()
  await dial()
})

test('an inspector may withhold, add, hang and cut', async () => {
  const port = (echo.address() as AddressInfo).port
  const inspected = await openFaultProxy({ host: '127.0.0.1', port }, (connection) => (direction, chunk) => {
    const text = chunk.toString()
    if (direction === 'onward' && text.startsWith('hang')) connection.hang()
    if (direction === 'onward' && text === 'cut') setImmediate(() => connection.cut())
    if (direction === 'onward' && text === 'secret') {
      connection.inject('back', Buffer.from('refused'))
      return Buffer.alloc(0)
    }
    return chunk
  })
  const talk = async () => {
    const socket = connect(inspected.port, '127.0.0.1')
    clients.push(socket)
    await once(socket, 'connect')
    return socket
  }
  const first = await talk()
  first.write('secret')
  expect(await answerOf(first, 7)).toBe('refused')
  expect(received).toBe('')
  first.write('cut')
  await once(first, 'close')
  const second = await talk()
  second.write('hang')
  second.write('never')
  const third = await talk()
  third.write('third')
  expect(await answerOf(third, 5)).toBe('third')
  expect(received).toBe('cutthird')
  await inspected.close()
})

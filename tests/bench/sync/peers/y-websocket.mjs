/** @y/websocket-server as it comes: its own way of setting up connections, its own LevelDB. */
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { LeveldbPersistence } from 'y-leveldb'
import { readOrder, readUpdates } from './order.mjs'

const { data, seed, rooms } = readOrder()
const folder = join(data, 'leveldb')
const seeded = join(data, 'seeded')
if (!existsSync(seeded)) {
  const store = new LeveldbPersistence(folder)
  const updates = readUpdates(seed)
  for (const room of rooms) for (const update of updates) await store.storeUpdate(room, update)
  await store.destroy()
  writeFileSync(seeded, '')
}
process.env.YPERSISTENCE = folder
// Only now: it opens its store when it is loaded, and a store has one owner.
const { setupWSConnection } = await import('@y/websocket-server/utils')
const server = createServer((_, response) => response.end())
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', setupWSConnection)
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
process.on('SIGTERM', () => process.exit(0))

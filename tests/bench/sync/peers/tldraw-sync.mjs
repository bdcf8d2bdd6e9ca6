/** tldraw's room server, stored as its own self-hosting example does: a snapshot of every changed room each 2 s. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { TLSocketRoom } from '@tldraw/sync-core'
import { createTLSchema } from '@tldraw/tlschema'
import { WebSocketServer } from 'ws'
import { readOrder } from './order.mjs'

const STORE_EVERY_MS = 2_000
const { data, seed, rooms: names } = readOrder()
const seeded = new Set(names)
const schema = createTLSchema()
const fileOf = (name) => join(data, `${name}.json`)
/** Name → the promise of its room, so that two who come at once get the same. */
const rooms = new Map()
const changed = new Set()

async function readSnapshot(name) {
  try {
    return JSON.parse(await readFile(fileOf(name), 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    if (!seeded.has(name)) return undefined
    const records = JSON.parse(await readFile(join(seed, 'records.json'), 'utf8'))
    return { store: Object.fromEntries(records.map((record) => [record.id, record])), schema: schema.serialize() }
  }
}

async function store(name, room) {
  changed.delete(name)
  const text = JSON.stringify(room.getCurrentSnapshot())
  await writeFile(`${fileOf(name)}.new`, text)
  await rename(`${fileOf(name)}.new`, fileOf(name))
}

async function openRoom(name) {
  const initialSnapshot = await readSnapshot(name)
  return new TLSocketRoom({
    ...(initialSnapshot === undefined ? {} : { initialSnapshot }),
    schema,
    log: { error: console.error },
    onDataChange: () => changed.add(name),
    async onSessionRemoved(room, { numSessionsRemaining }) {
      if (numSessionsRemaining > 0) return
      if (changed.has(name)) await store(name, room)
      if (room.getNumActiveSessions() > 0) return
      room.close()
      rooms.delete(name)
    },
  })
}

setInterval(async () => {
  for (const name of [...changed]) {
    const room = await rooms.get(name)
    if (room !== undefined) await store(name, room)
  }
}, STORE_EVERY_MS)

// Clients must name the schema that they speak.
const server = createServer((_, response) => response.end(JSON.stringify(schema.serialize())))
const sockets = new WebSocketServer({ server })
sockets.on('connection', async (socket, request) => {
  const url = new URL(request.url, 'http://localhost')
  const name = url.pathname.slice(1)
  // What comes while the room loads must not be lost.
  const early = []
  const keep = (message) => early.push(message)
  socket.on('message', keep)
  if (!rooms.has(name)) rooms.set(name, openRoom(name))
  const room = await rooms.get(name)
  room.handleSocketConnect({ sessionId: url.searchParams.get('sessionId'), socket })
  socket.off('message', keep)
  for (const message of early) socket.emit('message', message, false)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
process.on('SIGTERM', () => process.exit(0))

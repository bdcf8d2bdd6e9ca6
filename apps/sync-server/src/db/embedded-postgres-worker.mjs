// Runs PGlite in a thread of its own, so that a long query does not stop the sockets. Plain JavaScript, because a
// worker thread starts from a file and the tests run from the sources.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

if (parentPort === null) throw new Error('this file is a worker thread')
const port = parentPort

const database = await PGlite.create({ dataDir: workerData.dataDir })

// When the engine itself fails, the socket server would wait for ever: it forgets to go on with its queue.
const execute = database.execProtocolRawStream.bind(database)
database.execProtocolRawStream = async (message, options) => {
  try {
    return await execute(message, options)
  } catch (error) {
    port.postMessage({ type: 'failed', reason: String(error) })
    throw error
  }
}

/**
 * Passes on whole messages only. The socket server joins what it holds with every chunk of 64 KiB that comes, which
 * for one update of 8 MiB means copying two gigabytes.
 * @param {import('node:net').Socket} socket
 */
function gatherMessages(socket) {
  const listen = socket.on.bind(socket)
  socket.on = (event, listener) => listen(event, event === 'data' ? gatherInto(listener) : listener)
}

/** @param {(data: Buffer) => void} listener */
function gatherInto(listener) {
  /** @type {Buffer[]} */
  let chunks = []
  let size = 0
  // Bytes that are needed before anything can be passed on.
  let needed = 5
  let started = false
  return (chunk) => {
    // The first message has no type; it is short and comes alone, because the client waits for its answer.
    if (!started) {
      started = true
      listener(chunk)
      return
    }
    chunks.push(chunk)
    size += chunk.byteLength
    if (size < needed) return
    const data = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    let end = 0
    while (size - end >= 5 && size - end >= 1 + data.readUInt32BE(end + 1)) end += 1 + data.readUInt32BE(end + 1)
    if (end > 0) listener(data.subarray(0, end))
    chunks = end < size ? [data.subarray(end)] : []
    size -= end
    needed = size < 5 ? 5 : 1 + data.readUInt32BE(end + 1)
  }
}

class SocketServer extends PGLiteSocketServer {
  handleConnection(socket) {
    gatherMessages(socket)
    return super.handleConnection(socket)
  }
}

// Two, because a connection that is being replaced counts until it is wound up. Only one is ever used.
const server = new SocketServer({ db: database, path: workerData.socketPath, maxConnections: 2 })
await server.start()
port.postMessage({ type: 'ready' })

port.once('message', async () => {
  await server.stop()
  await database.close()
  port.postMessage({ type: 'closed' })
  port.close()
})

/** Hocuspocus with its Database extension on plain files: less work for it than any database would be. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { readOrder } from './order.mjs'

const { data, seed, rooms } = readOrder()
const seeded = new Set(rooms)
const fileOf = (room) => join(data, `${room}.bin`)

const database = new Database({
  async fetch({ documentName }) {
    try {
      return await readFile(fileOf(documentName))
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
      return seeded.has(documentName) ? await readFile(join(seed, 'state.bin')) : null
    }
  },
  async store({ documentName, state }) {
    const file = fileOf(documentName)
    await writeFile(`${file}.new`, state)
    await rename(`${file}.new`, file)
  },
})

const server = new Server({ address: '127.0.0.1', port: 0, quiet: true, stopOnSignals: false, extensions: [database] })
await server.listen()
console.log(`http://127.0.0.1:${server.address.port}`)
process.on('SIGTERM', () => process.exit(0))

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the bench tells a server: `{ data, seed, rooms }`, its own folder, the folder with the board, and the rooms that hold it. */
export const readOrder = () => JSON.parse(process.argv[2])

/** The updates that made the board, each behind its length. @param {string} seed */
export function readUpdates(seed) {
  const bytes = readFileSync(join(seed, 'updates.bin'))
  const updates = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32LE(at)
    updates.push(new Uint8Array(bytes.subarray(at + 4, end)))
    at = end
  }
  return updates
}

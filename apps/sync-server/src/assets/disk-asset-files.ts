import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isAssetId } from '@samtavle/shared/board-asset'
import type { AssetFiles } from './asset-files.ts'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** What a rename left in the folder is on the disk only when the folder is. Windows knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Pictures as files below `folder`, spread over 256 folders by the first two digits of their id. A file appears whole
 * or not at all: it is written aside, forced to the disk and renamed. Nothing but a checked id ever becomes a path.
 */
export function createDiskAssetFiles(folder: string): AssetFiles {
  const incoming = join(folder, 'incoming')

  function pathOf(id: string): { shelf: string; path: string } {
    if (!isAssetId(id)) throw new Error('not the id of an asset')
    const shelf = join(folder, id.slice(0, 2))
    return { shelf, path: join(shelf, id) }
  }

  async function timeOf(path: string): Promise<number | undefined> {
    try {
      return (await stat(path)).mtimeMs
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async function namesIn(place: string): Promise<string[]> {
    try {
      return await readdir(place)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  return {
    async put(id, bytes) {
      const { shelf, path } = pathOf(id)
      await mkdir(shelf, { recursive: true, mode: 0o700 })
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      if ((await timeOf(path)) !== undefined) {
        // Somebody wants it again: it is as young as if it had been written now.
        await utimes(path, new Date(), new Date())
        return
      }
      const aside = join(incoming, randomUUID())
      try {
        const handle = await open(aside, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      await syncFolder(shelf)
      await syncFolder(folder)
    },

    async open(id) {
      try {
        const handle = await open(pathOf(id).path, 'r')
        // Closes its handle at the end, and when it is cancelled.
        return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    async has(id) {
      return (await timeOf(pathOf(id).path)) !== undefined
    },

    async remove(id) {
      await rm(pathOf(id).path, { force: true })
    },

    async *list(before) {
      for (const shelf of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        for (const id of await namesIn(join(folder, shelf))) {
          const time = isAssetId(id) ? await timeOf(pathOf(id).path) : undefined
          if (time !== undefined && time < before.getTime()) yield id
        }
      }
    },

    async tidy(before) {
      for (const name of await namesIn(incoming)) {
        const time = await timeOf(join(incoming, name))
        if (time !== undefined && time < before.getTime()) await rm(join(incoming, name), { force: true })
      }
    },
  }
}

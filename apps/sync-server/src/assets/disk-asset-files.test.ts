import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AssetFiles } from './asset-files.ts'
import { createDiskAssetFiles } from './disk-asset-files.ts'

const ID = `ab${'0'.repeat(62)}`
const BYTES = new Uint8Array([1, 2, 3])

describe('pictures on a disk', () => {
  let parent: string
  let folder: string
  let files: AssetFiles
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'samtavle-assets-'))
    folder = join(parent, 'data', 'assets')
    files = createDiskAssetFiles(folder)
  })
  afterEach(() => rm(parent, { recursive: true, force: true }))

  const idsBefore = async (time: number) => {
    const ids: string[] = []
    for await (const id of files.list(new Date(time))) ids.push(id)
    return ids
  }

  test('lie whole under their id, in a folder that is nobody else’s', async () => {
    expect([await files.has(ID), await files.open(ID)]).toEqual([false, undefined])
    await Promise.all([files.put(ID, BYTES), files.put(ID, BYTES)])
    expect(await readFile(join(folder, 'ab', ID))).toEqual(Buffer.from(BYTES))
    expect(new Uint8Array(await new Response(await files.open(ID)).arrayBuffer())).toEqual(BYTES)
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
    expect((await stat(join(folder, 'ab'))).mode & 0o077).toBe(0)
    await files.remove(ID)
    await files.remove(ID)
    expect(await files.has(ID)).toBe(false)
  })

  test('a stream that nobody reads to its end lets go of the file', async () => {
    await files.put(ID, new Uint8Array(500_000))
    const stream = await files.open(ID)
    await stream?.cancel()
    await files.remove(ID)
    expect(await files.has(ID)).toBe(false)
  })

  test('SEC-48: nothing but an id becomes a path', async () => {
    await writeFile(join(parent, 'secret'), 'secret')
    for (const id of [
      '../secret',
      '../../secret',
      `ab/${'0'.repeat(61)}`,
      'AB'.repeat(32),
      '',
      `${ID}\0`,
      `${ID}/..`,
    ]) {
      await expect(files.open(id)).rejects.toThrow('not the id')
      await expect(files.put(id, BYTES)).rejects.toThrow('not the id')
      await expect(files.remove(id)).rejects.toThrow('not the id')
    }
    expect(await readdir(parent)).toEqual(['secret'])
  })

  test('are listed by age, and what a crash left half written is tidied away', async () => {
    await files.put(ID, BYTES)
    await writeFile(join(folder, 'incoming', 'half'), 'x')
    await writeFile(join(folder, 'ab', 'not-an-id'), 'x')
    const now = Date.now()
    expect([await idsBefore(now - 60_000), await idsBefore(now + 60_000)]).toEqual([[], [ID]])
    await utimes(join(folder, 'ab', ID), new Date(0), new Date(0))
    expect(await idsBefore(now - 60_000)).toEqual([ID])
    // Whoever puts it again needs it: it counts as new.
    await files.put(ID, BYTES)
    expect(await idsBefore(now - 60_000)).toEqual([])
    await files.tidy(new Date(now - 60_000))
    expect(await readdir(join(folder, 'incoming'))).toEqual(['half'])
    await files.tidy(new Date(now + 60_000))
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })
})

import { execFile } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { hasPostgres, openFaultScene } from '../support/fault-scene.ts'
import { startPostgresServer } from '../support/postgres-server.ts'
import { expectNothingLost } from '../support/writer-scene.ts'

const run = promisify(execFile)
const DISK = '96m'
const EDIT_EVERY_MS = 15
/** Stays below what PostgreSQL compresses, so that every few edits need another page. */
const EDIT_BYTES = 1_500

/** A small disk of its own; undefined where this user may not mount one. */
async function mountDisk(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0711`, 'tmpfs', folder])
    return folder
  } catch {
    await rm(folder, { recursive: true, force: true })
    return undefined
  }
}

/** Takes all space that is left. @returns a function that gives it back */
function fillDisk(folder: string): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  try {
    for (let bytes = 1024 * 1024; bytes >= 512; ) {
      try {
        writeSync(file, Buffer.alloc(bytes))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        bytes >>= 1
      }
    }
  } finally {
    closeSync(file)
  }
  return () => rmSync(path)
}

let disk: string | undefined
afterEach(async () => {
  if (disk === undefined) return
  await run('umount', [disk])
  await rm(disk, { recursive: true, force: true })
})

test('F5: the disk of PostgreSQL is really full, then there is room', { timeout: 120_000 }, async ({ skip }) => {
  disk = hasPostgres() ? await mountDisk() : undefined
  if (disk === undefined) return skip('it takes PostgreSQL and the right to mount a disk')
  const folder = disk
  const database = await startPostgresServer({ parent: folder, initdb: ['--wal-segsize=1'] })
  const scene = await openFaultScene({ url: database.url, remove: () => database.stop() }, { boards: 2 })
  try {
    const writers = await scene.busy(EDIT_EVERY_MS)
    const makeRoom = fillDisk(folder)
    for (const writer of writers) writer.keepWriting(EDIT_EVERY_MS, EDIT_BYTES)
    const states = () => writers.map(({ connection }) => connection.roomState)
    await expect.poll(states, { timeout: 30_000, interval: 20 }).toEqual(writers.map(() => 'degraded'))
    expect(scene.server.log.some((line) => line.includes('"53100"') || line.includes('No space left'))).toBe(true)
    makeRoom()
    // Without room for its log it may have given up altogether.
    if (!database.isRunning) await database.start()
    await expectNothingLost(scene)
  } finally {
    await scene.close()
  }
})

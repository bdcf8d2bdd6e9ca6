import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DataDirLockedError, lockDataDir } from './data-dir-lock.ts'

// Each test starts processes, and on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let scripts: string
const children: ChildProcess[] = []

beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), 'samtavle-lock-script-'))
  const source = fileURLToPath(new URL('./data-dir-lock.ts', import.meta.url))
  const contents = `
    import { lockDataDir } from ${JSON.stringify(source)}
    try {
      await lockDataDir(process.argv[2])
      process.stdout.write('locked')
      setInterval(() => {}, 1e6)
    } catch (error) {
      process.stdout.write(error.name)
    }`
  const outfile = join(scripts, 'holder.mjs')
  await build({
    stdin: { contents, resolveDir: scripts },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
})
afterAll(() => rm(scripts, { recursive: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtavle-lock-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  await rm(folder, { recursive: true })
})

/** A process of its own that tries to take the folder, and what it says. */
async function start(dataDir = folder): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [join(scripts, 'holder.mjs'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [said] = await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
  return { child, said: String(said) }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a second process is refused and told who has the folder; after release it may have it', async () => {
  const lock = await lockDataDir(folder)
  expect((await start()).said).toBe('DataDirLockedError')
  await lock.release()
  expect((await start()).said).toBe('locked')
})

test('also within one process', async () => {
  const lock = await lockDataDir(folder)
  const second = lockDataDir(folder)
  await expect(second).rejects.toThrow(DataDirLockedError)
  await expect(second).rejects.toThrow(`${folder} is in use by another Samtavle (process ${process.pid})`)
  await lock.release()
  await (await lockDataDir(folder)).release()
})

test('a process that was killed leaves nothing in the way', async () => {
  for (let round = 0; round < 5; round++) {
    const { child, said } = await start()
    expect(said).toBe('locked')
    await kill(child)
  }
  await (await lockDataDir(folder)).release()
  expect(await readdir(join(folder, 'lock'))).toEqual([])
})

test('a process that is stopped keeps the folder', async () => {
  const { child } = await start()
  child.kill('SIGSTOP')
  await expect(lockDataDir(folder)).rejects.toThrow(`process ${child.pid}`)
  await kill(child)
  await (await lockDataDir(folder)).release()
})

test('of eight that start at once over a dead owner never two have it', async () => {
  await kill((await start()).child)
  const all = await Promise.all(Array.from({ length: 8 }, () => start()))
  expect(all.filter(({ said }) => said === 'locked').length).toBeLessThanOrEqual(1)
  for (const { child } of all) if (child.exitCode === null) await kill(child)
  await (await lockDataDir(folder)).release()
})

test('the name of the folder may be longer than a socket allows', async () => {
  const deep = join(folder, 'a'.repeat(100), 'b'.repeat(100))
  await mkdir(deep, { recursive: true })
  const { child, said } = await start(deep)
  expect(said).toBe('locked')
  await expect(lockDataDir(deep)).rejects.toThrow(DataDirLockedError)
  await kill(child)
  await (await lockDataDir(deep)).release()
})

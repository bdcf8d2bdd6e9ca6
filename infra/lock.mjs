import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from './files.mjs'

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Runs the work while no other process holds the lock; one left by a process that is gone is taken over.
 * @template T
 * @param {string} path relative to the top
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  const deadline = Date.now() + 10 * 60_000
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    let holder = ''
    try {
      holder = readFileSync(file, 'utf8')
    } catch {}
    // An empty file is one that is being written at this moment.
    if (holder !== '' && !alive(Number(holder))) rmSync(file, { force: true })
    else if (Date.now() > deadline) throw new Error(`${path} has been held by process ${holder} for ten minutes`)
    else await delay(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

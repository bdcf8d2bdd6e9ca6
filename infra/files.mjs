import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of the repository, wherever it was cloned to. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const skipped = new Set(['node_modules', 'dist', '.git', '.build', '.data', 'test-results', 'playwright-report'])

/**
 * Every file below the given paths, sorted, without what is installed or built.
 * @param {string[]} paths files or folders, relative to the top; those that do not exist are left out
 * @returns {string[]} absolute paths
 */
export function listFiles(paths) {
  const files = []
  const waiting = paths.map((path) => join(root, path))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    let entries
    try {
      entries = readdirSync(path, { withFileTypes: true })
    } catch (error) {
      if (error.code === 'ENOTDIR') files.push(path)
      else if (error.code !== 'ENOENT') throw error
      continue
    }
    for (const entry of entries) {
      if (skipped.has(entry.name)) continue
      if (entry.isDirectory()) waiting.push(join(path, entry.name))
      else if (entry.isFile()) files.push(join(path, entry.name))
    }
  }
  return files.sort()
}

/**
 * SHA-256 over names and contents: the same on every machine, whatever the clock or git did to the files' times.
 * @param {string[]} files absolute paths
 * @param {string} [salt] what else decides the result, such as the version of Node
 */
export function hashFiles(files, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const file of files) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @param {string} path relative to the top; '' when there is no such file */
export function readStamp(path) {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} path @param {string} hash */
export function writeStamp(path, hash) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), hash)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../files.mjs'
import { run } from '../run.mjs'

/**
 * Runs an installed tool by its script, without a shell and without npx.
 * @param {string} name of the package
 * @param {string[]} args
 * @param {{ cwd?: string, bin?: string }} [options] `bin` when it is not called like its package
 * @returns {Promise<{ code: number, output: string }>} what it printed, without colours
 */
export function tool(name, args, { cwd = root, bin = name.split('/').at(-1) } = {}) {
  const folder = join(root, 'node_modules', name)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin]
  const env = { NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1' }
  return run(process.execPath, [join(folder, script), ...args], { cwd, env, output: 'collect' })
}

/** The first JSON document in what a tool printed between its notes. @param {string} output */
export function jsonIn(output) {
  const start = output.indexOf('{"')
  const end = output.lastIndexOf('}')
  if (start < 0 || end < start) throw new Error(`no JSON in:\n${output}`)
  return JSON.parse(output.slice(start, end + 1))
}

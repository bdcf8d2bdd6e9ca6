import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { root } from './files.mjs'

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, output?: 'show' | 'collect', shell?: boolean, timeout?: number }} [options]
 * `collect` keeps what it prints; `timeout` in milliseconds ends it; `shell` is for the .cmd files of Windows only, with constant arguments
 * @returns {Promise<{ code: number, output: string }>} never rejects for a program that fails; 127 when it cannot be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const collect = options.output === 'collect'
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', collect ? 'pipe' : 'inherit', collect ? 'pipe' : 'inherit'],
      shell: options.shell ?? false,
      ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: 'SIGTERM' }),
      windowsHide: true,
    })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.once('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

/**
 * Was this module started by itself rather than imported?
 * @param {string} url the module's `import.meta.url`
 */
export const isMain = (url) => process.argv[1] !== undefined && url === pathToFileURL(process.argv[1]).href

/** Seconds since `start` (of `performance.now()`), in words. @param {number} start */
export const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

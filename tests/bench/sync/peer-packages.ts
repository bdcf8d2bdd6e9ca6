import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Everything of the sync bench is bundled into one file of `tests/bench`, so paths begin there. */
export const PEERS = join(import.meta.dirname, 'sync/peers')
const STAMP = join(PEERS, 'node_modules/.samtavle-install')

function lockHash(): string {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'pnpm-lock.yaml']) hash.update(readFileSync(join(PEERS, file)))
  return hash.digest('hex')
}

/**
 * Installs the servers that ours is compared with, when they are missing or others are asked for. They are no part of
 * the workspace, so that nobody who only runs Samtavle gets them.
 * @throws when they cannot be installed
 */
export async function installPeers(): Promise<void> {
  const hash = lockHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  const { packageManager } = JSON.parse(readFileSync(join(PEERS, 'package.json'), 'utf8')) as { packageManager: string }
  console.log('Installing the peers (some 180 MB, once) …')
  const words = [
    '--yes',
    packageManager,
    'install',
    '--ignore-workspace',
    '--frozen-lockfile',
    '--reporter=append-only',
  ]
  const child = spawn('npx', words, {
    cwd: PEERS,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, npm_config_loglevel: 'error', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the peers could not be installed')
  writeFileSync(STAMP, hash)
}

/** The installed version of one of the peers' packages. */
export function peerVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(PEERS, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** The Node that a package of the peers brings, for servers that do not run on the present one. */
export function newerNode(): string {
  const name = `node-linux-${process.arch}`
  const manifest = createRequire(join(PEERS, 'package.json')).resolve(`${name}/package.json`)
  return join(manifest, '../bin/node')
}

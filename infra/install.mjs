/**
 * Installs the packages of the lockfile, only when they are missing or the lockfile changed. Asks nothing.
 *
 *   node infra/install.mjs [--force]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashFiles, readStamp, root, writeStamp } from './files.mjs'
import { isMain, run, since } from './run.mjs'

const stamp = 'node_modules/.samtavle-install'

function manifests() {
  const members = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'package.json')),
  )
  const files = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map((name) => join(root, name))
  const patches = readdirSync(join(root, 'infra/patches')).map((name) => join(root, 'infra/patches', name))
  return [...files, ...patches, ...members.filter((path) => existsSync(path))]
}

/** npx as a script for this very Node: needs no shell, also on Windows, whose `npx` is a batch file. */
function npxScript() {
  const near = dirname(process.execPath)
  const places = [
    process.env.npm_execpath && join(dirname(process.env.npm_execpath), 'npx-cli.js'),
    join(near, '../lib/node_modules/npm/bin/npx-cli.js'),
    join(near, 'node_modules/npm/bin/npx-cli.js'),
  ]
  return places.find((path) => path && existsSync(path))
}

/**
 * @param {{ force?: boolean, quiet?: boolean }} [options]
 * @throws when the packages cannot be installed
 */
export async function install({ force = false, quiet = false } = {}) {
  // Native packages differ per platform: a folder copied from another machine is installed anew.
  const hash = hashFiles(manifests(), `${process.platform} ${process.arch}`)
  if (!force && readStamp(stamp) === hash) return
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const start = performance.now()
  if (!quiet) console.log('Installing packages (the first time takes a minute) …')
  const words = ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only']
  const script = npxScript()
  const options = {
    output: 'collect',
    // pnpm would ask before it replaces a folder that something else installed; here nobody can answer.
    env: { npm_config_confirm_modules_purge: 'false', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
  }
  const result =
    script === undefined
      ? await run('npx', words, { ...options, shell: process.platform === 'win32' })
      : await run(process.execPath, [script, ...words], options)
  if (result.code !== 0) {
    throw new Error(
      `${result.output.trim()}\n\nThe packages could not be installed. Is there a way to the npm registry?`,
    )
  }
  writeStamp(stamp, hash)
  if (!quiet) console.log(`Installed in ${since(start)}`)
}

if (isMain(import.meta.url)) {
  try {
    await install({ force: process.argv.includes('--force') })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

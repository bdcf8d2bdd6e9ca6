/**
 * `npm start`: installs what is missing, builds what changed, and becomes the server: one process, so that a signal
 * reaches it and nothing is left behind when it is killed.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()

const { build } = await import('./build.mjs')
const { install } = await import('./install.mjs')
const { root } = await import('./files.mjs')
const { endWithNpm } = await import('./end-with-npm.mjs')

endWithNpm()

try {
  await install()
  await build()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

// As `--disable-proto=delete`: hostile JSON cannot reach a prototype through this name.
Reflect.deleteProperty(Object.prototype, '__proto__')
process.env.NODE_ENV ??= 'production'
await import(pathToFileURL(join(root, 'apps/sync-server/dist/main.js')).href)

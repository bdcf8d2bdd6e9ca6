/**
 * `npm run dev`: the web app from its sources with hot reload on port 5173, the server behind it, rebuilt and
 * restarted at every change. Data lies in `.data/dev`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const { install } = await import('./install.mjs')
const { root } = await import('./files.mjs')
await install()

const { copyServerFiles, forgetBuild, serverBuildOptions } = await import('./build.mjs')
const { context } = await import('esbuild')
const webPort = Number(process.env.PORT ?? 5173)
const serverPort = webPort + 1
const origin = `http://localhost:${webPort}`

let server
let restarting = Promise.resolve()
async function restart() {
  if (server !== undefined && server.exitCode === null && server.signalCode === null) {
    const exited = once(server, 'exit')
    server.kill('SIGTERM')
    await exited
  }
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/sync-server/dist/main.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      DATA_DIR: join(root, '.data/dev'),
      ...process.env,
      PORT: String(serverPort),
      PUBLIC_URL: origin,
    },
  })
}

// `npm start` must not take what is built here for its own.
forgetBuild('server')
const watcher = await context({
  ...serverBuildOptions(),
  plugins: [
    {
      name: 'restart',
      setup(building) {
        building.onEnd((result) => {
          if (result.errors.length > 0) return
          copyServerFiles()
          restarting = restarting.then(restart)
        })
      },
    },
  ],
})
await watcher.watch()

const vite = await import(pathToFileURL(createRequire(join(root, 'apps/web/package.json')).resolve('vite')).href)
// The page comes from Vite, so that is the origin, and the address in links.
const toServer = { target: `http://127.0.0.1:${serverPort}`, headers: { origin } }
const web = await vite.createServer({
  root: join(root, 'apps/web'),
  server: {
    host: 'localhost',
    port: webPort,
    strictPort: true,
    proxy: { '/api': toServer, '^/s/': toServer, '/sync': { ...toServer, ws: true } },
  },
})
await web.listen()
web.printUrls()

async function end() {
  await watcher.dispose()
  await web.close()
  await restarting
  server?.kill('SIGTERM')
}
process.once('SIGINT', end)
process.once('SIGTERM', end)

/**
 * Builds the web app and the server, each only when its sources changed.
 *
 *   node infra/build.mjs [--only web|server] [--force]
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compressAssets } from './compress-assets.mjs'
import { hashFiles, listFiles, readStamp, root, writeStamp } from './files.mjs'
import { withLock } from './lock.mjs'
import { isMain, run, since } from './run.mjs'

const ours = ['infra/build.mjs', 'infra/compress-assets.mjs', 'tsconfig.base.json', 'pnpm-lock.yaml']
const isTest = (path) => /\.test\.tsx?$/.test(path)

const parts = {
  web: {
    sources: ['apps/web', 'packages', ...ours],
    result: 'apps/web/dist/index.html',
    make: makeWeb,
  },
  server: {
    sources: ['apps/sync-server', 'packages', ...ours],
    result: 'apps/sync-server/dist/main.js',
    make: makeServer,
  },
}

/**
 * @param {{ only?: ('web' | 'server')[], quiet?: boolean, force?: boolean }} [options] everything unless `only` is given
 * @throws when a part does not build
 */
export async function build({ only = ['web', 'server'], quiet = false, force = false } = {}) {
  const say = quiet ? () => {} : (words) => console.log(words)
  for (const name of only) {
    const part = parts[name]
    if (part === undefined) throw new Error(`there is no part "${name}", only ${Object.keys(parts).join(' and ')}`)
    // Two tests may start at once; the second waits, then finds the work done.
    await withLock(`.build/${name}.lock`, async () => {
      const hash = hashFiles(listFiles(part.sources).filter((path) => !isTest(path)))
      const stamp = `.build/${name}.stamp`
      if (!force && readStamp(stamp) === hash && existsSync(join(root, part.result))) return
      const start = performance.now()
      say(`Building ${name} …`)
      forgetBuild(name)
      const sizes = await part.make()
      writeStamp(stamp, hash)
      say(`Built ${name} in ${since(start)}: ${sizes}`)
    })
  }
}

/** The next build makes this part anew. @param {'web' | 'server'} name */
export const forgetBuild = (name) => rmSync(join(root, `.build/${name}.stamp`), { force: true })

async function makeWeb() {
  const app = join(root, 'apps/web')
  const vite = join(app, 'node_modules/vite/bin/vite.js')
  const result = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: app, output: 'collect' })
  if (result.code !== 0) throw new Error(`vite build failed:\n${result.output}`)
  if (result.output.trim() !== '') console.error(result.output.trim())
  const { files, bytes, brotli } = await compressAssets(join(app, 'dist'))
  const kB = (n) => `${Math.round(n / 1000)} kB`
  return `${files} scripts, styles and pages, ${kB(bytes)}, ${kB(brotli)} compressed`
}

const server = join(root, 'apps/sync-server')

/** How the server becomes one file, and its threads others: also for `dev.mjs`, which watches. */
export function serverBuildOptions() {
  const { dependencies } = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8'))
  // What the server declares is loaded from node_modules, in one copy; our own packages come as TypeScript and, with
  // what only they declare, go into the bundle.
  const external = Object.keys(dependencies).filter((name) => !dependencies[name].startsWith('workspace:'))
  return {
    absWorkingDir: server,
    // All but the first are threads of their own, that know our packages too.
    entryPoints: {
      main: 'src/main.ts',
      'freeze-worker': 'src/snapshots/freeze-worker.ts',
      'filing-worker': 'src/filing/filing-worker.ts',
      'version-worker': 'src/versions/version-worker.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: external.flatMap((name) => [name, `${name}/*`]),
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'external',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Packages that are still CommonJS expect `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  }
}

/** Copies what the server reads from beside its code, bundled or not. */
export function copyServerFiles() {
  const dist = join(server, 'dist')
  cpSync(join(server, 'src/db/migrations'), join(dist, 'migrations'), { recursive: true })
  cpSync(join(server, 'src/reader/page-files'), join(dist, 'page-files'), { recursive: true })
  for (const folder of ['src/db', 'src/versions']) {
    for (const name of readdirSync(join(server, folder))) {
      if (name.endsWith('-worker.mjs')) cpSync(join(server, folder, name), join(dist, name))
    }
  }
}

async function makeServer() {
  const esbuild = await import('esbuild')
  rmSync(join(server, 'dist'), { recursive: true, force: true })
  await esbuild.build(serverBuildOptions())
  // Its helper process would live as long as the server that `npm start` becomes.
  await esbuild.stop()
  copyServerFiles()
  return `${Math.round(statSync(join(server, 'dist/main.js')).size / 1000)} kB`
}

if (isMain(import.meta.url)) {
  const only = process.argv.flatMap((word, index, words) => (words[index - 1] === '--only' ? word.split(',') : []))
  try {
    await build({ only: only.length > 0 ? only : undefined, force: process.argv.includes('--force') })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

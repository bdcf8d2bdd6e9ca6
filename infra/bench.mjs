/**
 * `npm run bench [names] [-- options]`: runs the measurements `tests/bench/<name>.bench.ts`, one after the other, each as a program
 * of its own on the built app. They write what they find to `tests/bench/results/`. What begins with the first option goes to the measurement, of which
 * there must be one then: `npm run bench sync -- --scenario kill`.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode()
const { build } = await import('./build.mjs')
const { root } = await import('./files.mjs')
const { install } = await import('./install.mjs')
const { run, since } = await import('./run.mjs')

await install()
await build()
const esbuild = await import('esbuild')
const folder = join(root, 'tests/bench')
const ending = '.bench.ts'
const names = readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
const words = process.argv.slice(2)
const firstOption = words.findIndex((word) => word.startsWith('-'))
const asked = firstOption < 0 ? words : words.slice(0, firstOption)
const options = words.slice(asked.length)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0 || names.length === 0) {
  console.error(`There is no measurement ${unknown.join(', ')}; there are: ${names.join(', ') || 'none'}`)
  process.exit(2)
}
if (options.length > 0 && asked.length !== 1) {
  console.error('Options are for one measurement: name it before them')
  process.exit(2)
}
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const external = Object.keys(devDependencies)
  .filter((name) => !devDependencies[name].startsWith('workspace:'))
  .flatMap((name) => [name, `${name}/*`])
mkdirSync(join(folder, 'results'), { recursive: true })
for (const name of asked.length > 0 ? asked : names) {
  const start = performance.now()
  // Beside its source, so that it finds the same packages and files.
  const outfile = join(folder, `.${name}.built.mjs`)
  await esbuild.build({
    entryPoints: [join(folder, name + ending)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'inline',
    logLevel: 'warning',
    external,
  })
  console.log(`== ${name}`)
  const { code } = await run(process.execPath, ['--enable-source-maps', outfile, ...options])
  console.log(`== ${name}: ${code === 0 ? 'done' : `ended with ${code}`}, ${since(start)}`)
  if (code !== 0) process.exitCode = 1
}
await esbuild.stop()

import { join, relative, sep } from 'node:path'
import { listFiles, root } from '../files.mjs'
import { run } from '../run.mjs'
import { jsonIn } from './tool.mjs'

const script = join(root, 'infra/gates/check-types.mjs')

async function check(tsconfig) {
  const { code, output } = await run(process.execPath, [script, tsconfig], { output: 'collect' })
  if (code !== 0) throw new Error(output)
  return jsonIn(output)
}

/** A project must read every source file of its folders: one that reads nothing finds nothing. */
const project = (name, tsconfig, folders, except = /^$/) => ({
  name: `types: ${name}`,
  async run() {
    const { files, problems } = await check(tsconfig)
    if (problems.length > 0) throw new Error(problems.map((p) => `${p.place} ${p.code} ${p.text}`).join('\n'))
    const read = new Set(files)
    const wanted = listFiles(folders)
      .map((file) => relative(root, file).split(sep).join('/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !except.test(file))
    const unread = wanted.filter((file) => !read.has(file))
    if (wanted.length === 0 || unread.length > 0) throw new Error(`did not read ${unread.join(', ') || 'anything'}`)
    return `${wanted.length} files`
  },
})

/** Every kind of mistake that the compiler's options and the source rules are there for. */
const planted = {
  name: 'types: planted errors are found',
  async run() {
    const { problems } = await check('tests/fixtures/gates/types/tsconfig.json')
    const expected = [
      'TS2322',
      'TS2375',
      'TS7006',
      'TS2591',
      'TS2584',
      'TS1294',
      'TS6133',
      'floating-promise',
      'transaction',
    ]
    const missing = expected.filter((code) => !problems.some((problem) => problem.code === code))
    if (missing.length > 0) throw new Error(`not reported: ${missing.join(', ')}`)
    return `${expected.length} kinds`
  },
}

export const typeGates = [
  project('web', 'apps/web/tsconfig.json', ['apps/web/src']),
  project(
    'server, packages, tests',
    'apps/sync-server/tsconfig.json',
    ['apps/sync-server/src', 'packages', 'tests'],
    /^tests\/(fixtures|e2e|bench\/plain-tldraw)\//,
  ),
  project('browser tests', 'tests/e2e/tsconfig.json', ['tests/e2e']),
  project('packages alone', 'packages/tsconfig.json', ['packages'], /\.test\.ts$/),
  planted,
]

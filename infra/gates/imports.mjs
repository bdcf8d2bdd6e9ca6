import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import { listFiles, root } from '../files.mjs'
import { jsonIn, tool } from './tool.mjs'

const config = join(root, '.dependency-cruiser.cjs')
const { forbidden } = createRequire(import.meta.url)(config)

async function cruise(cwd, folders) {
  const { output } = await tool('dependency-cruiser', ['--config', config, '--output-type', 'json', ...folders], {
    cwd,
    bin: 'depcruise',
  })
  return jsonIn(output.replace(/\{\s+"/, '{"'))
}

const describe = ({ rule, from, to, cycle }) =>
  `${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to}`

export const importGates = [
  {
    name: 'imports',
    async run() {
      const { modules, summary } = await cruise(root, ['apps', 'packages', 'tests'])
      const wrong = summary.violations.filter((violation) => violation.rule.severity === 'error')
      if (wrong.length > 0) throw new Error(wrong.map(describe).join('\n'))
      // With another TypeScript the tool reads nothing and finds everything in order.
      const read = new Map(modules.map((module) => [module.source, module.dependencies.length]))
      const sources = listFiles(['apps', 'packages'])
        .map((file) => relative(root, file).split(sep).join('/'))
        .filter((file) => /\/src\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      const unread = sources.filter((file) => !read.has(file))
      const edges = sources.reduce((sum, file) => sum + (read.get(file) ?? 0), 0)
      if (unread.length > 0) throw new Error(`did not read ${unread.join(', ')}`)
      if (sources.length < 100 || edges < 2 * sources.length) {
        throw new Error(`sees only ${sources.length} modules and ${edges} imports`)
      }
      return `${sources.length} modules, ${edges} imports, ${forbidden.length} rules`
    },
  },
  {
    name: 'imports: planted violations are found',
    async run() {
      const { summary } = await cruise(join(root, 'tests/fixtures/gates/imports'), ['apps', 'packages'])
      const found = new Set(summary.violations.map((violation) => violation.rule.name))
      const missing = forbidden.filter((rule) => !found.has(rule.name)).map((rule) => rule.name)
      if (missing.length > 0) throw new Error(`not reported: ${missing.join(', ')}`)
      return `${forbidden.length} rules`
    },
  },
]

import { join } from 'node:path'
import { root } from '../files.mjs'
import { jsonIn, tool } from './tool.mjs'

const fixture = (name) => join(root, 'tests/fixtures/gates', name)

async function unused(cwd) {
  const { output } = await tool('knip', ['--no-progress', '--no-config-hints', '--reporter', 'json'], { cwd })
  return jsonIn(output).issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, items]) =>
      items.flat().map(({ name, line }) => ({ kind, name, text: `${file}${line ? `:${line}` : ''} ${kind}: ${name}` })),
    ),
  )
}

export const workspaceGates = [
  {
    name: 'nothing unused',
    async run() {
      const issues = await unused(root)
      if (issues.length > 0) throw new Error(issues.map((issue) => issue.text).join('\n'))
      return 'files, exports, dependencies'
    },
  },
  {
    name: 'nothing unused: planted leftovers are found',
    async run() {
      const found = new Set((await unused(fixture('unused'))).map(({ kind, name }) => `${kind} ${name}`))
      const expected = [
        'files src/dead-file.ts',
        'exports deadExport',
        'types DeadType',
        'dependencies zod',
        'unlisted not-declared',
      ]
      const missing = expected.filter((issue) => !found.has(issue))
      if (missing.length > 0) throw new Error(`not reported: ${missing.join(', ')}`)
      return `${expected.length} kinds`
    },
  },
  {
    name: 'workspace',
    async run() {
      const { code, output } = await tool('sherif', ['--no-install'])
      const planted = await tool('sherif', ['--no-install', fixture('workspace')])
      if (code !== 0) throw new Error(output)
      if (planted.code === 0 || !planted.output.includes('multiple-dependency-versions')) {
        throw new Error(`the planted second version was not reported:\n${planted.output}`)
      }
      return 'one version of everything, planted second one found'
    },
  },
]

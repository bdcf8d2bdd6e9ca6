import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../files.mjs'
import { jsonIn, tool } from './tool.mjs'

const biome = (args, cwd) => tool('@biomejs/biome', [...args, '--colors=off'], { cwd })

/** Names of the rules that biome.json turns on by itself, beside the recommended ones. */
function ownRules() {
  const { linter } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  return Object.values(linter.rules).flatMap((group) => (typeof group === 'object' ? Object.keys(group) : []))
}

export const styleGates = [
  {
    name: 'style',
    async run() {
      const { code, output } = await biome(['ci', '--error-on-warnings', '--max-diagnostics=100'], root)
      if (code !== 0) throw new Error(output)
      const checked = Number(/Checked (\d+) files/.exec(output)?.[1])
      if (!(checked > 100)) throw new Error(`checked only ${checked} files:\n${output}`)
      return `${checked} files`
    },
  },
  {
    name: 'style: planted violations are found',
    async run() {
      // In a folder of its own, under the same rules: the real one leaves the planted files out.
      const folder = join(root, '.build/gates/style')
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      cpSync(join(root, 'tests/fixtures/gates/style'), folder, { recursive: true })
      const { $schema, vcs, files, ...rules } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
      writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules))
      const { output } = await biome(['ci', '--reporter=json', '--max-diagnostics=200', 'apps'], folder)
      const found = new Set(jsonIn(output).diagnostics.map(({ category }) => category.split('/').at(-1)))
      const expected = [...ownRules(), 'format', 'organizeImports']
      const missing = expected.filter((rule) => !found.has(rule))
      if (missing.length > 0) throw new Error(`not reported: ${missing.join(', ')}`)
      return `${expected.length} rules`
    },
  },
]

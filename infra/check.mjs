/**
 * `npm run check`: all gates that need no running program, two at a time, one line each.
 *
 *   node infra/check.mjs [words of gates to run]
 */
import { isMain, since } from './run.mjs'

/**
 * @param {string[]} [words] run only gates whose name contains one of them
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check(words = []) {
  const [{ typeGates }, { importGates }, { styleGates }, { workspaceGates }] = await Promise.all([
    import('./gates/types.mjs'),
    import('./gates/imports.mjs'),
    import('./gates/style.mjs'),
    import('./gates/workspace.mjs'),
  ])
  const all = [...typeGates, ...importGates, ...styleGates, ...workspaceGates]
  const waiting = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const count = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const start = performance.now()
      try {
        const detail = await gate.run()
        count.passed += 1
        console.log(`✓ ${gate.name} (${detail}) ${since(start)}`)
      } catch (error) {
        count.failed += 1
        console.log(`✗ ${gate.name} ${since(start)}\n${error.message.replace(/^/gm, '    ')}`)
      }
    }
  }
  await Promise.all([worker(), worker()])
  if (count.passed + count.failed === 0) throw new Error(`no gate is called ${words.join(' or ')}`)
  return count
}

if (isMain(import.meta.url)) {
  const start = performance.now()
  const { install } = await import('./install.mjs')
  await install()
  const { passed, failed } = await check(process.argv.slice(2))
  console.log(`${passed} gates passed, ${failed} failed, ${since(start)}`)
  if (failed > 0) process.exitCode = 1
}

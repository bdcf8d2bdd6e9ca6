/**
 * `npm test`: installs what is missing, then runs everything there is. The last line says `N passed, N failed`, with
 * `, N skipped` when something was.
 *
 *   npm test -- --only check,unit,db,sync,fuzz,e2e
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode()
const { build } = await import('./build.mjs')
const { check } = await import('./check.mjs')
const { findChromium } = await import('./chromium.mjs')
const { root } = await import('./files.mjs')
const { install } = await import('./install.mjs')
const { run, since } = await import('./run.mjs')

const everything = ['check', 'unit', 'db', 'sync', 'fuzz', 'e2e']
const asked = process.argv.flatMap((word, index, words) => (words[index - 1] === '--only' ? word.split(',') : []))
const unknown = asked.filter((word) => !everything.includes(word))
const wanted = new Set(asked.length > 0 ? asked : everything)
const servicesRequired = process.env.REQUIRE_SERVICES === '1' || process.env.CI === 'true'
/** A phase that hangs must not hang the whole run: milliseconds for each, thrice what the longest takes on a quiet machine. */
const longest = 60 * 60_000

const total = { passed: 0, failed: 0, skipped: 0 }

/** Adds what a phase reports; one that reports nothing, or fails without saying what, is a failure too. */
async function phase(name, work) {
  const start = performance.now()
  console.log(`\n== ${name}`)
  try {
    const { passed = 0, failed = 0, skipped = 0 } = await work()
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    console.log(`== ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${since(start)}`)
  } catch (error) {
    total.failed += 1
    console.log(`${error.message}\n== ${name}: failed, ${since(start)}`)
  }
}

/** Runs a test runner and reads the report it must have written. */
async function report(script, args, file, read) {
  const path = join(root, file)
  rmSync(path, { force: true })
  mkdirSync(join(root, '.build'), { recursive: true })
  const { code } = await run(process.execPath, [join(root, script), ...args], { timeout: longest })
  let counts
  try {
    counts = read(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Error(`ended with ${code} and left no report: ${error.message}`)
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  if (counts.passed + counts.failed === 0) throw new Error('found no tests')
  return counts
}

const vitest = (project) => () =>
  report(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=.build/vitest-${project}.json`,
    ],
    `.build/vitest-${project}.json`,
    (found) => ({ passed: found.numPassedTests, failed: found.numFailedTests, skipped: found.numPendingTests }),
  )

const playwright = () =>
  report('node_modules/@playwright/test/cli.js', ['test'], '.build/playwright.json', ({ stats, errors }) => {
    if (stats.flaky > 0)
      console.log(`${stats.flaky} browser tests passed at the second try only; the list above names them`)
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }
  })

async function everythingWanted() {
  await install()
  if (wanted.has('check')) await phase('check', () => check())
  if (wanted.has('sync') || wanted.has('e2e')) {
    await phase('build', async () => {
      await build()
      return {}
    })
  }
  for (const project of ['unit', 'db', 'sync', 'fuzz']) if (wanted.has(project)) await phase(project, vitest(project))
  if (!wanted.has('e2e')) return
  if (findChromium() === undefined && !servicesRequired) {
    total.skipped += 1
    console.log('\n== e2e: SKIPPED, there is no Chromium (set PLAYWRIGHT_CHROMIUM to one)')
  } else await phase('e2e', playwright)
}

const start = performance.now()
if (unknown.length > 0) {
  console.error(`--only knows ${everything.join(', ')}, not ${unknown.join(', ')}`)
  process.exit(2)
}
try {
  await everythingWanted()
} catch (error) {
  total.failed += 1
  console.error(error.message)
}
console.log(`\nin ${since(start)}`)
if (total.failed > 0) process.exitCode = 1
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const RULE = /^- \*\*([A-Z]\d+)\*\*/gm
/** A title in plain or backticked quotes, as the first argument of a test. */
const TITLE = /\btest(?:\.for\([^\n]*\))?\(\s*(['"`])(.+?)\1/g

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}
const titlesOf = (files: readonly string[]): string[] =>
  files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(TITLE)].map((match) => match[2] ?? ''))

const rules = [...readFileSync(join(root, 'docs/sync-spec.md'), 'utf8').matchAll(RULE)].map((match) => match[1] ?? '')
const strict = [
  ...filesBelow('apps/sync-server/src/rooms'),
  ...filesBelow('apps/sync-server/src/ws'),
  join(root, 'tests/support/doc-store-contract.ts'),
]
const others = [
  ...filesBelow('tests/sync'),
  ...filesBelow('apps/sync-server/src/versions'),
  ...filesBelow('apps/sync-server/src/votes'),
  ...filesBelow('apps/web/src/device'),
  join(root, 'apps/sync-server/src/link-sockets.db.test.ts'),
  join(root, 'apps/web/src/sync/kept-state.test.ts'),
  join(root, 'tests/unit/service-worker.test.ts'),
  join(root, 'apps/sync-server/src/db/pg-doc-store.db.test.ts'),
]

test('every rule of the sync spec is named by the title of a test', () => {
  expect(rules.length).toBeGreaterThan(40)
  expect(new Set(rules).size).toBe(rules.length)
  const titles = titlesOf([...strict, ...others])
  const named = new Set(titles.flatMap((title) => title.match(/\b[A-Z]\d+(?=:)/g) ?? []))
  expect(rules.filter((rule) => !named.has(rule))).toEqual([])
})

test('every test of rooms and sockets begins with a rule that exists', () => {
  const titles = titlesOf(strict)
  expect(titles.length).toBeGreaterThan(60)
  expect(titles.filter((title) => !rules.includes(/^([A-Z]\d+):/.exec(title)?.[1] ?? ''))).toEqual([])
})

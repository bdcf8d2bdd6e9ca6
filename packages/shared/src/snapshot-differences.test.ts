import { expect, test } from 'vitest'
import type { SnapshotBlock, SnapshotContent, SnapshotItem, SnapshotPart } from './snapshot-content.ts'
import { countDifferences, snapshotDifferences } from './snapshot-differences.ts'

const item = (key: string, text: string, more: Partial<SnapshotItem> = {}): SnapshotItem => ({
  ...{ key, text, role: 'fact', source: '', example: false, change: 'same', before: '' },
  ...more,
})
const list = (...items: SnapshotItem[]): SnapshotBlock => ({ kind: 'list', title: '', items })
const part = (key: string, ...blocks: SnapshotBlock[]): SnapshotPart => ({
  ...{ key, board: 'Tavle', title: `Felt ${key}`, lead: '', notReached: false, picture: null },
  blocks,
})
const snapshot = (number: number, ...parts: SnapshotPart[]): SnapshotContent => ({
  ...{ version: 1, locale: 'da', number, title: 'T', madeAt: '2026-09-09T14:00:00.000Z', madeBy: 'member' },
  ...{ sprint: null, status: '', question: '', comparedWith: null },
  parts,
})

test('what was added, changed and is no longer said, section by section, in tables and cards too', () => {
  const card = (text: string): SnapshotBlock => ({
    ...{ kind: 'card', key: 'c', title: 'Idékort', status: 'Valgt', change: 'same' },
    fields: [{ label: 'Kræver', text }],
  })
  const table = (...cell: SnapshotItem[]): SnapshotBlock => ({
    ...{ kind: 'table', title: '', columns: ['A'] },
    rows: [{ title: '1', cells: [cell] }],
  })
  const before = snapshot(
    2,
    part('f', list(item('a', 'Før'), item('b', 'Væk'), item('c1', 'Ens '))),
    part('g', card('Print')),
  )
  const after = snapshot(
    4,
    part('g', card('To timer')),
    part('f', list(item('a', 'Nu', { role: 'idea' }), item('c1', 'Ens')), table(item('d', 'Ny'))),
  )
  const comparison = snapshotDifferences(before, after)
  expect(comparison.sections.map(({ key, places, differences }) => [key, places, differences])).toEqual([
    [
      'g',
      { before: 1, after: 0 },
      [
        {
          ...{ key: 'c', kind: 'changed', role: null },
          ...{ before: 'Idékort\nValgt\nKræver: Print', after: 'Idékort\nValgt\nKræver: To timer' },
        },
      ],
    ],
    [
      'f',
      { before: 0, after: 1 },
      [
        { key: 'a', kind: 'changed', role: 'idea', before: 'Før', after: 'Nu' },
        { key: 'd', kind: 'added', role: 'fact', before: '', after: 'Ny' },
        { key: 'b', kind: 'removed', role: 'fact', before: 'Væk', after: '' },
      ],
    ],
  ])
  expect(countDifferences(comparison)).toEqual({ added: 1, changed: 2, removed: 1 })
  expect(snapshotDifferences(after, after)).toEqual({ purpose: null, sections: [] })
})

test('what a snapshot marks as removed it does not say; what moved to another section is the same', () => {
  const before = snapshot(1, part('f', list(item('a', 'Flytter'), item('b', 'Væk'))), part('g'))
  const after = snapshot(
    2,
    part('f', list(item('b', 'Væk', { change: 'removed' }))),
    part('g', list(item('a', 'Flytter'))),
  )
  expect(snapshotDifferences(before, after).sections.flatMap(({ differences }) => differences)).toEqual([
    { key: 'b', kind: 'removed', role: 'fact', before: 'Væk', after: '' },
  ])
  const again = snapshotDifferences(after, before).sections.flatMap(({ differences }) => differences)
  expect(again.map(({ key, kind }) => [key, kind])).toEqual([['b', 'added']])
})

test('sections that only one of them shows, and lines that are said in words', () => {
  const words = (...lines: string[]): SnapshotBlock => ({ kind: 'words', title: 'Pile', lines })
  const before = snapshot(1, part('f', words('A → B')), part('old', list(item('o', 'Gammel'))))
  const after = snapshot(2, part('new', list(item('n', 'Ny'))), part('f', words('A → C')))
  expect(
    snapshotDifferences(before, after).sections.map(({ key, places, differences }) => [
      key,
      places,
      differences.map(({ kind, before: was, after: is }) => [kind, was, is]),
    ]),
  ).toEqual([
    ['new', { before: null, after: 0 }, []],
    [
      'f',
      { before: 0, after: 1 },
      [
        ['added', '', 'A → C'],
        ['removed', 'A → B', ''],
      ],
    ],
    ['old', { before: 1, after: null }, []],
  ])
})

test('a changed purpose with its reason, also when it was changed in a snapshot between the two', () => {
  const sprint = (words: string, why?: string, changed: { before: string; why: string } | null = null) => ({
    ...{ title: 'S', challenge: '', day: null },
    purpose: { words, version: 1, changed, ...(why !== undefined && { why }) },
  })
  const with_ = (own: ReturnType<typeof sprint> | null) => ({ ...snapshot(1), sprint: own })
  const purpose = (a: ReturnType<typeof sprint> | null, b: ReturnType<typeof sprint> | null) =>
    snapshotDifferences(with_(a), with_(b)).purpose
  expect(purpose(sprint('Før'), sprint('Nu', 'Vi mødte B1'))).toEqual({
    before: 'Før',
    after: 'Nu',
    why: 'Vi mødte B1',
  })
  const older = sprint('Nu', undefined, { before: 'Før', why: 'Fordi' })
  expect(purpose(sprint('Før'), older)).toEqual({ before: 'Før', after: 'Nu', why: 'Fordi' })
  expect(purpose(null, sprint('Nu'))).toEqual({ before: '', after: 'Nu', why: '' })
  expect(purpose(sprint('Nu'), sprint('Nu', 'x'))).toBeNull()
  expect(purpose(sprint('Nu'), null)).toBeNull()
})

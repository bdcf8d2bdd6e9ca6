import { expect, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { partKeyOf, textsToChoose } from './compose-snapshot.ts'
import { richTextOf } from './rich-text-doc.ts'
import { shapeRecord } from './shape-record.fixture.ts'
import type { SnapshotChoice } from './snapshot-api.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const BOARD = '11111111-1111-4111-8111-111111111111'
const note = (id: string, text: string, x: number, more: Record<string, unknown> = {}): BoardRecord =>
  shapeRecord('note', `shape:${id}`, {
    ...{ x, y: 0, parentId: 'shape:f', ...more },
    props: { color: 'yellow', growY: 0, scale: 1, richText: richTextOf(text) },
  })
const frame = (id: string, name: string): BoardRecord =>
  shapeRecord('frame', `shape:${id}`, { x: 0, y: 0, props: { w: 1_000, h: 1_000, name } })
const CHOICE: SnapshotChoice = {
  ...{ title: 'Onsdag', status: '', question: '', parts: [partKeyOf(BOARD, 'shape:f')], withoutShapes: [] },
  ...{ withoutRoles: [], withExamples: false, withPictures: true },
}

test('texts to leave out one by one: all that may be shown of chosen sections, and those that are left out', () => {
  const records = [
    PAGE,
    frame('f', 'F'),
    frame('g', 'G'),
    note('a', 'Anna siger ja', 0),
    note('b', 'Udeladt', 200),
    note('c', 'Internt', 400, { meta: { internal: true } }),
    note('d', 'Smerte', 600, { meta: { role: 'pain' } }),
    note('e', 'Ikke valgt', 0, { parentId: 'shape:g' }),
  ]
  const choice: SnapshotChoice = { ...CHOICE, withoutShapes: [`${BOARD}/shape:b`], withoutRoles: ['pain'] }
  const board = { id: BOARD, key: 'b1', title: 'T', isRestricted: false, records }
  const told = { choice, locale: 'da' as const, people: [{ name: 'Anna', place: 'member' as const }] }
  const texts = textsToChoose(board, told)
  expect([...texts.keys()]).toEqual([partKeyOf(BOARD, 'shape:f')])
  const [own = []] = [...texts.values()]
  expect(own.map(({ id, role }) => [id, role])).toEqual([
    [`${BOARD}/shape:a`, 'fact'],
    [`${BOARD}/shape:b`, 'fact'],
  ])
  expect(JSON.stringify(own)).not.toContain('Anna')
  expect(own[1]?.text).toBe('Udeladt')
  expect(textsToChoose({ ...board, isRestricted: true }, told).size).toBe(0)
})

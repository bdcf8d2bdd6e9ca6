import { expect, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { boardPictureSize, drawBoard } from './board-picture.ts'
import { composeSnapshot, partKeyOf } from './compose-snapshot.ts'
import { richTextOf } from './rich-text-doc.ts'
import { noteRecord, shapeRecord } from './shape-record.fixture.ts'
import type { SnapshotChoice } from './snapshot-api.ts'
import { OVERVIEW_SHAPES, overviewOf } from './snapshot-overview.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const BOARD = '11111111-1111-4111-8111-111111111111'
const SECRET = 'hemmelighed'

const frame = (id: string, x: number, more: Record<string, unknown> = {}): BoardRecord =>
  shapeRecord('frame', `shape:${id}`, { x, props: { w: 800, h: 600, name: `Felt ${id}` }, ...more })
const note = (id: string, text: string, parent: string, more: Record<string, unknown> = {}): BoardRecord =>
  noteRecord(`shape:${id}`, { richText: richTextOf(text) }, { parentId: parent, x: 40, y: 40, ...more })
const arrow = (id: string, from: string, to: string, parent: string, label = ''): BoardRecord[] => [
  shapeRecord('arrow', `shape:${id}`, { parentId: parent, props: { text: label, richText: richTextOf(label) } }),
  ...[
    ['start', from],
    ['end', to],
  ].map(([terminal, end]): BoardRecord => {
    const ends = { fromId: `shape:${id}`, toId: `shape:${end}`, meta: {} }
    const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' }
    return { id: `binding:${id}${terminal}`, typeName: 'binding', type: 'arrow', ...ends, props }
  }),
]

const CHOICE: SnapshotChoice = {
  ...{ title: 'Onsdag', status: '', question: '', withoutShapes: [], withoutRoles: [] },
  ...{ parts: [], withExamples: false, withPictures: true },
}
function composed(records: BoardRecord[], sections: string[], choice: Partial<SnapshotChoice> = {}) {
  const parts = sections.map((id) => partKeyOf(BOARD, id === '' ? null : `shape:${id}`))
  const boards = [{ id: BOARD, key: 'k', title: 'Fundament', isRestricted: false, records: [PAGE, ...records] }]
  const at = { locale: 'da', madeAt: '2026-09-09T14:00:00.000Z', madeBy: 'member', sprint: null } as const
  const people = [{ name: 'Anne Birk Hansen', place: 'facilitator' }] as const
  return composeSnapshot({ ...at, boards, people, choice: { ...CHOICE, parts, ...choice } })
}
/** What the picture of the whole board says, or undefined without one. */
function drawn(...of: Parameters<typeof composed>): string | undefined {
  const { content, pictures } = composed(...of)
  const own = pictures.find(({ frame: section }) => section === null)
  expect(content.boards?.map(({ picture }) => picture.key)).toEqual(own === undefined ? [] : ['b1'])
  if (own === undefined) return undefined
  const picture = drawBoard(own.records, { theme: 'light', locale: 'da' })
  const [said] = content.boards ?? []
  expect(said?.picture).toMatchObject({ width: picture.width, height: picture.height })
  return picture.svg.replace(/<[^>]*>/gu, ' ')
}

const TWO = [frame('f', 0), frame('g', 1_000), note('a', 'Første', 'shape:f'), note('b', 'Anden', 'shape:g')]

test('the chosen sections where they lie, and their size; one section alone has its own picture', () => {
  const [said = ''] = [drawn(TWO, ['f', 'g'])]
  for (const word of ['Felt f', 'Felt g', 'Første', 'Anden']) expect(said).toContain(word)
  const { content } = composed(TWO, ['g', 'f'])
  expect(content.boards).toEqual([
    { title: 'Fundament', picture: { key: 'b1', alt: expect.stringContaining('»Fundament«'), ...size(TWO) } },
  ])
  expect(drawn(TWO, ['f'])).toBeUndefined()
  expect(drawn(TWO, ['f', 'g'], { withPictures: false })).toBeUndefined()
  expect(drawn([frame('f', 0), frame('g', 1_000)], ['f', 'g'])).toBeUndefined()
})
const size = (records: BoardRecord[]) => boardPictureSize([PAGE, ...records])

test('notes that lie in no section, only where they are shown', () => {
  const records = [...TWO, note('loose', 'Løs seddel', PAGE.id, { y: 900 })]
  expect(drawn(records, ['f', 'g'])).not.toContain('Løs seddel')
  expect(drawn(records, ['f', ''])).toContain('Løs seddel')
  expect(drawn(records, [''])).toContain('Løs seddel')
  expect(drawn(records, [''])).not.toContain('Første')
})

test.each<[string, BoardRecord[], Partial<SnapshotChoice>]>([
  ['a section that was not chosen', [frame('h', 2_000), note('s', SECRET, 'shape:h')], {}],
  ['its name', [frame('h', 2_000, { props: { w: 9, h: 9, name: SECRET } })], {}],
  ['one that stands in another', [frame('h', 10, { parentId: 'shape:f' }), note('s', SECRET, 'shape:h')], {}],
  ['a note on the page above a section', [note('s', SECRET, PAGE.id)], {}],
  ['an internal note', [note('s', SECRET, 'shape:f', { meta: { internal: true } })], {}],
  ['a note that was left out', [note('s', SECRET, 'shape:f')], { withoutShapes: [`${BOARD}/shape:s`] }],
  ['a role', [note('s', SECRET, 'shape:f', { meta: { role: 'pain' } })], { withoutRoles: ['pain'] }],
  ['an example', [note('s', SECRET, 'shape:f', { meta: { example: true } })], {}],
  [
    'an arrow to a section that was not chosen',
    [frame('h', 2_000), note('s', 'x', 'shape:h'), ...arrow('w', 'a', 's', PAGE.id, SECRET)],
    {},
  ],
  [
    'an arrow that begins in one',
    [frame('h', 2_000), note('s', 'x', 'shape:h'), ...arrow('w', 's', 'a', 'shape:f', SECRET)],
    {},
  ],
])('never %s', (_, records, choice) => {
  expect(drawn([...TWO, ...records], ['f', 'g'], choice)).not.toContain(SECRET)
})

test('arrows between chosen sections, no names, and lanes only with every section', () => {
  const lane = (id: string): BoardRecord =>
    shapeRecord('text', `shape:${id}`, {
      y: -200,
      meta: { part: 'lane', section: 'x' },
      props: { richText: richTextOf('Borgerens spor'), color: 'black', size: 's', font: 'sans', scale: 1 },
    })
  const records = [
    ...TWO,
    lane('lane'),
    note('n', 'Ring til Anne Birk Hansen', 'shape:f', { y: 300 }),
    ...arrow('w', 'a', 'b', PAGE.id, 'fører til'),
  ]
  const said = drawn(records, ['f', 'g']) ?? ''
  expect(said).toContain('fører til')
  expect(said).not.toContain('Birk')
  expect(said).toContain('facilitatoren')
  expect(said).toContain('Borgerens spor')
  expect(drawn([...records, frame('h', 2_000)], ['f', 'g'])).not.toContain('Borgerens spor')
})

test('a section in a group stays where it was, and without the group', () => {
  const group = shapeRecord('group', 'shape:grp', { x: 500, y: 700 })
  const records = [group, frame('f', 10, { parentId: 'shape:grp', y: 20 }), frame('g', 2_000)]
  const overview = overviewOf([PAGE, ...records], new Set(['shape:f', 'shape:g']))
  expect(overview?.records.find(({ id }) => id === 'shape:f')).toMatchObject({ parentId: PAGE.id, x: 510, y: 720 })
  expect(overview?.records.some(({ id }) => id === 'shape:grp')).toBe(false)
})

test('a board of more than there can be looked at has none, rather than a part of it', () => {
  const many = Array.from({ length: OVERVIEW_SHAPES + 1 }, (_, i) => note(`n${i}`, '', 'shape:f'))
  const both = new Set(['shape:f', 'shape:g'])
  expect(overviewOf([PAGE, ...TWO, ...many], both)).toBeUndefined()
  expect(overviewOf([PAGE, ...TWO, ...many.slice(0, 5_000)], both)?.records.length).toBeGreaterThan(5_000)
})

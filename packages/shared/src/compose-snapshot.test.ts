import { describe, expect, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { changedPurpose, comparedContent, itemsOf } from './compare-snapshots.ts'
import { type Composition, composeSnapshot, partKeyOf, sectionsToChoose } from './compose-snapshot.ts'
import { richTextOf } from './rich-text-doc.ts'
import { shapeRecord } from './shape-record.fixture.ts'
import type { SnapshotChoice } from './snapshot-api.ts'
import type { SnapshotContent } from './snapshot-content.ts'
import { nameHider } from './snapshot-names.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const BOARD = '11111111-1111-4111-8111-111111111111'
const OTHER = '22222222-2222-4222-8222-222222222222'
type Extra = Record<string, unknown> & { props?: Record<string, unknown>; meta?: Record<string, unknown> }

const shape = (id: string, type: string, x: number, more: Extra = {}): BoardRecord =>
  shapeRecord(type, `shape:${id}`, { x, y: 0, ...more })
const note = (id: string, text: string, x: number, more: Extra = {}) =>
  shape(id, 'note', x, {
    parentId: 'shape:f',
    ...more,
    props: { color: 'yellow', growY: 0, scale: 1, richText: richTextOf(text), ...more.props },
  })
const frame = (id: string, name: string, more: Extra = {}) =>
  shape(id, 'frame', 0, { ...more, props: { w: 1_000, h: 1_000, name } })
const binding = (arrow: string, terminal: string, to: string): BoardRecord => ({
  ...{
    id: `binding:${arrow}${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: `shape:${arrow}`,
    toId: `shape:${to}`,
  },
  ...{ props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 } }, meta: {} },
})

const CHOICE: SnapshotChoice = {
  title: 'Onsdag',
  status: '',
  question: '',
  parts: [partKeyOf(BOARD, 'shape:f')],
  withoutShapes: [],
  withoutRoles: [],
  withExamples: false,
  withPictures: true,
}
const composed = (records: BoardRecord[], choice: Partial<SnapshotChoice> = {}, more: Partial<Composition> = {}) =>
  composeSnapshot({
    locale: 'da',
    madeAt: '2026-09-09T14:00:00.000Z',
    madeBy: 'member',
    sprint: null,
    choice: { ...CHOICE, ...choice },
    boards: [{ id: BOARD, key: 'b1', title: 'Fundament', isRestricted: false, records: [PAGE, ...records] }],
    people: [],
    ...more,
  })
const texts = ({ parts }: SnapshotContent) => parts.flatMap(itemsOf).map(({ text }) => text)

describe('what a snapshot says', () => {
  test('the chosen sections in the chosen order, with roles and source codes', () => {
    const records = [
      frame('f', 'Det ved vi'),
      frame('g', 'Tomt felt'),
      note('b', 'Anden', 300, { meta: { role: 'quote', source: 'B1' } }),
      note('a', 'Første', 0, { meta: { source: 'Birthe Madsen' } }),
    ]
    const { content } = composed(records, { parts: [partKeyOf(BOARD, 'shape:g'), partKeyOf(BOARD, 'shape:f')] })
    expect(content.parts.map(({ title, notReached, key }) => [key, title, notReached])).toEqual([
      ['b1/shape:g', 'Tomt felt', true],
      ['b1/shape:f', 'Det ved vi', false],
    ])
    const items = content.parts.flatMap(itemsOf)
    expect(items.map(({ text, role, source }) => [text, role, source])).toEqual([
      ['Første', 'fact', ''],
      ['Anden', 'quote', 'B1'],
    ])
    expect(content.parts.map(({ picture }) => picture?.key)).toEqual([undefined, 'p1'])
    expect(JSON.stringify(content)).not.toContain(BOARD)
  })

  test('arrows, pictures and drawings in words', () => {
    const arrow = shape('arrow', 'arrow', 0, { parentId: 'shape:f', props: { richText: richTextOf('fører til') } })
    const image = shape('i', 'image', 500, { parentId: 'shape:f', props: { altText: 'En dør uden skilt' } })
    const records = [frame('f', 'F'), note('a', 'A', 0), note('b', 'B', 300), arrow, image]
    const drawn = shape('d', 'draw', 0, { parentId: 'shape:f' })
    const { content } = composed([...records, drawn, binding('arrow', 'start', 'a'), binding('arrow', 'end', 'b')])
    const said = content.parts[0]?.blocks.flatMap((block) =>
      block.kind === 'words' ? [block.title, ...block.lines] : [],
    )
    expect(said).toEqual([
      'Pile',
      '»A« → »B«: fører til',
      'Billeder',
      'En dør uden skilt',
      '',
      'Her er tegnet i hånden.',
    ])
    expect(texts(content)).toEqual(['A', 'B'])
  })

  test('sections to choose from, with what they hold', () => {
    const board = {
      id: BOARD,
      key: 'b1',
      title: 'T',
      isRestricted: false,
      records: [PAGE, frame('f', 'F'), note('a', 'A', 0)],
    }
    expect(sectionsToChoose(board, 'da')).toEqual([
      { key: `${BOARD}/shape:f`, part: 'b1/shape:f', title: 'F', texts: 1 },
    ])
  })
})

describe('what a snapshot leaves out', () => {
  const SECRET = 'hemmelighed'
  const inside = (content: unknown) => JSON.stringify(content).includes(SECRET)

  test.each<[string, BoardRecord[], Partial<SnapshotChoice>]>([
    ['a note marked as internal', [note('s', SECRET, 0, { meta: { internal: true } })], {}],
    [
      'what stands in a group marked as internal',
      [
        shape('grp', 'group', 0, { parentId: 'shape:f', meta: { internal: true } }),
        note('s', SECRET, 0, { parentId: 'shape:grp' }),
      ],
      {},
    ],
    ['a shape that was taken out', [note('s', SECRET, 0)], { withoutShapes: [`${BOARD}/shape:s`] }],
    ['a role', [note('s', SECRET, 0, { meta: { role: 'pain' } })], { withoutRoles: ['pain'] }],
    [
      'the role that only a colour says',
      [note('s', SECRET, 0, { props: { color: 'light-red' } })],
      { withoutRoles: ['pain'] },
    ],
    [
      'roles that a section does not show',
      [note('s', SECRET, 0, { meta: { role: 'idea' } })],
      { onlyRoles: { [partKeyOf(BOARD, 'shape:f')]: ['quote'] } },
    ],
    ['examples', [note('s', SECRET, 0, { meta: { example: true } })], {}],
    ['a name in place of a source code', [note('s', 'x', 0, { meta: { source: SECRET } })], {}],
    [
      'who wrote it, and other marks of the record',
      [note('s', 'x', 0, { meta: { by: SECRET, trace: SECRET, words: { da: SECRET } } })],
      {},
    ],
    [
      'the label of an arrow to something hidden',
      [
        note('s', 'x', 0, { meta: { internal: true } }),
        note('o', 'o', 300),
        shape('arrow', 'arrow', 0, { parentId: 'shape:f', props: { richText: richTextOf(SECRET) } }),
        binding('arrow', 'start', 'o'),
        binding('arrow', 'end', 's'),
      ],
      {},
    ],
    [
      'names of files and pages',
      [
        { id: 'asset:a', typeName: 'asset', type: 'image', props: { name: SECRET, src: '/x' }, meta: {} },
        { ...PAGE, id: 'page:2', name: SECRET },
      ],
      {},
    ],
  ])('%s', (_, records, choice) => {
    const { content, pictures } = composed(
      [frame('f', 'F'), note('seen', 'Kan ses', 600, { meta: { role: 'quote' } }), ...records],
      choice,
    )
    expect(texts(content)).toContain('Kan ses')
    expect(inside(content)).toBe(false)
    expect(inside(pictures)).toBe(false)
  })

  test('restricted boards, and sections that are marked as internal', () => {
    const restricted = { id: OTHER, key: 'b2', title: SECRET, isRestricted: true, records: [PAGE, frame('f', SECRET)] }
    const parts = [partKeyOf(OTHER, 'shape:f'), partKeyOf(BOARD, 'shape:h')]
    const records = [frame('h', SECRET, { meta: { internal: true } })]
    const board = { id: BOARD, key: 'b1', title: 'F', isRestricted: false, records: [PAGE, ...records] }
    const { content, pictures } = composed([], { parts }, { boards: [restricted, board] })
    expect(content.parts).toEqual([])
    expect(inside([content, pictures])).toBe(false)
  })

  test('names of the team, wherever they stand and however they are set', () => {
    const people = [
      { name: 'Anne Birk Hansen', place: 'facilitator' },
      { name: 'Bo', place: 'member' },
    ] as const
    const halves = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Ring til Anne Birk ' },
            { type: 'text', text: 'Hansen', marks: [{ type: 'bold' }] },
          ],
        },
      ],
    }
    const records = [
      frame('f', 'F'),
      note('a', '', 0, { props: { richText: halves } }),
      note('b', 'anne  birk hansens idé', 300),
      note('c', 'Bo kan bo her', 600),
      note('d', 'Annette Birk Hansen', 900),
    ]
    const { content, pictures } = composed(records, { status: 'Af Anne Birk Hansen' }, { people })
    expect(texts(content)).toEqual([
      'Ring til facilitatoren',
      'Facilitatorens idé',
      'En fra teamet kan bo her',
      'Annette Birk Hansen',
    ])
    expect(content.status).toBe('Af facilitatoren')
    expect(JSON.stringify(pictures)).not.toMatch(/(?<!Annette )Birk/)
  })
})

test('names are hidden whatever signs they hold, and whatever is empty is no name', () => {
  const people = ['Bo Lund-Iversen', 'A.B. (C) [D] {E} x|y^$*+?\\/', '  ', 'Søren'].map((name) => {
    return { name, place: 'observer' as const }
  })
  const hide = nameHider(people, 'en')
  expect(hide('Ask bo lund iversen, or BO LUND-IVERSEN’s team')).toBe('Ask the observer, or the observer’s team')
  expect(hide('A.B. (C) [D] {E} x|y^$*+?\\/')).toBe('The observer')
  expect(hide('søren Sørens Sørensen')).toBe('søren the observers Sørensen')
  // Written with letters that are put together otherwise.
  expect(hide('Søren Å'.normalize('NFD'))).toBe('The observer Å')
})

describe('compared with the snapshot before', () => {
  const numbered = (content: SnapshotContent, number: number): SnapshotContent => ({ ...content, number })
  const both = [frame('f', 'F'), frame('g', 'G')]
  const changes = ({ parts }: SnapshotContent) =>
    parts.flatMap(itemsOf).map(({ text, change, before }) => [text, change, before].join('|'))

  test('added, changed and removed by their keys; the same when nothing happened', () => {
    const yesterday = numbered(
      composed([...both, note('a', 'Før', 0), note('b', 'Væk', 300), note('c', 'Ens', 600)]).content,
      3,
    )
    const today = composed([...both, note('a', 'Nu', 0), note('c', 'Ens', 600), note('d', 'Ny', 900)])
    const content = comparedContent(today.content, yesterday, today.present)
    expect(content.comparedWith).toEqual({ number: 3, title: 'Onsdag', madeAt: '2026-09-09T14:00:00.000Z' })
    expect(changes(content)).toEqual(['Nu|changed|Før', 'Ens|same|', 'Ny|added|', 'Væk|removed|'])
    const again = composed([...both, note('a', 'Nu', 0), note('c', 'Ens', 600), note('d', 'Ny', 900)])
    expect(changes(comparedContent(again.content, numbered(content, 4), again.present))).toEqual([
      'Nu|same|',
      'Ens|same|',
      'Ny|same|',
    ])
  })

  test('says nothing is removed that was only left out, and marks nothing in a section that is shown first', () => {
    const yesterday = numbered(composed([...both, note('a', 'Skjult nu', 0)]).content, 1)
    const records = [
      ...both,
      note('a', 'Skjult nu', 0, { meta: { internal: true } }),
      note('g1', 'I et andet felt', 0, { parentId: 'shape:g' }),
    ]
    const today = composed(records, { parts: [partKeyOf(BOARD, 'shape:f'), partKeyOf(BOARD, 'shape:g')] })
    const content = comparedContent(today.content, yesterday, today.present)
    expect(changes(content)).toEqual(['I et andet felt|same|'])
    expect(JSON.stringify(content)).not.toContain('Skjult nu')
  })

  test('a purpose that changed, with its reason', () => {
    const sprint = { title: 'S', challenge: '', day: null, purpose: { words: 'Før', version: 1, changed: null } }
    const before = { ...composed([]).content, sprint }
    expect(changedPurpose({ words: 'Nu', version: 2, why: 'Vi mødte B1' }, before)?.changed).toEqual({
      before: 'Før',
      why: 'Vi mødte B1',
    })
    expect(changedPurpose({ words: 'Før', version: 1, why: '' }, before)?.changed).toBeNull()
    expect(changedPurpose({ words: 'Nu', version: 2, why: 'x' }, null)?.changed).toBeNull()
  })
})

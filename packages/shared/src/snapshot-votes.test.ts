import { expect, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { newCard } from './card-kinds.ts'
import { CARD_TYPE } from './card-shape.ts'
import { composeSnapshot, partKeyOf, type SourceBoard } from './compose-snapshot.ts'
import { richTextOf } from './rich-text-doc.ts'
import { noteRecord, shapeRecord } from './shape-record.fixture.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const BOARD = '11111111-1111-4111-8111-111111111111'
const note = (id: string, words: string, meta: Record<string, unknown> = {}) =>
  noteRecord(`shape:${id}`, { richText: richTextOf(words) }, { parentId: 'shape:f', meta })

const composed = (more: Partial<SourceBoard>) =>
  composeSnapshot({
    locale: 'da',
    madeAt: '2026-09-09T14:00:00.000Z',
    madeBy: 'member',
    sprint: null,
    choice: {
      ...{ title: 'Onsdag', status: '', question: '', parts: [partKeyOf(BOARD, 'shape:f')], withoutShapes: [] },
      ...{ withoutRoles: [], withExamples: false, withPictures: true },
    },
    boards: [
      {
        ...{ id: BOARD, key: 'b1', title: 'Idéer', isRestricted: false },
        records: [
          PAGE,
          shapeRecord('frame', 'shape:f', { props: { w: 1_000, h: 1_000, name: 'Alle idéer' } }),
          note('a', 'Fire'),
          note('b', 'Ingen'),
          note('hidden', 'Internt', { internal: true }),
          shapeRecord(CARD_TYPE, 'shape:card', {
            parentId: 'shape:f',
            props: { ...newCard('idea', 'da', { w: 400, h: 400, framed: true }), text1: 'Et kort' },
          }),
        ],
        ...more,
      },
    ],
    people: [],
  }).content

test('a snapshot says votes of the notes and cards that it shows, and of no other', () => {
  const votes = new Map([
    ['shape:a', 4],
    ['shape:hidden', 7],
    ['shape:card', 2],
  ])
  const said = composed({ votes })
    .parts.flatMap(({ blocks }) => blocks)
    .flatMap((block): [string, number | undefined][] => {
      if (block.kind === 'list') return block.items.map(({ key, votes: given }) => [key, given])
      return block.kind === 'card' ? [[block.key, block.votes]] : []
    })
  expect(said).toHaveLength(3)
  expect(said).toEqual(
    expect.arrayContaining([
      ['b1/shape:a', 4],
      ['b1/shape:b', undefined],
      ['b1/shape:card', 2],
    ]),
  )
  expect(JSON.stringify(composed({ votes }))).not.toContain('7,')
})

test('without votes its content is what it was before there were any', () => {
  expect(JSON.stringify(composed({}))).not.toContain('votes')
})

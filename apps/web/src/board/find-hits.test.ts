import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { foldWords } from '@samtavle/shared/text-search'
import type { TLShape } from '@tldraw/tldraw'
import { describe, expect, it } from 'vitest'
import { BoardTexts, type FoundIn, findHits } from './find-hits.ts'

type Given = {
  id: string
  type?: string
  parentId?: string
  x?: number
  y?: number
  locked?: boolean
  props?: object
  meta?: object
}

const shapeOf = ({
  id,
  type = 'note',
  parentId = 'page:page',
  x = 0,
  y = 0,
  locked = false,
  props,
  meta = {},
}: Given): TLShape =>
  ({
    ...{ id: `shape:${id}`, type, parentId, x, y, isLocked: locked, meta },
    props: type === 'frame' ? props : { color: 'yellow', ...props },
  }) as unknown as TLShape

const saying = (text: string) => ({ richText: richTextOf(text) })

/** What finding asks of an editor, over records that are not turned and all as high as a note. */
function boardOf(given: readonly Given[]): FoundIn {
  const shapes = given.map(shapeOf)
  const byId = new Map(shapes.map((shape) => [shape.id as string, shape]))
  const parentOf = (shape: TLShape) => byId.get(shape.parentId)
  const cornerOf = (shape: TLShape): { x: number; y: number } => {
    const parent = parentOf(shape)
    const corner = parent ? cornerOf(parent) : { x: 0, y: 0 }
    return { x: corner.x + shape.x, y: corner.y + shape.y }
  }
  const boxes = new Map<string, { x: number; y: number; h: number }>()
  return {
    getCurrentPageShapes: () => shapes,
    getShape: (id: string) => byId.get(id),
    getShapeParent: parentOf,
    getShapePageBounds: (shape: TLShape | string) => {
      const found = byId.get(typeof shape === 'string' ? shape : shape.id)
      if (found && !boxes.has(found.id)) boxes.set(found.id, { ...cornerOf(found), h: 200 })
      return found && boxes.get(found.id)
    },
    getSortedChildIdsForParent: (id: string) =>
      shapes.filter(({ parentId }) => parentId === id).map((shape) => shape.id),
  } as unknown as FoundIn
}

const find = (board: FoundIn, query: string) => findHits(board, foldWords(query), new BoardTexts('da'))
const namesOf = (board: FoundIn, query: string) => find(board, query).map(({ id }) => id.slice('shape:'.length))

const SECTION: Given = {
  id: 'section',
  type: 'frame',
  x: 1000,
  props: { name: 'Hjemkomst' },
  meta: { section: 's', order: 1 },
}
const HEADING: Given = {
  ...{ id: 'heading', type: 'text', parentId: 'shape:section', x: 40, y: 24, locked: true },
  ...{ props: saying('Hjemkomst'), meta: { part: 'heading', section: 's' } },
}

describe('findHits', () => {
  it('finds words without case and accents, and all words of the query in one place', () => {
    const board = boardOf([
      { id: 'a', props: saying('Når borgeren kommer HJEM') },
      { id: 'b', y: 300, props: saying('Borgeren venter') },
      { id: 'c', y: 600, type: 'geo', props: saying('hjemmeplejen') },
    ])
    expect(namesOf(board, 'naar hjem')).toEqual(['a'])
    expect(namesOf(board, 'hjem')).toEqual(['a', 'c'])
    expect(namesOf(board, 'BORGEREN')).toEqual(['a', 'b'])
    expect(namesOf(board, 'findes ikke')).toEqual([])
    expect(namesOf(board, '  ')).toEqual([])
  })

  it('finds notes by role, alone and with words', () => {
    const board = boardOf([
      { id: 'a', props: saying('Borgeren venter'), meta: { role: 'pain' } },
      { id: 'b', y: 300, props: saying('Borgeren smiler'), meta: { role: 'bright' } },
      { id: 'c', y: 600, props: saying(''), meta: { role: 'pain' } },
    ])
    expect(namesOf(board, 'smertepunkt')).toEqual(['a', 'c'])
    expect(namesOf(board, 'smertepunkt borger')).toEqual(['a'])
  })

  it('finds a heading once, and selects the section that it heads', () => {
    const board = boardOf([SECTION, HEADING])
    expect(find(board, 'hjemkomst')).toMatchObject([{ id: 'shape:heading', target: 'shape:section' }])
  })

  it('does not find the name of a section whose heading says something else by now', () => {
    const renamed = { ...HEADING, props: saying('Hjemme igen') }
    expect(namesOf(boardOf([SECTION, renamed]), 'hjem')).toEqual(['heading'])
    expect(namesOf(boardOf([SECTION, renamed]), 'hjemkomst')).toEqual([])
  })

  it('finds the name of a frame, and of a section whose headings are those of its columns', () => {
    const column = { ...HEADING, props: saying('Dage'), meta: { part: 'heading', section: 's', cell: 'dage' } }
    expect(namesOf(boardOf([SECTION, column]), 'hjemkomst')).toEqual(['section'])
    expect(namesOf(boardOf([{ ...SECTION, meta: {} }, HEADING]), 'hjemkomst')).toEqual(['section', 'heading'])
  })

  it('selects what somebody locked, outside a section, as it is', () => {
    const board = boardOf([{ id: 'a', locked: true, props: saying('fast') }])
    expect(find(board, 'fast')).toMatchObject([{ id: 'shape:a', target: 'shape:a' }])
  })

  it('goes through sections in their order, groups in them included, before what lies outside', () => {
    const board = boardOf([
      { id: 'loose', x: 0, y: 0, props: saying('mad') },
      { id: 'second', type: 'frame', x: 0, props: { name: '' }, meta: { section: 't', order: 2 } },
      { id: 'in-second', parentId: 'shape:second', props: saying('mad') },
      SECTION,
      { id: 'group', type: 'group', parentId: 'shape:section', x: 300, y: 300 },
      { id: 'in-group', parentId: 'shape:group', props: saying('mad') },
      { id: 'in-section', parentId: 'shape:section', x: 40, y: 320, props: saying('mad') },
    ])
    expect(namesOf(board, 'mad')).toEqual(['in-section', 'in-group', 'in-second', 'loose'])
  })

  it('ends on a circle of parents', () => {
    const board = boardOf([
      { id: 'a', parentId: 'shape:b' },
      { id: 'b', type: 'frame', parentId: 'shape:b', props: { name: 'ring' } },
    ])
    const still = { ...board, getShapePageBounds: () => ({ x: 0, y: 0, h: 200 }) } as unknown as FoundIn
    expect(namesOf(still, 'ring')).toEqual(['b'])
  })

  it('searches 5,000 notes', () => {
    const words = ['borgeren', 'venter', 'på', 'svar', 'fra', 'kommunen', 'når', 'hjemmeplejen', 'kører', 'forgæves']
    const notes = Array.from({ length: 5000 }, (_, i): Given => {
      const text = Array.from({ length: 12 }, (_, w) => words[(i * 7 + w * 3) % words.length]).join(' ')
      return { id: `n${i}`, x: (i % 70) * 220, y: Math.floor(i / 70) * 220, props: saying(`${text} ${i}`) }
    })
    const board = boardOf(notes)
    const texts = new BoardTexts('da')
    const timed = (query: string) => {
      const begun = performance.now()
      const { length } = findHits(board, foldWords(query), texts)
      return { length, ms: performance.now() - begun }
    }
    const first = timed('b')
    const next = ['bo', 'bor', 'borger', 'borgeren 4999'].map(timed)
    expect(first.length).toBe(5000)
    expect(next.map(({ length }) => length)).toEqual([5000, 5000, 5000, 1])
    const shown = next.map(({ ms }) => ms.toFixed(1)).join(', ')
    // biome-ignore lint/suspicious/noConsole: the figure is for whoever reads the run
    console.info(`5,000 notes: first letter ${first.ms.toFixed(1)} ms, then ${shown} ms`)
  })
})

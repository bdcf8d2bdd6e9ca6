import type { BoardRecord } from '@samtavle/shared/board-doc'
import { boxOf } from '@samtavle/shared/picture-geometry'
import { SectionCells } from '@samtavle/shared/section-cells'
import { listTemplates } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import { shortened } from '@samtavle/templates/shorten'
import type { Template } from '@samtavle/templates/template'
import type { Editor } from '@tldraw/tldraw'
import { describe, expect, it } from 'vitest'
import { type Grid, gridsOf } from './grid-model.ts'

/** What is asked of the editor, over the records of a board. */
function editorOf(records: readonly BoardRecord[]): Editor {
  const inOrder = [...records].sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1))
  const page = records.find(({ typeName }) => typeName === 'page')
  return {
    getCurrentPageId: () => page?.id,
    getShape: (id: string) => records.find((record) => record.id === id),
    getSortedChildIdsForParent: (id: string) => inOrder.filter(({ parentId }) => parentId === id).map((one) => one.id),
  } as unknown as Editor
}

function boardOf(template: Template, short: boolean, prefix = ''): BoardRecord[] {
  let next = 0
  return instantiateTemplate(template, { locale: 'da', examples: true, short, newId: () => `${prefix}s${next++}` })
}

const linesOf = ({ columns, rows }: Grid) => ({
  columns: columns.map(({ key, name, start, size }) => [key, name, start, size]),
  rows: rows.map(({ key, name, start, size }) => [key, name, start, size]),
})

const withGrid = listTemplates().filter(({ grids }) => grids.length > 0)
const cases = withGrid.flatMap((template) =>
  [false, ...(template.short ? [true] : [])].map((short) => ({ name: template.id, template, short })),
)

describe.each(cases)('the grid of $name, short: $short', ({ template, short }) => {
  const records = boardOf(template, short)
  const [wanted] = (short ? shortened(template) : template).grids
  if (wanted === undefined) throw new Error('no grid')

  it('has the columns and rows of the template, where the template has them', () => {
    const found = gridsOf(editorOf(records))
    const left = wanted.readBy === 'columns' ? (wanted.columns[0]?.x ?? 0) : wanted.x
    expect(found.map(linesOf)).toEqual([
      {
        columns: wanted.columns.map(({ key, heading, x, w }) => [key, heading.da, x - left, w]),
        rows: wanted.lanes.map(({ key, heading, y, h }) => [key, heading.da, y - wanted.y, h]),
      },
    ])
  })

  it('tells of every example the cell that it was put in, from nothing but its place', () => {
    const examples = records.filter(({ meta }) => meta?.section === wanted.key && meta.part === undefined)
    const notes = examples.filter(({ meta }) => meta?.example === true || meta?.role !== undefined)
    for (const note of notes) {
      const frame = records.find(({ id }) => id === note.parentId)
      if (frame === undefined) throw new Error(`${note.id} is in no frame`)
      const cells = new SectionCells(
        frame,
        records.filter(({ parentId }) => parentId === frame.id),
      )
      const { w, h } = boxOf(note, 1_000)
      expect(cells.at({ x: Number(note.x) + w / 2, y: Number(note.y) + h / 2 })?.key).toBe(note.meta?.cell)
    }
    if (template.examples.some(({ where }) => where.includes('/'))) expect(notes.length).toBeGreaterThan(0)
  })
})

it('are two of a template that lies on the board twice, beside itself and below', () => {
  const template = withGrid.find(({ id }) => id === 'borgerrejse')
  if (template === undefined) throw new Error('no template')
  const first = boardOf(template, false)
  const page = first.find(({ typeName }) => typeName === 'page')?.id
  const again = (prefix: string, by: { x: number; y: number }) =>
    boardOf(template, false, prefix)
      .filter(({ typeName }) => typeName === 'shape')
      .map((shape) =>
        String(shape.parentId).startsWith('page:')
          ? { ...shape, parentId: page, x: Number(shape.x) + by.x, y: Number(shape.y) + by.y }
          : shape,
      )
  const grids = gridsOf(editorOf([...first, ...again('b', { x: 6_000, y: 0 }), ...again('c', { x: 0, y: 5_000 })]))
  expect(grids.map(({ columns, rows, aside }) => [columns.length, rows.length, aside.length])).toEqual(
    Array(3).fill([6, 10, 25]),
  )
})

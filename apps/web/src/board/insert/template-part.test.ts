import type { BoardRecord } from '@samtavle/shared/board-doc'
import { listTemplates } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import { describe, expect, it } from 'vitest'
import { placedPart, templatePart } from './template-part.ts'

let ids = 0
const newId = () => `new-${++ids}`
const byText = (a: string, b: string) => (a < b ? -1 : 1)

/** What is the same in every copy: content, and what stands in what, by what the parent says. */
function contentOf(records: readonly BoardRecord[]): string[] {
  const parents = new Map(records.map((record) => [record.id, JSON.stringify(record.props)]))
  return records
    .map(({ type, props, parentId }) => JSON.stringify({ type, props, in: parents.get(String(parentId)) }))
    .sort(byText)
}

describe.each(listTemplates().map((template) => [template.id, template] as const))('the part of %s', (id, template) => {
  let count = 0
  const source = instantiateTemplate(template, {
    locale: 'da',
    examples: true,
    short: false,
    newId: () => `template-${++count}`,
  })
  const part = templatePart(source, newId)
  const indices = part.top.map((_, i) => `b${String(i).padStart(3, '0')}`)
  const at = { x: 9000, y: -240 }
  const placed = placedPart(part, { pageId: 'page:here', at, indices, order: 40, template: id })

  it('has ids of its own, and the same things in the same things', () => {
    const former = new Set(source.map((record) => record.id))
    expect(placed.filter((record) => former.has(record.id))).toEqual([])
    expect(new Set(placed.map((record) => record.id)).size).toBe(placed.length)
    const shapes = source.filter(({ typeName }) => typeName === 'shape')
    expect(contentOf(placed)).toEqual(contentOf(shapes))
    const known = new Set(['page:here', ...placed.map((record) => record.id)])
    expect(placed.filter(({ parentId }) => !known.has(String(parentId)))).toEqual([])
  })

  it('lies where it is put, as it is', () => {
    const tops = source.filter(({ parentId }) => String(parentId).startsWith('page:'))
    const place = (shape: BoardRecord | undefined) => ({ x: Number(shape?.x), y: Number(shape?.y) })
    const [first, firstPlaced] = [tops[0], placed.find(({ index }) => index === indices[0])]
    const moved = { x: place(firstPlaced).x - place(first).x, y: place(firstPlaced).y - place(first).y }
    expect(moved).toEqual({ x: at.x - part.area.x, y: at.y - part.area.y })
    for (const shape of placed.filter(({ parentId }) => parentId === 'page:here')) {
      expect(place(shape).x).toBeGreaterThanOrEqual(at.x)
      expect(place(shape).y).toBeGreaterThanOrEqual(at.y)
    }
  })

  it('is read after what was there, in its own order, and says once what it is', () => {
    const orders = (records: readonly BoardRecord[]) =>
      records
        .filter(({ meta }) => meta?.order !== undefined)
        .sort((a, b) => Number(a.meta?.order) - Number(b.meta?.order))
        .map(({ props, meta }) => ({ name: props?.name, fixed: meta?.fixed }))
    expect(orders(placed)).toEqual(orders(source))
    expect(Math.min(...placed.flatMap(({ meta }) => (meta?.order === undefined ? [] : [Number(meta.order)])))).toBe(40)
    expect(placed.filter(({ meta }) => meta?.template === id)).toHaveLength(1)
  })
})

describe('templatePart', () => {
  it('keeps the bindings of an arrow', () => {
    const shape = (name: string, parentId: string): BoardRecord => ({
      id: `shape:${name}`,
      typeName: 'shape',
      type: 'geo',
      parentId,
      index: 'a1',
      x: 0,
      y: 0,
      props: {},
      meta: {},
    })
    const binding = { id: 'binding:b', typeName: 'binding', fromId: 'shape:arrow', toId: 'shape:box' }
    const part = templatePart([shape('arrow', 'page:p'), shape('box', 'page:p'), binding], newId)
    const [arrow, box] = part.top
    expect(part.inside).toMatchObject([{ typeName: 'binding', fromId: arrow?.id, toId: box?.id }])
  })
})

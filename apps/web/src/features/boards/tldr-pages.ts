import type { BoardRecord } from '@samtavle/shared/board-doc'
import { checkRecord, hasParentCycle } from '@samtavle/shared/record-schema'

/** Between two pages that lie beside each other now, and how wide a shape is that does not say it, in canvas px. */
const BESIDE = 400
const UNKNOWN_WIDTH = 300
/** Keys of order of the groups: two figures after a letter that few pages reach. */
const FIGURES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PAGES_MOST = FIGURES.length

type Pages = { page: BoardRecord; placed: BoardRecord[] }

/**
 * A board of ours has one page: what lies on the others comes beside it, page by page, each as a group. What hangs on
 * nothing, or on itself, is left out.
 */
export function onOnePage(pages: readonly BoardRecord[], shapes: readonly BoardRecord[], title: string): Pages {
  const inOrder = [...pages].sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1)).slice(0, PAGES_MOST)
  const first = inOrder[0]
  const page: BoardRecord = {
    id: first?.id ?? 'page:page',
    typeName: 'page',
    name: title,
    index: 'a1',
    meta: {},
  }
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const pageOf = new Map<string, string>()
  for (const { id } of shapes) {
    if (hasParentCycle(id, (above) => byId.get(above))) continue
    let top = byId.get(id)
    while (top !== undefined && byId.has(String(top.parentId))) top = byId.get(String(top.parentId))
    if (top !== undefined) pageOf.set(id, String(top.parentId))
  }
  const placed: BoardRecord[] = []
  let right: number | undefined
  for (const [i, { id: pageId }] of inOrder.entries()) {
    const own = shapes.filter(({ id }) => pageOf.get(id) === pageId)
    const tops = own.filter(({ parentId }) => parentId === pageId)
    if (tops.length === 0) continue
    const { from, to } = widthOf(tops)
    if (right === undefined || pageId === page.id) {
      placed.push(...own.map((shape) => (shape.parentId === pageId ? { ...shape, parentId: page.id } : shape)))
      right = to
      continue
    }
    const group = groupOf(`shape:page-${i}`, page.id, `b0${FIGURES[i]}`, right + BESIDE - from)
    // So far out that a canvas cannot hold it.
    if (!checkRecord(group, group.id).ok) continue
    placed.push(group, ...own.map((shape) => (shape.parentId === pageId ? { ...shape, parentId: group.id } : shape)))
    right = right + BESIDE + (to - from)
  }
  return { page, placed }
}

const groupOf = (id: string, parentId: string, index: string, x: number): BoardRecord => {
  const place = { x, y: 0, rotation: 0, index, parentId }
  return { id, typeName: 'shape', type: 'group', ...place, isLocked: false, opacity: 1, props: {}, meta: {} }
}

/** From where to where shapes reach, as far as they say it. */
function widthOf(shapes: readonly BoardRecord[]): { from: number; to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, props } of shapes) {
    const width = typeof props?.w === 'number' ? props.w : UNKNOWN_WIDTH
    from = Math.min(from, Number(x))
    to = Math.max(to, Number(x) + width)
  }
  return { from, to }
}

import { metaOf } from '@samtavle/shared/board-meta'
import { ABOVE_NAME, BEFORE_NAME } from '@samtavle/shared/section-cells'
import { textOn } from '@samtavle/shared/shape-words'
import type { Editor, TLFrameShape, TLShape } from '@tldraw/tldraw'
import { isSection } from '../section-place.ts'

/** A column or a row: its key, its name, and where it begins from the corner of the grid's first frame. */
export type GridLine = { key: string; name: string; start: number; size: number }

/** A grid of a template as it is drawn on the board: columns across, rows down. */
export type Grid = {
  /** Of its first frame. */
  id: TLFrameShape['id']
  section: string
  /** True when each column is a frame of its own; else one frame holds all. */
  byColumns: boolean
  /** From left to right; one when it is not `byColumns`. */
  frames: readonly TLFrameShape[]
  /** Names, questions and stripes of the rows left of the first frame. */
  aside: readonly TLShape[]
  columns: readonly GridLine[]
  rows: readonly GridLine[]
}

/** How far left of its first column the names of a grid's rows may stand. */
const ASIDE_REACH = 1_000

export const childrenOf = (editor: Editor, id: TLShape['parentId']): TLShape[] =>
  editor.getSortedChildIdsForParent(id).flatMap((child) => editor.getShape(child) ?? [])

/** The grids of the page in reading order. */
export function gridsOf(editor: Editor): Grid[] {
  const onPage = childrenOf(editor, editor.getCurrentPageId())
  const sections = onPage.filter(isSection)
  const logs = sections.flatMap((frame) => logOf(editor, frame) ?? [])
  const columns = sections.filter((frame) => metaOf(frame).cell !== undefined && rowsIn(editor, frame).length > 0)
  const grids = inGrids(columns).flatMap((frames) => columnGrid(editor, onPage, frames) ?? [])
  const orderOf = ({ frames }: Grid): number => Number(frames[0] && metaOf(frames[0]).order)
  return [...grids, ...logs].sort((a, b) => orderOf(a) - orderOf(b))
}

/** A template may lie on the board twice: beside itself a column comes again, elsewhere the height is another. */
function inGrids(frames: readonly TLFrameShape[]): TLFrameShape[][] {
  const grids: TLFrameShape[][] = []
  for (const frame of [...frames].sort((a, b) => a.x - b.x)) {
    const { section, cell } = metaOf(frame)
    const own = grids.findLast(
      (grid) => metaOf(grid[0] as TLShape).section === section && Math.abs((grid[0]?.y ?? 0) - frame.y) < 1,
    )
    if (own === undefined || own.some((other) => metaOf(other).cell === cell)) grids.push([frame])
    else own.push(frame)
  }
  return grids
}

function columnGrid(editor: Editor, onPage: readonly TLShape[], frames: readonly TLFrameShape[]): Grid | undefined {
  const [first] = frames
  if (first === undefined) return undefined
  const { section = '' } = metaOf(first)
  const isAside = (shape: TLShape): boolean =>
    metaOf(shape).section === section &&
    ['lane', 'question', 'stripe'].includes(metaOf(shape).part ?? '') &&
    shape.x < first.x &&
    shape.x >= first.x - ASIDE_REACH &&
    shape.y >= first.y &&
    shape.y < first.y + first.props.h
  const columns = frames.map(
    (frame): GridLine => ({
      key: metaOf(frame).cell ?? '',
      name: frame.props.name,
      start: frame.x - first.x,
      size: frame.props.w,
    }),
  )
  const rows = rowsIn(editor, first).map((row) => ({ ...row, key: row.key.split('/')[1] ?? '' }))
  return { id: first.id, section, byColumns: true, frames, aside: onPage.filter(isAside), columns, rows }
}

function logOf(editor: Editor, frame: TLFrameShape): Grid | undefined {
  const { section, cell } = metaOf(frame)
  if (section === undefined || cell !== undefined) return undefined
  const rows = rowsIn(editor, frame)
  const headings = childrenOf(editor, frame.id).filter((child) => {
    const meta = metaOf(child)
    return meta.part === 'heading' && meta.cell !== undefined
  })
  if (headings.length === 0 || rows.length === 0 || rows.some(({ key }) => key.includes('/'))) return undefined
  const starts = headings.map((label) => ({ label, start: label.x - BEFORE_NAME })).sort((a, b) => a.start - b.start)
  const columns = starts.map(({ label, start }, i): GridLine => {
    const size = (starts[i + 1]?.start ?? frame.props.w) - start
    return { key: metaOf(label).cell ?? '', name: textOn(label).trim(), start, size }
  })
  return { id: frame.id, section, byColumns: false, frames: [frame], aside: [], columns, rows }
}

/** The rows that the names in a frame say. */
function rowsIn(editor: Editor, frame: TLFrameShape): GridLine[] {
  const above = metaOf(frame).cell === undefined ? ABOVE_NAME.log : ABOVE_NAME.column
  const names = childrenOf(editor, frame.id)
    .filter((child) => metaOf(child).part === 'lane' && metaOf(child).cell !== undefined)
    .sort((a, b) => a.y - b.y)
  return names.map((label, i): GridLine => {
    const start = label.y - above
    const end = names[i + 1] === undefined ? frame.props.h : (names[i + 1] as TLShape).y - above
    return { key: metaOf(label).cell ?? '', name: textOn(label).trim(), start, size: end - start }
  })
}

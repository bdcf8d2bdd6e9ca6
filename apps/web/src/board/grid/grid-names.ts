import { metaOf } from '@samtavle/shared/board-meta'
import { textOn } from '@samtavle/shared/shape-words'
import type { Editor, TLShape } from '@tldraw/tldraw'
import { mayTouch } from '../background-lock.ts'
import { childrenOf, type Grid, type GridLine, gridsOf } from './grid-model.ts'
import { curvesOf, reworded, withCurveProps } from './grid-room.ts'
import { rowKeyOf } from './grid-rows.ts'

/** One line of words. */
const lineOf = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/** Calls a column so, wherever it is named: above it, as a section, in the curve. */
export function renameColumn(editor: Editor, grid: Grid, column: GridLine, name: string): void {
  const isOfColumn = (shape: TLShape): boolean => metaOf(shape).part === 'heading' && metaOf(shape).cell === column.key
  const frames = grid.byColumns ? grid.frames.filter((frame) => metaOf(frame).cell === column.key) : grid.frames
  const headings = frames.flatMap((frame) => childrenOf(editor, frame.id)).filter(isOfColumn)
  rewordAll(editor, headings, name)
  const named = grid.byColumns ? frames.filter((frame) => frame.props.name !== name) : []
  editor.store.put(named.map((frame) => ({ ...frame, props: { ...frame.props, name } })))
  for (const curve of curvesOf(editor, grid)) {
    const columns = curve.props.columns.map((each) => (each.key === column.key ? { ...each, label: name } : each))
    editor.store.put([withCurveProps(curve, { columns })])
  }
}

/** Calls a row so in every column, and left of them. */
export function renameRow(editor: Editor, grid: Grid, row: GridLine, name: string): void {
  const shapes = [...grid.frames.flatMap((frame) => childrenOf(editor, frame.id)), ...grid.aside]
  rewordAll(
    editor,
    shapes.filter((shape) => metaOf(shape).part === 'lane' && rowKeyOf(shape) === row.key),
    name,
  )
}

function rewordAll(editor: Editor, labels: readonly TLShape[], name: string): void {
  const other = labels.filter((label) => lineOf(textOn(label)) !== name)
  editor.store.put(other.map((label) => reworded(label, name)))
}

/** Whoever writes a name anew where it stands has renamed the column or the row: it is called so everywhere. */
export function keepGridNames(editor: Editor): () => void {
  return editor.sideEffects.registerAfterChangeHandler('instance_page_state', (before, after) => {
    const { editingShapeId: id } = before
    if (id === null || id === after.editingShapeId) return
    const label = editor.getShape(id)
    if (label !== undefined && mayTouch(editor, label)) follow(editor, label)
  })
}

function follow(editor: Editor, label: TLShape): void {
  const { part, section, cell } = metaOf(label)
  const name = lineOf(textOn(label))
  if (name === '' || cell === undefined || (part !== 'lane' && part !== 'heading')) return
  const own = (grid: Grid): boolean =>
    grid.section === section &&
    (grid.aside.some(({ id }) => id === label.id) || grid.frames.some(({ id }) => id === label.parentId))
  const grid = gridsOf(editor).find(own)
  if (grid === undefined) return
  const lines = part === 'lane' ? grid.rows : grid.columns
  const line = lines.find(({ key }) => key === (part === 'lane' ? rowKeyOf(label) : cell))
  if (line === undefined) return
  // No mark: it is one step with the words that were typed.
  editor.run(() => (part === 'lane' ? renameRow : renameColumn)(editor, grid, line, name))
}

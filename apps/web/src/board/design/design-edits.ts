import { metaOf } from '@samtavle/shared/board-meta'
import { type Locale, type Localised, saidIn } from '@samtavle/shared/locale'
import { firstMarks, richTextOf } from '@samtavle/shared/rich-text-doc'
import { type Editor, type TLFrameShape, type TLRichText, type TLShapeId, uniqueId } from '@tldraw/tldraw'
import { putAsItIs } from '../board-rules.ts'
import { gridsOf } from '../grid/grid-model.ts'
import { renameColumn } from '../grid/grid-names.ts'
import { lineage } from '../section-place.ts'
import { type DesignSection, headerOrder } from './design-sections.ts'
import { orderAfterMove } from './order-after-move.ts'
import { LABEL_PARTS, type LabelPart, labelShape, labelTops } from './section-labels.ts'

/**
 * What a designer does to the sections of a board. Each is one step that one undo takes back, and writes what it changes
 * alone, so that it goes together with what others do. The background must be unlocked.
 */

/** One step of the designer's, also on what tldraw has locked. */
export function designStep(editor: Editor, name: string, change: () => void): void {
  if (editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint(name)
  putAsItIs(editor, () => editor.run(change, { ignoreShapeLock: true }))
  editor.markHistoryStoppingPoint(`${name}: done`)
}

/** A key of its own for a section. */
export const newSectionKey = (): string => `felt-${uniqueId().slice(0, 8)}`

/** Puts a section elsewhere in the reading order; it stays where it lies. */
export function moveSection(editor: Editor, sections: readonly DesignSection[], from: number, to: number): void {
  const orders = orderAfterMove(sections, from, to, headerOrder(editor))
  if (orders.size === 0) return
  designStep(editor, 'move section in the order', () => {
    for (const { frame } of sections) {
      const order = orders.get(frame.id)
      if (order !== undefined) editor.updateShape({ id: frame.id, type: 'frame', meta: { ...frame.meta, order } })
    }
  })
}

/**
 * Says something else on a section, in three languages; what says nothing in any is taken away. The column of a grid is
 * called so wherever it is named.
 * @returns ids of what is new
 */
export function setSectionWords(
  editor: Editor,
  locale: Locale,
  section: DesignSection,
  part: LabelPart,
  words: Localised,
): TLShapeId[] {
  const made: TLShapeId[] = []
  designStep(editor, `words of ${part}`, () => {
    const frame = asSection(editor, section.frame)
    if (part === 'heading') {
      const props = { name: saidIn(locale, words) }
      editor.updateShape({ id: frame.id, type: 'frame', props, meta: { ...frame.meta, words: { ...words } } })
    }
    made.push(...writeLabel(editor, locale, { ...section, frame }, part, words))
    pushApart(editor, { ...section, frame }, part, words)
    if (part === 'heading') nameColumn(editor, frame, saidIn(locale, words))
  })
  return made
}

/** A frame that somebody drew becomes a section once something is written on it. */
function asSection(editor: Editor, frame: TLFrameShape): TLFrameShape {
  if (metaOf(frame).section !== undefined) return frame
  const meta = { ...frame.meta, section: newSectionKey(), part: 'section' }
  editor.updateShape({ id: frame.id, type: 'frame', meta })
  return { ...frame, meta }
}

/** The curve of a grid names its columns too. Without a heading a column keeps the name that it has there. */
function nameColumn(editor: Editor, { id, meta }: TLFrameShape, name: string): void {
  const grid = gridsOf(editor).find(({ byColumns, frames }) => byColumns && frames.some((frame) => frame.id === id))
  const column = grid?.columns.find(({ key }) => key === meta.cell)
  if (grid !== undefined && column !== undefined && name !== '') renameColumn(editor, grid, column, name)
}

/** @returns the id of a label that is new */
function writeLabel(
  editor: Editor,
  locale: Locale,
  section: DesignSection,
  part: LabelPart,
  words: Localised,
): TLShapeId[] {
  const label = section.labels[part]
  const text = saidIn(locale, words)
  if (label === undefined) {
    if (text === '') return []
    const { id, props } = section.frame
    const { section: key = newSectionKey(), cell } = metaOf(section.frame)
    const y = labelTops({ ...section.words, [part]: words }, props.w)[part]
    const made = labelShape(locale, { parentId: id, section: key, cell, part, words, sectionWidth: props.w, y })
    editor.createShape(section.lock === 'free' ? { ...made, meta: { ...made.meta, fixed: false } } : made)
    return [made.id]
  }
  if (text === '') {
    editor.deleteShapes([label.id])
    return []
  }
  const shown = saidIn(locale, section.words[part])
  const richText = richTextOf(text, firstMarks(label.props.richText)) as TLRichText
  editor.updateShape({
    id: label.id,
    type: 'text',
    meta: { ...label.meta, words: { ...words } },
    ...(shown !== text && { props: { richText } }),
  })
  return []
}

/** What stood below and is covered now goes down; nothing comes up, because somebody may have put it there. */
function pushApart(editor: Editor, section: DesignSection, part: LabelPart, words: Localised): void {
  const tops = labelTops({ ...section.words, [part]: words }, section.frame.props.w)
  const first = section.labels.heading
  for (const below of LABEL_PARTS.slice(LABEL_PARTS.indexOf(part) + 1)) {
    const label = section.labels[below]
    const stands = label !== undefined && (first === undefined || label.x === first.x)
    if (stands && label.y < tops[below]) editor.updateShape({ id: label.id, type: 'text', y: tops[below] })
  }
}

/** Takes a section away with everything in it. */
export function deleteSection(editor: Editor, id: TLFrameShape['id']): void {
  designStep(editor, 'delete section', () => editor.deleteShapes([id]))
}

/** How many notes and other things of people's go with a section. */
export function peoplesIn(editor: Editor, id: TLFrameShape['id']): number {
  return editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type === 'note' || shape.type === 'draw' || shape.type === 'image')
    .filter((shape) => [...lineage(editor, shape)].some((above) => above.id === id)).length
}

/** Selects a shape, with the tool that selects. */
export function selectOnBoard(editor: Editor, id: TLShapeId): void {
  if (editor.getShape(id) === undefined) return
  if (!editor.isIn('select.idle')) editor.setCurrentTool('select')
  editor.select(id)
}

import { type Locale, saidIn } from '@samtavle/shared/locale'
import { createShapeId, type Editor, type TLShapeId, type TLShapePartial } from '@tldraw/tldraw'
import { roomOn } from '../draft-notes.ts'
import { showBox } from '../first-view.ts'
import { isSection } from '../section-place.ts'
import { designStep, newSectionKey } from './design-edits.ts'
import { type SectionKind, sectionContent } from './section-content.ts'
import { LABEL_PARTS, labelHeight, labelShape, labelTops, type SectionWords } from './section-labels.ts'

/** Px at 100 % zoom: as the sections of the built-in templates. */
const SIZE = { w: 720, h: 620 }
const GAP = 40
/** Sections of a row, before the next begins. */
const IN_A_ROW = 3
/** Of a section: itself, its labels, and what is filled in. */
const MOST_SHAPES = 5

export type NewSection = { words: SectionWords; kind: SectionKind; options: readonly string[] }
/** Ids of what is new, or why nothing is. */
export type AddedSection = { ids: TLShapeId[] } | 'read-only' | 'no-room'

/**
 * Puts a new section beside the others and shows it, locked for those who take part. One undo takes it back.
 * @param locale of the board
 */
export async function addSection(editor: Editor, locale: Locale, section: NewSection): Promise<AddedSection> {
  const { words, kind, options } = section
  const tops = labelTops(words, SIZE.w)
  const below = Math.max(...LABEL_PARTS.map((part) => tops[part] + labelHeight(part, words[part], SIZE.w)))
  const question = saidIn(locale, words.question) || saidIn(locale, words.heading)
  const { shape, h } = await sectionContent({ kind, options, locale, question, size: SIZE, below })
  if (editor.getIsReadonly()) return 'read-only'
  if (roomOn(editor) < MOST_SHAPES) return 'no-room'
  const id = createShapeId()
  const key = newSectionKey()
  const frame: TLShapePartial = {
    id,
    type: 'frame',
    ...nextPlace(editor, h),
    meta: { section: key, part: 'section', fixed: true, words: { ...words.heading } },
    props: { w: SIZE.w, h, name: saidIn(locale, words.heading) },
  }
  const labels = LABEL_PARTS.filter((part) => saidIn(locale, words[part]) !== '').map((part) => {
    const label = { parentId: id, section: key, part, words: words[part], sectionWidth: SIZE.w, y: tops[part] }
    return labelShape(locale, label)
  })
  const content = shape === null ? [] : [{ ...shape, id: createShapeId(), parentId: id, meta: metaIn(key, shape.meta) }]
  const made = [frame, ...labels, ...content] as TLShapePartial[]
  designStep(editor, 'add section', () => {
    editor.createShapes(made)
    editor.setCurrentTool('select')
    editor.select(id)
  })
  const bounds = editor.getShapePageBounds(id)
  if (bounds) showBox(editor, bounds)
  return { ids: made.map((one) => one.id) }
}

const metaIn = (section: string, meta: object) => ({ ...meta, section })

/** Right of the section that was added last, three to a row; below everything when that is no section's place. */
function nextPlace(editor: Editor, h: number): { x: number; y: number } {
  const page = editor.getCurrentPageId()
  const boxes = editor
    .getSortedChildIdsForParent(page)
    .map((id) => editor.getShape(id))
    .filter((shape) => shape !== undefined)
    .map((shape) => ({ shape, box: editor.getShapePageBounds(shape) }))
  const sections = boxes.flatMap(({ shape, box }) => (isSection(shape) && box ? [box] : []))
  const taken = boxes.flatMap(({ box }) => box ?? [])
  if (taken.length === 0) return { x: 0, y: 0 }
  const last = sections.at(-1)
  const row = last === undefined ? [] : sections.filter((box) => Math.abs(box.y - last.y) < 1)
  if (last !== undefined && row.length < IN_A_ROW) {
    const right = { x: last.maxX + GAP, y: last.y }
    const isFree = taken.every(
      (box) => box.maxX <= right.x || box.x >= right.x + SIZE.w || box.maxY <= right.y || box.y >= right.y + h,
    )
    if (isFree) return right
  }
  const left = Math.min(...(sections.length > 0 ? sections : taken).map((box) => box.x))
  return { x: left, y: Math.max(...taken.map((box) => box.maxY)) + GAP }
}

import { LOCALES, type Locale, type Localised } from '@samtavle/shared/locale'
import { BOLD, richTextOf } from '@samtavle/shared/rich-text-doc'
import { textHeight } from '@samtavle/shared/text-measure'
import { createShapeId, type Editor, type TLRichText, uniqueId } from '@tldraw/tldraw'
import { putAsItIs } from './board-rules.ts'
import { roomOn } from './draft-notes.ts'
import { showBox } from './first-view.ts'
import { isSection } from './section-place.ts'

/** Px at 100 % zoom: as the sections of the built-in templates. */
const SIZE = { w: 720, h: 620 }
const GAP = 40
const PADDING = 40
const TOP = 24
const HEADING = { size: 36, props: { size: 'l' as const, scale: 1 } }
const QUESTION = { size: 22, props: { size: 'm' as const, scale: 22 / 24 } }
/** Sections of a row, before the next begins. */
const IN_A_ROW = 3

export type SectionWords = { heading: Localised; question: Localised }

/** What a text says in a language, or in the first other one in which it says something. */
function saidIn(locale: Locale, words: Localised): string {
  return [locale, ...LOCALES].map((one) => words[one]).find((said) => said !== '') ?? ''
}

/**
 * Puts a new, empty section beside the others and shows it. It can be moved and changed in size; a template that is made
 * of the board fixes it. One undo takes it back.
 */
export function addSection(editor: Editor, locale: Locale, words: SectionWords): 'done' | 'read-only' | 'no-room' {
  if (editor.getIsReadonly()) return 'read-only'
  if (roomOn(editor) < 3) return 'no-room'
  const place = nextPlace(editor)
  const id = createShapeId()
  const section = `felt-${uniqueId().slice(0, 8)}`
  const heading = saidIn(locale, words.heading)
  const question = saidIn(locale, words.question)
  const w = SIZE.w - 2 * PADDING
  const label = (part: 'heading' | 'question', text: string, said: Localised, y: number) => {
    const { props } = part === 'heading' ? HEADING : QUESTION
    return {
      id: createShapeId(),
      type: 'text' as const,
      parentId: id,
      x: PADDING,
      y,
      meta: { section, part, words: { ...said } },
      props: {
        ...props,
        color: 'black' as const,
        font: 'sans' as const,
        textAlign: 'start' as const,
        w: Math.floor(w / props.scale),
        autoSize: false,
        richText: richTextOf(text, part === 'heading' ? [BOLD] : []) as TLRichText,
      },
    }
  }
  const below = TOP + Math.ceil(textHeight(heading, HEADING.size, w, 'bold'))
  editor.markHistoryStoppingPoint('add section')
  putAsItIs(editor, () => {
    editor.run(() => {
      editor.createShape({
        id,
        type: 'frame',
        ...place,
        meta: { section, part: 'section', words: { ...words.heading } },
        props: { ...SIZE, name: heading },
      })
      editor.createShapes([
        label('heading', heading, words.heading, TOP),
        ...(question === '' ? [] : [label('question', question, words.question, below)]),
      ])
      editor.setCurrentTool('select')
      editor.select(id)
    })
  })
  editor.markHistoryStoppingPoint('section added')
  const bounds = editor.getShapePageBounds(id)
  if (bounds) showBox(editor, bounds)
  return 'done'
}

/** Right of the section that was added last, three to a row; below everything when that is no section's place. */
function nextPlace(editor: Editor): { x: number; y: number } {
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
      (box) => box.maxX <= right.x || box.x >= right.x + SIZE.w || box.maxY <= right.y || box.y >= right.y + SIZE.h,
    )
    if (isFree) return right
  }
  const left = Math.min(...(sections.length > 0 ? sections : taken).map((box) => box.x))
  return { x: left, y: Math.max(...taken.map((box) => box.maxY)) + GAP }
}

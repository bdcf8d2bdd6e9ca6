import type { BoardMeta } from '@samtavle/shared/board-meta'
import { textHeight } from '@samtavle/shared/text-measure'
import { addCard } from './card.ts'
import { addOptions } from './choice.ts'
import type { Drawing } from './drawing.ts'
import { addField } from './field.ts'
import { addExamples } from './flow.ts'
import { addHeading, addHeadingLine, BELOW_HEADING, headingBottom, NOTES_FROM, PADDING } from './heading.ts'
import { addMatrix } from './matrix.ts'
import { addDateField, addInnerBox, addTinyText } from './note-section-parts.ts'
import { addRows } from './numbered-rows.ts'
import { addRings } from './rings.ts'
import { BODY_SIZE, frame, label } from './shapes.ts'
import { addCaptionedSketch, addSketchArea } from './sketch-area.ts'
import type { Locale, NewNote, Rect, Template, TemplateSection } from './template.ts'

/** Reading size of the long text: larger than a note, so that it can be read aloud from a distance. */
const STORY_SIZE = 26
/** Below this height heading and question share a line, and the section holds text only. */
const LOW = 300
const LOW_PADDING = 16
/** The same above a card, which begins with a box. */
const BELOW_CARD_HEADING = 20
const GAP = 20
/** Below the words that hang from the options and say what is chosen. */
const BELOW_CHOICE = 9

type Options = { locale: Locale; examples: readonly NewNote[]; order: number }

/** Adds one section: its frame, heading, question and, when asked for, its examples. */
export function addSection(drawing: Drawing, template: Template, section: TemplateSection, options: Options): void {
  const { locale, examples, order } = options
  const { x, y, w, h } = section.rect
  const heading = section.heading[locale]
  const meta: BoardMeta = { section: section.key }
  const parent = drawing.add(
    frame({ x, y, w, h, name: heading, meta: { ...meta, order, fixed: true, part: 'section' } }),
  )
  const low = h < LOW
  const textSize = template.smallestText ?? BODY_SIZE
  const words = { parent, w, heading, question: questionOf(section, locale), meta, textSize }
  let top: number
  if (low) {
    top = addHeadingLine(drawing, words) + BELOW_HEADING
  } else {
    addHeading(drawing, words)
    top = contentTop(template, section, locale)
  }
  const bottom = low ? LOW_PADDING : PADDING
  const zone = { x: PADDING, y: top, w: w - 2 * PADDING, h: h - top - bottom }
  addContent(drawing, template, section, { parent, meta, zone, locale, examples, textSize })
}

/** The names of a card's fields are its question. */
function questionOf({ card, question }: TemplateSection, locale: Locale): string | undefined {
  return card ? undefined : question[locale]
}

/** Below the heading zone, higher above a card, which has no question, or lower where one of the sections side by side has a longer heading. */
function contentTop({ sections, smallestText: textSize }: Template, section: TemplateSection, locale: Locale): number {
  const beside = sections.filter(({ kind, rect }) => kind === section.kind && rect.y === section.rect.y)
  const bottoms = beside.map((other) => {
    const [heading, question] = [other.heading[locale], questionOf(other, locale)]
    return headingBottom({ w: other.rect.w, heading, question, textSize: textSize ?? BODY_SIZE })
  })
  if (section.card) return Math.max(...bottoms) + BELOW_CARD_HEADING
  return Math.max(NOTES_FROM, Math.max(...bottoms) + BELOW_HEADING)
}

type Content = {
  parent: string
  meta: BoardMeta
  zone: Rect
  locale: Locale
  examples: readonly NewNote[]
  textSize: number
}

function addContent(drawing: Drawing, template: Template, section: TemplateSection, content: Content): void {
  const { parent, meta, zone, locale, examples, textSize } = content
  const { kind, card, options, rows, rect, heading, isSteps } = section
  const inside = { parent, locale, meta }
  const box = { parent, w: rect.w, h: rect.h, locale, examples }
  switch (kind) {
    case 'text':
    case 'text (locked)':
      addStory(drawing, content)
      return
    case 'card':
      addCard(drawing, card ?? 'idea', { ...zone, ...inside, example: examples[0] })
      return
    case 'choice':
    case 'choice + notes':
    case 'choice + text': {
      const asked = { question: heading[locale], isSteps: isSteps === true }
      const row = { ...zone, ...inside, ...asked, textSize, example: examples[0] }
      const used = addOptions(drawing, options ?? [], row) + BELOW_CHOICE
      const below = { ...content, zone: { ...zone, y: zone.y + used, h: zone.h - used } }
      if (kind === 'choice + notes') addNotes(drawing, section, below)
      if (kind === 'choice + text') addStory(drawing, below)
      return
    }
    case 'drawing':
    case 'drawing + caption':
      addCaptionedSketch(drawing, { ...inside, w: rect.w, h: rect.h, from: zone.y, example: examples[0] })
      return
    case 'drawing + notes': {
      const w = (zone.w - GAP) / 2
      addSketchArea(drawing, { ...zone, parent, meta, w })
      addNotes(drawing, section, { ...content, zone: { ...zone, x: zone.x + w + GAP, w } })
      return
    }
    case 'matrix':
      if (template.matrix) addMatrix(drawing, template.matrix, { ...box, name: heading[locale] })
      return
    case 'rings':
      if (template.rings) addRings(drawing, template.rings, box)
      return
    case 'notes':
    case 'notes (anonymous)':
    case 'notes + date':
      addNotes(drawing, section, content)
      return
    default:
      addRows(drawing, rows ?? [], { ...zone, ...inside, examples })
  }
}

function addNotes(drawing: Drawing, section: TemplateSection, content: Content): void {
  const { parent, meta, zone, locale, examples } = content
  addExamples(drawing, examples, zone, { locale, parent, meta })
  const foot = { parent, meta, locale, w: section.rect.w, h: section.rect.h }
  if (section.hint) addHint(drawing, section.hint[locale], foot)
  if (section.box) addInnerBox(drawing, section.box[locale], foot)
  if (section.tiny) addTinyText(drawing, section.tiny[locale], foot)
  if (section.kind === 'notes + date') addDateField(drawing, foot)
}

function addHint(
  drawing: Drawing,
  text: string,
  { parent, w, h, meta }: { parent: string; w: number; h: number; meta: BoardMeta },
): void {
  const width = w - 2 * PADDING
  const y = Math.floor(h - PADDING / 2 - textHeight(text, BODY_SIZE, width))
  drawing.add(label({ parent, x: PADDING, y, w: width, text, meta: { ...meta, part: 'hint' } }))
}

/** The field for one long text. */
function addStory(drawing: Drawing, { parent, meta, zone, examples, locale }: Content): void {
  const [example] = examples
  const field = { ...zone, parent, textSize: STORY_SIZE, meta: { ...meta, part: 'text' } }
  addField(drawing, field, example, example?.text[locale] ?? '')
}

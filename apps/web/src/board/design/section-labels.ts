import { LOCALES, type Locale, type Localised, saidIn } from '@samtavle/shared/locale'
import { BOLD, richTextOf } from '@samtavle/shared/rich-text-doc'
import { textHeight } from '@samtavle/shared/text-measure'
import { createShapeId, type TLRichText, type TLShapeId, type TLShapePartial, type TLTextShape } from '@tldraw/tldraw'

/** What is printed on a section for those who work in it, from the top down. */
export const LABEL_PARTS = ['heading', 'question', 'hint'] as const
export type LabelPart = (typeof LABEL_PARTS)[number]
export type SectionWords = Readonly<Record<LabelPart, Localised>>

/** Longest words of each, in UTF-16 units. */
export const LABEL_MAX: Readonly<Record<LabelPart, number>> = { heading: 120, question: 300, hint: 400 }

/** Words without the spaces around them. */
export const trimmed = (said: Localised): Localised => ({ da: said.da.trim(), en: said.en.trim(), nb: said.nb.trim() })

/** Px at 100 % zoom, as in the built-in templates. */
const PADDING = 40
const TOP = 24
const LOOK = {
  heading: { size: 36, props: { size: 'l', scale: 1 } },
  question: { size: 22, props: { size: 'm', scale: 22 / 24 } },
  hint: { size: 22, props: { size: 'm', scale: 22 / 24 } },
} as const
const GAP = { heading: 0, question: 0, hint: 12 } as const

/** How high a label is in the language in which it is highest, so that no other one covers what stands below it. */
export function labelHeight(part: LabelPart, words: Localised, sectionWidth: number): number {
  const weight = part === 'heading' ? 'bold' : 'medium'
  const heights = LOCALES.map((locale) =>
    textHeight(saidIn(locale, words), LOOK[part].size, sectionWidth - 2 * PADDING, weight),
  )
  return saidIn('da', words) === '' ? 0 : Math.ceil(Math.max(...heights))
}

/** Where each label of a section begins, below those before it. */
export function labelTops(words: SectionWords, sectionWidth: number): Record<LabelPart, number> {
  const tops = { heading: TOP, question: TOP, hint: TOP }
  let y = TOP
  for (const part of LABEL_PARTS) {
    tops[part] = y + GAP[part]
    const height = labelHeight(part, words[part], sectionWidth)
    if (height > 0) y = tops[part] + height
  }
  return tops
}

type Label = {
  parentId: TLShapeId
  section: string
  /** Of the grid's column that the section is. */
  cell?: string | undefined
  part: LabelPart
  words: Localised
  sectionWidth: number
  y: number
}

/** A new label of a section, in the board's language. */
export function labelShape(locale: Locale, label: Label): TLShapePartial<TLTextShape> {
  const { parentId, section, cell, part, words, sectionWidth, y } = label
  const { props } = LOOK[part]
  return {
    id: createShapeId(),
    type: 'text',
    parentId,
    x: PADDING,
    y,
    isLocked: true,
    meta: { section, ...(cell !== undefined && { cell }), part, fixed: true, words: { ...words } },
    props: {
      ...props,
      color: 'black',
      font: 'sans',
      textAlign: 'start',
      w: Math.floor((sectionWidth - 2 * PADDING) / props.scale),
      autoSize: false,
      richText: labelText(part, saidIn(locale, words)),
    },
  }
}

/** What a label says, as rich text. */
export const labelText = (part: LabelPart, text: string): TLRichText =>
  richTextOf(text, part === 'heading' ? [BOLD] : []) as TLRichText

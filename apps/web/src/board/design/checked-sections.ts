import { metaOf } from '@samtavle/shared/board-meta'
import { designedWords } from '@samtavle/shared/designed-words'
import type { Locale } from '@samtavle/shared/locale'
import type { TLTextShape } from '@tldraw/tldraw'
import type { CheckedSection, CheckedText } from './design-checks.ts'
import type { DesignSection } from './design-sections.ts'

/** tldraw's sizes of text, in px. */
const SIZES = { s: 18, m: 24, l: 36, xl: 44 } as const

/** The sections of a board in plain numbers and words, to be checked. */
export function checkedSections(sections: readonly DesignSection[], locale: Locale): CheckedSection[] {
  return sections.map(({ id, frame, box, words, texts }) => ({
    id,
    parent: frame.parentId,
    box: { x: box.x, y: box.y, w: frame.props.w, h: frame.props.h },
    words,
    texts: texts.map((text) => checkedText(text, locale)),
  }))
}

function checkedText(text: TLTextShape, locale: Locale): CheckedText {
  const { size, scale, w, autoSize } = text.props
  const isBold = JSON.stringify(text.props.richText).includes('"bold"')
  return {
    id: text.id,
    x: text.x,
    y: text.y,
    w: autoSize ? undefined : w * scale,
    size: SIZES[size] * scale,
    weight: isBold || metaOf(text).part === 'heading' ? 'bold' : 'medium',
    words: designedWords(text, locale),
  }
}

import { CARD_TYPE, type CardProps, cardParts } from './card-shape.ts'
import { CHOICE_TYPE, type ChoiceProps, chosenWords } from './choice-shape.ts'
import { isRichText, plainTextOf } from './rich-text-doc.ts'

/** A shape as its record says, here or in tldraw's words. */
type Shape = { type?: unknown; props?: object | undefined }

/**
 * What is written on a shape, paragraphs, fields and ticked options on lines of their own; empty when there is nothing
 * or it cannot be read.
 */
export function textOn(shape: Shape): string {
  const { type, props } = shape
  if (type === CARD_TYPE || type === CHOICE_TYPE) return structuredText(shape)
  const { richText, text } = (props ?? {}) as Record<string, unknown>
  if (isRichText(richText)) return plainTextOf(richText)
  return typeof text === 'string' ? text : ''
}

/** Of records that may not have passed the schema yet. */
function structuredText({ type, props }: Shape): string {
  try {
    const words =
      type === CARD_TYPE ? cardParts(props as CardProps).map(({ text }) => text) : chosenWords(props as ChoiceProps)
    return words.join('\n')
  } catch {
    return ''
  }
}

/** What people wrote on a shape: its text, or the name of a frame. */
export function wordsOn(shape: Shape): string {
  if (shape.type !== 'frame') return textOn(shape)
  const { name } = (shape.props ?? {}) as Record<string, unknown>
  return typeof name === 'string' ? name : ''
}

import { CARD_TYPE, type CardProps, cardParts } from './card-shape.ts'
import { CHOICE_TYPE, type ChoiceProps, chosenWords } from './choice-shape.ts'
import { CURVE_TYPE, type CurveProps, curveParts } from './curve-shape.ts'
import { MATRIX_TYPE, type MatrixProps, matrixWords } from './matrix-shape.ts'
import { isRichText, plainTextOf } from './rich-text-doc.ts'
import { isStructured } from './structured-types.ts'

/** A shape as its record says, here or in tldraw's words. */
type Shape = { type?: unknown; props?: object | undefined }

/**
 * What is written on a shape, paragraphs, fields and ticked options on lines of their own; empty when there is nothing
 * or it cannot be read.
 */
export function textOn(shape: Shape): string {
  if (isStructured(shape.type)) return structuredText(shape)
  const { richText, text } = (shape.props ?? {}) as Record<string, unknown>
  if (isRichText(richText)) return plainTextOf(richText)
  return typeof text === 'string' ? text : ''
}

/** Of records that may not have passed the schema yet. */
function structuredText({ type, props }: Shape): string {
  try {
    return structuredWords(type, props).join('\n')
  } catch {
    return ''
  }
}

function structuredWords(type: unknown, props: object | undefined): string[] {
  if (type === CARD_TYPE) return cardParts(props as CardProps).map(({ text }) => text)
  if (type === CHOICE_TYPE) return chosenWords(props as ChoiceProps)
  if (type === CURVE_TYPE) return curveParts(props as CurveProps).map(({ label, text }) => `${label}: ${text}`)
  return type === MATRIX_TYPE ? matrixWords(props as MatrixProps) : []
}

/** What people wrote on a shape: its text, or the name of a frame. */
export function wordsOn(shape: Shape): string {
  if (shape.type !== 'frame') return textOn(shape)
  const { name } = (shape.props ?? {}) as Record<string, unknown>
  return typeof name === 'string' ? name : ''
}

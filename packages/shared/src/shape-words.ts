import { isRichText, plainTextOf } from './rich-text-doc.ts'

/** A shape as its record says, here or in tldraw's words. */
type Shape = { type?: unknown; props?: object | undefined }

/** What is written on a shape, paragraphs on lines of their own; empty when there is nothing or it cannot be read. */
export function textOn({ props }: Shape): string {
  const { richText, text } = (props ?? {}) as Record<string, unknown>
  if (isRichText(richText)) return plainTextOf(richText)
  return typeof text === 'string' ? text : ''
}

/** What people wrote on a shape: its text, or the name of a frame. */
export function wordsOn(shape: Shape): string {
  if (shape.type !== 'frame') return textOn(shape)
  const { name } = (shape.props ?? {}) as Record<string, unknown>
  return typeof name === 'string' ? name : ''
}

import type { BoardMeta } from './board-meta.ts'
import { LOCALES, type Locale, type Localised } from './locale.ts'
import { type RichText, type RichTextNode, richTextOf } from './rich-text-doc.ts'
import { wordsOn } from './shape-words.ts'

type Shape = { type?: unknown; props?: object | undefined; meta?: object | undefined }

/** What `meta.words` of a shape says, where it is what it should be: any peer may have written it. */
export function wordsOfMeta({ meta }: Shape): Localised | undefined {
  const { words } = (meta ?? {}) as BoardMeta
  if (typeof words !== 'object' || words === null) return undefined
  return LOCALES.every((locale) => typeof words[locale] === 'string') ? words : undefined
}

/**
 * What a heading or a section says in each language, empty where it borrows from another. What the board shows in its
 * own language wins over what was typed before, unless these are the words of another language.
 */
export function designedWords(shape: Shape, locale: Locale): Localised {
  const words = wordsOfMeta(shape) ?? { da: '', en: '', nb: '' }
  const shown = wordsOn(shape)
  if (shown === '' || LOCALES.some((one) => words[one] === shown)) return words
  return { ...words, [locale]: shown }
}

/** What words say in a language, or in the first other one in which they say something. */
export function saidIn(locale: Locale, words: Localised): string {
  return [locale, ...LOCALES].map((one) => words[one]).find((said) => said !== '') ?? ''
}

/** Words as bold as the first ones of a text were. */
export function inTheSameHand(before: RichText, words: string): RichText {
  const marks = before.content.flatMap(({ content = [] }) => content).find(({ type }) => type === 'text')?.marks
  return marks === undefined ? richTextOf(words) : markedText(words, marks)
}

/** A text in bold. */
export const boldText = (words: string): RichText => markedText(words, [{ type: 'bold' }])

function markedText(words: string, marks: NonNullable<RichTextNode['marks']>): RichText {
  const text = richTextOf(words)
  const content = text.content.map((block) =>
    block.content === undefined ? block : { ...block, content: block.content.map((run) => ({ ...run, marks })) },
  )
  return { ...text, content }
}

import { metaOf } from '@samtavle/shared/board-meta'
import { CARD_TYPE, type CardProps } from '@samtavle/shared/card-shape'
import { CHOICE_TYPE, type ChoiceProps } from '@samtavle/shared/choice-shape'
import { CURVE_TYPE, type CurveProps } from '@samtavle/shared/curve-shape'
import type { Locale } from '@samtavle/shared/locale'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { exampleWord } from '@samtavle/shared/note-words'
import { wordsOn } from '@samtavle/shared/shape-words'
import type { TLShape } from '@tldraw/tldraw'
import { isNote, roleOf } from './board-meta.ts'

/** Words on a shape, and those that the board itself writes on a note, a card or a choice. */
export function findableWords(shape: TLShape, locale: Locale): string[] {
  const type: string = shape.type
  const words = [wordsOn(shape)]
  if (isNote(shape)) {
    const role = roleOf(shape)
    if (role !== undefined) words.push(NOTE_ROLE_LOOK[role].name[locale])
    if (metaOf(shape).example === true) words.push(exampleWord(locale))
  }
  if (type === CURVE_TYPE) words.push((shape.props as unknown as CurveProps).name)
  if (type === CARD_TYPE) words.push((shape.props as unknown as CardProps).name)
  // All options, ticked or not: whoever looks for one wants to tick it.
  if (type === CHOICE_TYPE) words.push(...namesOf(shape.props as unknown as ChoiceProps))
  return words.filter((word) => word !== '')
}

const namesOf = ({ question, options }: ChoiceProps): string[] => [question, ...options.map(({ label }) => label)]

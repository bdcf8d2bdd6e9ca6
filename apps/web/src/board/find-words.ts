import type { Locale } from '@samtavle/shared/locale'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { wordsOn } from '@samtavle/shared/shape-words'
import type { TLShape } from '@tldraw/tldraw'
import { isNote, metaOf, roleOf } from './board-meta.ts'
import { exampleWord } from './shapes/note-words.ts'

/** Words on a shape, and those that the board itself writes on a note. */
export function findableWords(shape: TLShape, locale: Locale): string[] {
  const words = [wordsOn(shape)]
  if (isNote(shape)) {
    const role = roleOf(shape)
    if (role !== undefined) words.push(NOTE_ROLE_LOOK[role].name[locale])
    if (metaOf(shape).example === true) words.push(exampleWord(locale))
  }
  return words.filter((word) => word !== '')
}

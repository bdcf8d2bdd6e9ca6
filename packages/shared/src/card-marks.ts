import { metaOf } from './board-meta.ts'
import type { Locale } from './locale.ts'
import { isNoteRole, NOTE_ROLE_LOOK, type NoteRole } from './note-role.ts'
import { exampleWord } from './note-words.ts'

/** A rectangle as its record says, here or in tldraw's words. */
type Rectangle = { meta?: unknown; props?: object | undefined }

/** Size of the marks on a rectangle, in px, and where they stand: from its right edge, and above its upper one. */
export const CARD_MARK = { size: 10.8, fromRight: 10, above: 6, padding: 4 } as const

/** What a wide card is, as a note says it at its foot; fields and pieces have no role of their own. */
function roleOfCard(shape: Rectangle): NoteRole | undefined {
  const { role, part } = metaOf(shape)
  const { color, fill } = (shape.props ?? {}) as Record<string, unknown>
  const isCard = part === undefined && fill === 'solid'
  return isCard && isNoteRole(role) && NOTE_ROLE_LOOK[role].colour === color ? role : undefined
}

/** The words for what a rectangle is beside its colour and its dashes: "Spørgsmål ?", "Eksempel". */
export function cardMarks(shape: Rectangle, locale: Locale): string[] {
  const role = roleOfCard(shape)
  const { name, sign } = role ? NOTE_ROLE_LOOK[role] : {}
  const words = [name && `${name[locale]} ${sign}`.trim(), metaOf(shape).example === true && exampleWord(locale)]
  return words.filter((word) => typeof word === 'string')
}

/** How large they are on a rectangle that is drawn at this scale, in px. */
export const cardMarkSize = (scale: number): number => Math.round(CARD_MARK.size * scale)

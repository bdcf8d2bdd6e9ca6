import type { Localised } from './locale.ts'

/**
 * What a note is. A role gives a colour of the canvas palette, a visible sign and a spoken name; colour is never the
 * only carrier (templates specification 0.3).
 */
export const NOTE_ROLES = ['fact', 'quote', 'pain', 'bright', 'idea', 'question', 'decision', 'backstage'] as const
export type NoteRole = (typeof NOTE_ROLES)[number]

export type PaletteColour =
  | 'yellow'
  | 'light-blue'
  | 'light-red'
  | 'light-green'
  | 'light-violet'
  | 'orange'
  | 'blue'
  | 'grey'

export type NoteRoleLook = {
  colour: PaletteColour
  sign: string
  name: Localised
}

export const NOTE_ROLE_LOOK: Readonly<Record<NoteRole, NoteRoleLook>> = {
  fact: { colour: 'yellow', sign: '', name: { da: 'Iagttagelse', en: 'Observation', nb: 'Observasjon' } },
  quote: { colour: 'light-blue', sign: '» «', name: { da: 'Citat', en: 'Quote', nb: 'Sitat' } },
  pain: { colour: 'light-red', sign: '−', name: { da: 'Smertepunkt', en: 'Pain point', nb: 'Smertepunkt' } },
  bright: { colour: 'light-green', sign: '+', name: { da: 'Lyspunkt', en: 'Bright spot', nb: 'Lyspunkt' } },
  idea: { colour: 'light-violet', sign: '✶', name: { da: 'Idé', en: 'Idea', nb: 'Idé' } },
  question: { colour: 'orange', sign: '?', name: { da: 'Spørgsmål', en: 'Question', nb: 'Spørsmål' } },
  decision: { colour: 'blue', sign: '✔', name: { da: 'Beslutning', en: 'Decision', nb: 'Beslutning' } },
  backstage: { colour: 'grey', sign: '⚙', name: { da: 'Bag scenen', en: 'Backstage', nb: 'Bak scenen' } },
}

export function isNoteRole(value: unknown): value is NoteRole {
  return typeof value === 'string' && Object.hasOwn(NOTE_ROLE_LOOK, value)
}

/** The role that a note of this palette colour has when its record says none. */
export function roleOfColour(colour: string): NoteRole | undefined {
  return NOTE_ROLES.find((role) => NOTE_ROLE_LOOK[role].colour === colour)
}

/** Height that the line of its role takes from the words of a note, between them and the lower padding, in px. */
export const NOTE_FOOT = 22

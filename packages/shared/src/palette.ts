import { NOTE_ROLE_LOOK, type NoteRole, roleOfColour } from './note-role.ts'

/**
 * The colours of the board outside the browser, where custom properties do not reach. Equal to the web app's
 * `tokens.css`; a test compares them.
 */
export type Theme = 'light' | 'dark'
export type NoteLook = { fill: string; text: string; edge: string }
export type Palette = {
  canvas: string
  section: string
  sunken: string
  text: string
  text2: string
  text3: string
  line: string
  lineStrong: string
  accent: string
  note: Readonly<Record<NoteRole, NoteLook>>
}

export const PALETTE: Readonly<Record<Theme, Palette>> = {
  light: {
    canvas: '#F7F9F9',
    section: '#FFFFFF',
    sunken: '#E9EEEE',
    text: '#10201F',
    text2: '#3E4E4D',
    text3: '#566766',
    line: '#D3DCDB',
    lineStrong: '#768685',
    accent: '#00565E',
    note: {
      fact: { fill: '#FBE49A', text: '#382C00', edge: '#8F6C00' },
      quote: { fill: '#CFE6FA', text: '#0B2E4A', edge: '#2F79B5' },
      pain: { fill: '#FBD5D1', text: '#55110E', edge: '#C24A42' },
      bright: { fill: '#CFEDCE', text: '#10391A', edge: '#38884A' },
      idea: { fill: '#E5DAFB', text: '#311560', edge: '#7C5CC4' },
      question: { fill: '#FFCB94', text: '#452100', edge: '#B26200' },
      decision: { fill: '#2A55B5', text: '#FFFFFF', edge: '#1E4295' },
      backstage: { fill: '#DDE3E2', text: '#222E2D', edge: '#6A7877' },
    },
  },
  dark: {
    canvas: '#0F1818',
    section: '#151F1F',
    sunken: '#0A1010',
    text: '#E7EFEE',
    text2: '#B9C7C5',
    text3: '#93A3A1',
    line: '#2B3938',
    lineStrong: '#6F8280',
    accent: '#6CCFCE',
    note: {
      fact: { fill: '#6A530A', text: '#FFF3CC', edge: '#C9A032' },
      quote: { fill: '#1F4D70', text: '#E0F0FF', edge: '#5E9CCB' },
      pain: { fill: '#77302D', text: '#FFE7E4', edge: '#D07670' },
      bright: { fill: '#23532F', text: '#E0F7E2', edge: '#62AE72' },
      idea: { fill: '#4B3682', text: '#EFE8FF', edge: '#9A80DA' },
      question: { fill: '#814711', text: '#FFEAD4', edge: '#D08A3E' },
      decision: { fill: '#3A66CC', text: '#FFFFFF', edge: '#7FA2F2' },
      backstage: { fill: '#3C4947', text: '#EAF0EF', edge: '#7F908D' },
    },
  },
}

/** Palette colours of the canvas that no role has, with the role that looks most alike. */
const NEAREST_ROLE: Readonly<Record<string, NoteRole>> = {
  black: 'backstage',
  white: 'backstage',
  red: 'pain',
  green: 'bright',
  violet: 'idea',
}

/** How a note of this canvas colour looks. Notes without a role's colour look like the nearest role. */
export function noteLook(theme: Theme, colour: string): NoteLook {
  return PALETTE[theme].note[roleOfColour(colour) ?? NEAREST_ROLE[colour] ?? 'fact']
}

/** How much of the words' colour the dashes around an example have; an edge alone is hardly seen on dark paper. */
const DASH_OF_TEXT = 0.65

/** The colour of the dashes around an example on paper that looks like this. */
export function dashColour({ fill, text }: NoteLook): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => {
    const value = Math.round(DASH_OF_TEXT * part(text, at) + (1 - DASH_OF_TEXT) * part(fill, at))
    return value.toString(16).padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

/** The colour of a line or of words in this canvas colour. */
export function inkColour(theme: Theme, colour: string): string {
  const palette = PALETTE[theme]
  if (colour === 'black') return palette.text
  // White in both themes: words on a dark filling.
  if (colour === 'white') return palette.note.decision.text
  if (colour === NOTE_ROLE_LOOK.backstage.colour) return palette.text3
  return noteLook(theme, colour).edge
}

import type { ShapeColour } from '../shapes/shape-colours.ts'

/**
 * What columns, colours and answers are called in files, in all our languages at once: a page has its own only, and a
 * file may come from a colleague's. Those of our export are among them; a test compares.
 */

export const COLOUR_WORDS: Readonly<Record<ShapeColour, readonly string[]>> = {
  black: ['Sort', 'Black', 'Svart'],
  grey: ['Grå', 'Grey', 'Gray'],
  'light-violet': ['Lyselilla', 'Light violet', 'Lys fiolett', 'Lys lilla'],
  violet: ['Lilla', 'Violet', 'Fiolett', 'Purple'],
  blue: ['Blå', 'Blue'],
  'light-blue': ['Lyseblå', 'Light blue', 'Lys blå'],
  yellow: ['Gul', 'Yellow'],
  orange: ['Orange', 'Oransje'],
  green: ['Grøn', 'Green', 'Grønn'],
  'light-green': ['Lysegrøn', 'Light green', 'Lysegrønn', 'Lys grønn'],
  'light-red': ['Lyserød', 'Light red', 'Lyserosa', 'Lys rød', 'Pink', 'Rosa'],
  red: ['Rød', 'Red'],
  white: ['Hvid', 'White', 'Hvit'],
}

export const COLUMN_WORDS = {
  text: [
    'Tekst',
    'Text',
    'Note',
    'Notes',
    'Seddel',
    'Lapp',
    'Kommentar',
    'Comment',
    'Svar',
    'Answer',
    'Citat',
    'Sitat',
  ],
  role: ['Rolle', 'Role', 'Type', 'Kategori', 'Category'],
  section: ['Felt', 'Section', 'Sektion', 'Seksjon', 'Emne', 'Topic', 'Tema', 'Theme'],
  colour: ['Farve', 'Colour', 'Color', 'Farge'],
  example: ['Eksempel', 'Example'],
} as const

/** What stands in the column of sections for texts that lie in none. */
export const NO_SECTION = [
  'Uden for felterne',
  'Outside the sections',
  'Utenfor feltene',
  'Felt uden navn',
  'Section without a name',
  'Felt uten navn',
] as const

export const YES = ['ja', 'yes', 'x', 'true', 'sand'] as const

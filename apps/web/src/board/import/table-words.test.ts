import { expect, test } from 'vitest'
import { board as da } from '../../i18n/da/board.ts'
import { board as en } from '../../i18n/en/board.ts'
import { board as nb } from '../../i18n/nb/board.ts'
import { SHAPE_COLOURS } from '../shapes/shape-colours.ts'
import { colourNamed, isOneOf } from './table-columns.ts'
import { COLUMN_WORDS, NO_SECTION, YES } from './table-words.ts'

test.each([
  ['Danish', da],
  ['English', en],
  ['Norwegian', nb],
])('the words of an export in %s are known', (_, texts) => {
  for (const colour of SHAPE_COLOURS) expect(colourNamed(texts[`colour_${colour}`]), colour).toBe(colour)
  expect(isOneOf(texts.columnText, COLUMN_WORDS.text)).toBe(true)
  expect(isOneOf(texts.columnRole, COLUMN_WORDS.role)).toBe(true)
  expect(isOneOf(texts.columnSection, COLUMN_WORDS.section)).toBe(true)
  expect(isOneOf(texts.columnColour, COLUMN_WORDS.colour)).toBe(true)
  expect(isOneOf(texts.columnExample, COLUMN_WORDS.example)).toBe(true)
  expect(isOneOf(texts.outsideSections, NO_SECTION)).toBe(true)
  expect(isOneOf(texts.unnamedSection, NO_SECTION)).toBe(true)
  expect(isOneOf(texts.yes, YES)).toBe(true)
})

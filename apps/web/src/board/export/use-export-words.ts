import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { exampleWord } from '../shapes/note-words.ts'
import { type ExportWords, LANGUAGE_TAG } from './export-words.ts'

/** Every colour that a shape of the canvas can have. */
const COLOURS = [
  'black',
  'grey',
  'light-violet',
  'violet',
  'blue',
  'light-blue',
  'yellow',
  'orange',
  'green',
  'light-green',
  'light-red',
  'red',
  'white',
] as const

/** The words of exported files, in the page's language. */
export function useExportWords(): ExportWords {
  const { t, i18n } = useTranslation('board')
  const locale = shownLocale(i18n.language)
  return {
    columns: {
      section: t('columnSection'),
      cell: t('columnCell'),
      role: t('columnRole'),
      text: t('columnText'),
      colour: t('columnColour'),
      example: t('columnExample'),
    },
    yes: t('yes'),
    no: t('no'),
    example: exampleWord(locale),
    outside: t('outsideSections'),
    unnamed: t('unnamedSection'),
    pageOf: (page, pages) => t('pageOf', { page, pages }),
    day: (date) => new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { dateStyle: 'long' }).format(date),
    role: (role) => NOTE_ROLE_LOOK[role].name[locale],
    colour: (colour) => {
      const known = COLOURS.find((one) => one === colour)
      return known === undefined ? '' : t(`colour_${known}`)
    },
  }
}

import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { exampleWord } from '@samtavle/shared/note-words'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { SHAPE_COLOURS } from '../shapes/shape-colours.ts'
import { type ExportWords, LANGUAGE_TAG } from './export-words.ts'

/** The words of exported files, in the page's language; people's names are not among them. */
export function useExportWords(): Omit<ExportWords, 'author'> {
  const { t, i18n } = useTranslation('board')
  const locale = shownLocale(i18n.language)
  return {
    columns: {
      section: t('columnSection'),
      cell: t('columnCell'),
      role: t('columnRole'),
      text: t('columnText'),
      author: t('columnAuthor'),
      colour: t('columnColour'),
      example: t('columnExample'),
    },
    yes: t('yes'),
    no: t('no'),
    example: exampleWord(locale),
    outside: t('outsideSections'),
    unnamed: t('unnamedSection'),
    pageOf: (page, pages) => t('pageOf', { page, pages }),
    sheetOf: (sheet, sheets) => t('sheetOf', { sheet, sheets }),
    day: (date) => new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { dateStyle: 'long' }).format(date),
    role: (role) => NOTE_ROLE_LOOK[role].name[locale],
    colour: (colour) => {
      const known = SHAPE_COLOURS.find((one) => one === colour)
      return known === undefined ? '' : t(`colour_${known}`)
    },
  }
}

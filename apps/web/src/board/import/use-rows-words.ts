import { useTranslation } from 'react-i18next'
import { IMPORT_LIMITS, type NoteRows } from './note-rows.ts'
import { TABLE_LIMITS, type TableRefusal } from './table-file.ts'

/** Names that are said before the rest is counted. */
const NAMES_SAID = 3

/** What a file and its rows give or do not give, in words. */
export function useRowsWords() {
  const { t, i18n } = useTranslation('rows')
  const number = new Intl.NumberFormat(i18n.language)
  const mb = TABLE_LIMITS.bytes / 1024 / 1024

  /** »Ros« and »Ris«, with quotes, and how many there are beside. */
  function names(all: readonly string[]): string {
    const said = all.slice(0, NAMES_SAID).map((name) => t('named', { name: name.slice(0, 40) }))
    const list = said.join(', ')
    return all.length > NAMES_SAID ? t('andMore', { names: list, count: all.length - NAMES_SAID }) : list
  }

  return {
    fileHint: t('fileHint', { mb }),

    refusal(reason: TableRefusal): string {
      switch (reason) {
        case 'unreadable':
          return t('unreadable')
        case 'empty':
          return t('emptyFile')
        case 'too-large': {
          const { rows, columns } = TABLE_LIMITS
          return t('tooLarge', { mb, rows: number.format(rows), columns: number.format(columns) })
        }
      }
    },

    /** Why none of the rows may be written; undefined when they may. */
    rowsRefusal({ refusal, notes }: NoteRows): string | undefined {
      if (refusal === undefined) return notes.length === 0 ? t('noText') : undefined
      switch (refusal.reason) {
        case 'too-many':
          return t('tooMany', { most: number.format(IMPORT_LIMITS.notes) })
        case 'no-room':
          return t('noRoom')
        case 'too-long':
          return t('tooLong', { row: refusal.row, most: number.format(IMPORT_LIMITS.textLength) })
      }
    },

    /** What becomes of the rows, and what is left out of them. */
    found({ notes, empty, unknownRoles, unknownSections }: NoteRows): string[] {
      return [
        t('count', { count: notes.length }),
        ...(empty === 0 ? [] : [t('empty', { count: empty })]),
        ...(unknownRoles.length === 0
          ? []
          : [t('unknownRoles', { names: names(unknownRoles), count: unknownRoles.length })]),
        ...(unknownSections.length === 0
          ? []
          : [t('unknownSections', { names: names(unknownSections), count: unknownSections.length })]),
      ]
    },
  }
}

import type { AgendaDay } from '@samtavle/shared/agenda'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../../i18n/i18n.ts'
import { type DayName, dayNames } from './day-names.ts'

/** The days of a plan with their names in the page's language, in the same order. */
export function useDayNames(days: readonly AgendaDay[]): DayName[] {
  const { t, i18n } = useTranslation(['week', 'common'])
  return dayNames(days, shownLocale(i18n.language), {
    weekend: t('weekend'),
    weeks: (from, to) => (from === to ? t('common:week', { week: from }) : t('weeks', { from, to })),
  })
}

/** A day that a block can be moved to. */
export type OtherDay = { key: string; name: string }

/** One day as it is called inside a list: »Onsdag 9.«. */
export const namedDay = (name: DayName | undefined): string => `${name?.name ?? ''} ${name?.date ?? ''}`.trim()

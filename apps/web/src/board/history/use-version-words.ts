import type { BoardVersion } from '@samtavle/shared/api'
import { useTranslation } from 'react-i18next'
import { clockWords, dayWords } from '../../i18n/date-words.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useMoment } from '../../i18n/use-moment.ts'

type Named = Pick<BoardVersion, 'kind' | 'name' | 'createdAt'>

/** How versions are called. */
export function useVersionWords() {
  const { t, i18n } = useTranslation('history')
  const moment = useMoment()
  const locale = shownLocale(i18n.language)
  return {
    /** »i går kl. 15.32« */
    moment,
    /** »15.32« */
    clock: (iso: string) => clockWords(new Date(iso)),
    /** »Onsdag 9. september« */
    day: (iso: string) => dayWords(new Date(iso), locale),
    /** »Før frokost« with its quotation marks, or what kind it is. */
    title: ({ kind, name }: Named) =>
      kind === 'named' && name !== null
        ? t('named', { name })
        : t(kind === 'automatic' ? 'automatic' : 'beforeRestore'),
    /** »Før frokost«, i går kl. 15.32: to choose among. */
    whole: ({ kind, name, createdAt }: Named) =>
      kind === 'named' && name !== null
        ? t('namedAt', { name, when: moment(createdAt) })
        : t(kind === 'automatic' ? 'automaticAt' : 'beforeRestoreAt', { when: moment(createdAt) }),
  }
}

import type { TemplateSummary } from '@samtavle/shared/api'
import { useTranslation } from 'react-i18next'

/** From so many on it does not matter how many more: nobody counts a hall. */
const MANY = 30

/** How many a template is for, in words. */
export function usePeopleWords(): (people: TemplateSummary['people']) => string {
  const { t } = useTranslation('templates')
  return ({ least, most }) => {
    if (least === most) return t('peopleCount', { count: most })
    return most >= MANY ? t('peopleFrom', { count: least }) : t('peopleSpan', { least, most })
  }
}

import { MEMBER_ROLES } from '@samtavle/shared/access'
import { useTranslation } from 'react-i18next'

/** What one may add a colleague as, from the most to the least, with the words for it. */
export function useRoleOptions() {
  const { t } = useTranslation('sharing')
  return MEMBER_ROLES.map((value) => ({ value, label: t(value) }))
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../queries.ts'
import styles from './team.module.css'

/** The way to colleagues who have no account: for those who may invite, a link; for all others, whom to ask. */
export function InviteHint() {
  const { t } = useTranslation('sprints')
  const me = useMe()
  return (
    <p className={styles.quiet}>
      {t('notHere')} {me.may.invite.length > 0 ? <Link to="/people">{t('invitePeople')}</Link> : t('inviteByAdmin')}
    </p>
  )
}

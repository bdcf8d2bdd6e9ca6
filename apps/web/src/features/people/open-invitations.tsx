import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useExpiry } from '../../i18n/use-moment.ts'
import { invitationsQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './people-page.module.css'

/** Links that nobody has used yet, and taking one back. */
export function OpenInvitations() {
  const { t } = useTranslation(['people', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const expiry = useExpiry()
  const queryClient = useQueryClient()
  const invitations = useQuery(invitationsQuery)
  const withdraw = useMutation({
    mutationFn: api.withdrawInvitation,
    onSuccess: () => toast.show({ text: t('withdrawn') }),
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  return (
    <aside aria-labelledby="open-invitations">
      <div className={styles.head}>
        <h2 id="open-invitations">{t('openInvitations')}</h2>
      </div>
      {invitations.isPending && <Skeleton rows={2} />}
      {invitations.isError && <Notice tone="error">{failureText(invitations.error)}</Notice>}
      {invitations.data?.length === 0 && <p className={styles.nothing}>{t('noInvitations')}</p>}
      {invitations.data !== undefined && invitations.data.length > 0 && (
        <ul className={styles.list}>
          {invitations.data.map((invitation) => {
            const role = t(`common:role_${invitation.role}`)
            const what = invitation.note === null ? role : t('invitationFor', { role, note: invitation.note })
            return (
              <li key={invitation.id} className={styles.invitation}>
                <h3>{what}</h3>
                <p className={styles.quiet}>
                  {t('invitedBy', { name: invitation.invitedBy })} ·{' '}
                  {t('expires', { when: expiry(invitation.expiresAt) })}
                </p>
                <Button
                  size="sm"
                  variant="danger"
                  className={styles.withdraw ?? ''}
                  aria-label={t('withdrawNamed', { what })}
                  onClick={() => withdraw.mutate(invitation.id)}
                >
                  {t('withdraw')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </aside>
  )
}

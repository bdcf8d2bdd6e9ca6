import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { forgetSecret } from '../../fragment-secret.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useFragmentSecret } from '../../use-fragment-secret.ts'
import { DoorLayout } from './door-layout.tsx'
import styles from './form.module.css'
import { type NewAccount, NewAccountForm } from './new-account-form.tsx'
import { DeadEnd } from './setup-page.tsx'
import { useSignedIn } from './use-signed-in.ts'

/** Makes an account from an invitation's link. */
export function InvitePage() {
  const { t } = useTranslation('accounts')
  const secret = useFragmentSecret()
  if (secret === null) return <DeadEnd title={t('secretMissingTitle')} text={t('secretMissingText')} />
  return <Invitation key={secret} secret={secret} />
}

function Invitation({ secret }: { secret: string }) {
  const { t } = useTranslation(['accounts', 'common'])
  const failureText = useFailureText()
  const signedIn = useSignedIn()
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => api.lookUpInvitation(secret),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const accept = useMutation({
    mutationFn: async (account: NewAccount) => {
      const me = await api.acceptInvitation({ secret, ...account })
      forgetSecret()
      signedIn(me)
    },
  })
  const failure = invitation.error ?? accept.error
  if (isDead(failure)) return <DeadEnd title={t('inviteExpiredTitle')} text={t('inviteExpiredText')} />
  if (invitation.isError) {
    return (
      <DoorLayout title={t('inviteFailedTitle')}>
        <div className={styles.stack}>
          <Notice tone="error">{failureText(invitation.error)}</Notice>
          <Button variant="primary" onClick={() => void invitation.refetch()}>
            {t('common:retry')}
          </Button>
        </div>
      </DoorLayout>
    )
  }
  const intro = invitation.data && t('invitedIntro', { name: invitation.data.invitedBy })
  return (
    <DoorLayout title={t('invitedTitle')} intro={intro}>
      {invitation.isPending ? (
        <div>
          <Spinner />
        </div>
      ) : (
        <NewAccountForm
          submitLabel={t('inviteButton')}
          busy={accept.isPending}
          failure={accept.error}
          onSubmit={(account) => accept.mutate(account)}
        />
      )}
    </DoorLayout>
  )
}

/** Expired, used, withdrawn and never existing look alike: which of them it is, is nobody's business. */
function isDead(failure: unknown): boolean {
  return failure instanceof ApiError && ['link_expired', 'gone', 'not_found'].includes(failure.code)
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { forgetSecret } from '../../fragment-secret.ts'
import { installationQuery } from '../../queries.ts'
import { ButtonLook } from '../../ui/button.tsx'
import { useFragmentSecret } from '../../use-fragment-secret.ts'
import { DoorLayout } from './door-layout.tsx'
import styles from './form.module.css'
import { type NewAccount, NewAccountForm } from './new-account-form.tsx'
import { useSignedIn } from './use-signed-in.ts'

/** Creates the first administrator; only the link that the server printed leads here. */
export function SetupPage() {
  const { t } = useTranslation('accounts')
  const secret = useFragmentSecret()
  const signedIn = useSignedIn()
  const installation = useQuery(installationQuery)
  const setUp = useMutation({
    mutationFn: async (account: NewAccount) => {
      const me = await api.setUp({ secret: secret ?? '', ...account })
      forgetSecret()
      signedIn(me)
    },
  })
  const done =
    (installation.data?.setupNeeded === false && setUp.isIdle) ||
    (setUp.error instanceof ApiError && setUp.error.code === 'already_set_up')
  if (done) return <DeadEnd title={t('setupDoneTitle')} text={t('setupDoneText')} />
  if (secret === null) return <DeadEnd title={t('secretMissingTitle')} text={t('secretMissingText')} />
  return (
    <DoorLayout title={t('setupTitle')} intro={t('setupIntro')}>
      <NewAccountForm
        submitLabel={t('setupButton')}
        busy={setUp.isPending}
        failure={setUp.error}
        onSubmit={(account) => setUp.mutate(account)}
      />
    </DoorLayout>
  )
}

/** A link that leads nowhere any more, and where to go instead. */
export function DeadEnd({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation('accounts')
  return (
    <DoorLayout title={title} intro={text}>
      <div className={styles.stack}>
        <ButtonLook variant="primary" size="lg">
          <Link to="/sign-in">{t('goToSignIn')}</Link>
        </ButtonLook>
      </div>
    </DoorLayout>
  )
}

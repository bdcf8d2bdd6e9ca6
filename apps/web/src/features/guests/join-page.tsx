import type { Door, LinkFound } from '@samtavle/shared/share-link-api'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { forgetSecret } from '../../fragment-secret.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useFragmentSecret } from '../../use-fragment-secret.ts'
import { CodeForm } from './code-form.tsx'
import { guests } from './guests-client.ts'
import { JoinForm } from './join-form.tsx'
import { JoinLayout } from './join-layout.tsx'
import { PasscodeForm } from './passcode-form.tsx'

const codeOf = (failure: unknown) => (failure instanceof ApiError ? failure.code : undefined)

/** Where people come in who have no account: by the secret in the address, or by a code from a wall. */
export function JoinPage({ left }: { left: boolean }) {
  const secret = useFragmentSecret()
  return <Joining key={secret ?? ''} secret={secret} left={left} />
}

function Joining({ secret, left }: { secret: string | null; left: boolean }) {
  const { t } = useTranslation(['guests', 'common'])
  const failureText = useFailureText()
  const [door, setDoor] = useState<Door | null>(secret === null ? null : { secret })
  const [found, setFound] = useState<LinkFound | null>(null)
  const lookUp = useMutation({ mutationFn: guests.lookUp, onSuccess: setFound })
  const { mutate } = lookUp
  const ask = (next: Door) => {
    setDoor(next)
    mutate(next)
  }
  // Asked once for the secret that the page was opened with.
  useEffect(() => {
    if (secret !== null) mutate({ secret })
  }, [secret, mutate])
  const again = () => {
    forgetSecret()
    setDoor(null)
    setFound(null)
    lookUp.reset()
  }
  if (door !== null && found !== null) return <JoinForm door={door} found={found} onDead={again} />
  const failed = codeOf(lookUp.error)
  if (door !== null && failed === 'passcode_needed') {
    return (
      <PasscodeForm
        busy={lookUp.isPending}
        isWrong={door.passcode !== undefined}
        onSubmit={(passcode) => ask({ ...door, passcode })}
      />
    )
  }
  // While a passcode is looked at its form stays; its failures, such as too many tries, are told there too.
  if (door?.passcode !== undefined) {
    return (
      <PasscodeForm
        busy={lookUp.isPending}
        isWrong={false}
        failure={lookUp.isError ? failureText(lookUp.error) : undefined}
        onSubmit={(passcode) => ask({ ...door, passcode })}
      />
    )
  }
  if (door?.secret !== undefined) {
    if (failed === 'link_expired') {
      return (
        <JoinLayout title={t('expiredTitle')} lead={t('expiredText')}>
          <CodeForm label={t('orCode')} onSubmit={(code) => ask({ code })} />
        </JoinLayout>
      )
    }
    if (lookUp.isError) {
      return (
        <JoinLayout title={t('failedTitle')}>
          <Notice
            tone="error"
            action={
              <Button size="sm" onClick={() => ask(door)}>
                {t('common:retry')}
              </Button>
            }
          >
            {failureText(lookUp.error)}
          </Notice>
        </JoinLayout>
      )
    }
    return (
      <JoinLayout title={t('opening')}>
        <Spinner />
      </JoinLayout>
    )
  }
  const wrong = failed === 'link_expired' ? t('codeWrong') : undefined
  const failure = wrong === undefined && lookUp.isError ? failureText(lookUp.error) : undefined
  return (
    <JoinLayout title={t('codeTitle')} lead={t('codeLead')}>
      {left && <Notice tone="info">{t('left')}</Notice>}
      {failure !== undefined && <Notice tone="error">{failure}</Notice>}
      <CodeForm label={t('code')} error={wrong} busy={lookUp.isPending} onSubmit={(code) => ask({ code })} />
    </JoinLayout>
  )
}

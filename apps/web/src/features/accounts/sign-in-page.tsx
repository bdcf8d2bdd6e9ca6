import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { keepsBoards, setShared } from '../../device/this-device.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { installationQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { checkEmail } from './account-checks.ts'
import { DoorLayout } from './door-layout.tsx'
import styles from './form.module.css'
import { useSignedIn } from './use-signed-in.ts'

type SignInPageProps = {
  /** Path of the page that was asked for. */
  next: string | undefined
  /** True when a session ended while somebody was working. */
  ended: boolean
}

export function SignInPage({ next, ended }: SignInPageProps) {
  const { t } = useTranslation(['accounts', 'device'])
  const failureText = useFailureText()
  const signedIn = useSignedIn()
  const installation = useQuery(installationQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [shared, setSharedChoice] = useState(() => !keepsBoards())
  const [checked, setChecked] = useState(false)
  const emailInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)

  const signIn = useMutation({
    mutationFn: async (body: { email: string; password: string }) => {
      const me = await api.signIn(body)
      setShared(shared)
      signedIn(me, next)
    },
    onError: (failure) => {
      if (failure instanceof ApiError && failure.code === 'wrong_credentials') passwordInput.current?.select()
    },
  })
  const wrong = signIn.error instanceof ApiError && signIn.error.code === 'wrong_credentials'
  const emailProblem = checked ? checkEmail(email) : undefined
  const passwordMissing = checked && password === ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (checkEmail(email) !== undefined) emailInput.current?.focus()
    else if (password === '') passwordInput.current?.focus()
    else signIn.mutate({ email: email.trim(), password })
  }

  return (
    <DoorLayout title={t('signInTitle')} intro={t('signInIntro')} help={t('signInHelp')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {installation.data?.setupNeeded && <Notice tone="attention">{t('setupPending')}</Notice>}
        {ended && !signIn.isError && <Notice tone="info">{t('sessionEnded')}</Notice>}
        {signIn.isError && !wrong && <Notice tone="error">{failureText(signIn.error)}</Notice>}
        <TextField
          ref={emailInput}
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={emailProblem && t(emailProblem)}
        />
        <PasswordField
          ref={passwordInput}
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => {
            setPassword(event.target.value)
            if (wrong) signIn.reset()
          }}
          error={passwordMissing ? t('passwordMissing') : wrong ? failureText(signIn.error) : undefined}
        />
        <Checkbox
          label={t('device:shared')}
          hint={t('device:sharedHint')}
          checked={shared}
          onChange={setSharedChoice}
        />
        <Button
          type="submit"
          variant="primary"
          size="lg"
          wide
          className={styles.submit ?? ''}
          busy={signIn.isPending}
          busyLabel={t('signingIn')}
        >
          {t('signIn')}
        </Button>
      </form>
    </DoorLayout>
  )
}

import type { Locale } from '@samtavle/shared/locale'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { showLocale, shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { checkEmail, checkName, checkNewPassword, NAME_MAX, PASSWORD_LENGTH } from './account-checks.ts'
import styles from './form.module.css'

export type NewAccount = { name: string; email: string; password: string; locale: Locale }

type NewAccountFormProps = {
  submitLabel: string
  busy: boolean
  failure: unknown
  onSubmit: (account: NewAccount) => void
}

/** Name, e-mail, password and language of an account that is being made. Failures of a field stand at the field. */
export function NewAccountForm({ submitLabel, busy, failure, onSubmit }: NewAccountFormProps) {
  const { t, i18n } = useTranslation('accounts')
  const failureText = useFailureText()
  const [account, setAccount] = useState({ name: '', email: '', password: '' })
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const set = (field: keyof typeof account) => (event: { target: { value: string } }) =>
    setAccount({ ...account, [field]: event.target.value })

  const problems = {
    name: checkName(account.name),
    email: checkEmail(account.email),
    password: checkNewPassword(account.password),
  }
  const firstProblem = (['name', 'email', 'password'] as const).find((field) => problems[field] !== undefined)
  const code = failure instanceof ApiError ? failure.code : undefined
  const errorOf = (field: keyof typeof problems): string | undefined => {
    const problem = problems[field]
    if (checked && problem !== undefined) return t(problem, { ...PASSWORD_LENGTH, max: maxOf(field) })
    if (field === 'email' && code === 'email_taken') return failureText(failure)
    if (field === 'password' && code === 'weak_password') return failureText(failure)
    return undefined
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const locale = shownLocale(i18n.language)
    if (firstProblem === undefined)
      onSubmit({ ...account, name: account.name.trim(), email: account.email.trim(), locale })
    else form.current?.querySelector<HTMLInputElement>(`[name="${firstProblem}"]`)?.focus()
  }
  const atField = code === 'email_taken' || code === 'weak_password'
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {failure !== null && !atField && <Notice tone="error">{failureText(failure)}</Notice>}
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        required
        value={account.name}
        onChange={set('name')}
        error={errorOf('name')}
      />
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        required
        value={account.email}
        onChange={set('email')}
        error={errorOf('email')}
      />
      <PasswordField
        label={t('password')}
        hint={t('passwordHint', { min: PASSWORD_LENGTH.min })}
        name="password"
        autoComplete="new-password"
        required
        value={account.password}
        onChange={set('password')}
        error={errorOf('password')}
      />
      <Select
        label={t('language')}
        value={shownLocale(i18n.language)}
        onChange={(next) => void showLocale(shownLocale(next))}
        options={LANGUAGES}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        wide
        className={styles.submit ?? ''}
        busy={busy}
        busyLabel={t('creatingAccount')}
      >
        {submitLabel}
      </Button>
    </form>
  )
}

const maxOf = (field: 'name' | 'email' | 'password'): number => (field === 'name' ? NAME_MAX : PASSWORD_LENGTH.max)

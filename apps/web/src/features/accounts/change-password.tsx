import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { checkNewPassword, PASSWORD_LENGTH } from './account-checks.ts'
import form from './form.module.css'
import styles from './profile-page.module.css'

const EMPTY = { currentPassword: '', newPassword: '' }

export function ChangePassword() {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const [words, setWords] = useState(EMPTY)
  const [checked, setChecked] = useState(false)
  const change = useMutation({
    mutationFn: () => api.changePassword(words),
    onSuccess: () => {
      setWords(EMPTY)
      setChecked(false)
      toast.show({ text: t('passwordChanged') })
    },
  })
  const code = change.error instanceof ApiError ? change.error.code : undefined
  const problem = checked ? checkNewPassword(words.newPassword) : undefined
  const currentError =
    checked && words.currentPassword === ''
      ? t('passwordMissing')
      : code === 'wrong_credentials'
        ? t('currentPasswordWrong')
        : undefined
  const newError = problem
    ? t(problem, PASSWORD_LENGTH)
    : code === 'weak_password'
      ? failureText(change.error)
      : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (words.currentPassword !== '' && checkNewPassword(words.newPassword) === undefined) change.mutate()
  }
  return (
    <section className={styles.section}>
      <h2>{t('changePassword')}</h2>
      <form className={form.form} onSubmit={submit} noValidate>
        {/* Lets password stores know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
        {change.isError && code !== 'wrong_credentials' && code !== 'weak_password' && (
          <Notice tone="error">{failureText(change.error)}</Notice>
        )}
        <PasswordField
          label={t('currentPassword')}
          autoComplete="current-password"
          required
          value={words.currentPassword}
          onChange={(event) => setWords({ ...words, currentPassword: event.target.value })}
          error={currentError}
        />
        <PasswordField
          label={t('newPassword')}
          hint={t('passwordHint', { min: PASSWORD_LENGTH.min })}
          autoComplete="new-password"
          required
          value={words.newPassword}
          onChange={(event) => setWords({ ...words, newPassword: event.target.value })}
          error={newError}
        />
        <Button type="submit" className={styles.start ?? ''} busy={change.isPending} busyLabel={t('changingPassword')}>
          {t('changePasswordButton')}
        </Button>
      </form>
    </section>
  )
}

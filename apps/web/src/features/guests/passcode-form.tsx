import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import styles from './join.module.css'
import { JoinLayout } from './join-layout.tsx'

type PasscodeFormProps = {
  busy: boolean
  /** The last one did not fit. */
  isWrong: boolean
  failure?: string | undefined
  onSubmit: (passcode: string) => void
}

/** The passcode of a link; nothing is told before it. */
export function PasscodeForm({ busy, isWrong, failure, onSubmit }: PasscodeFormProps) {
  const { t } = useTranslation('guests')
  const [passcode, setPasscode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passcode.trim() !== '' && !busy) onSubmit(passcode)
  }
  return (
    <JoinLayout title={t('passcodeTitle')} lead={t('passcodeLead')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {failure !== undefined && <Notice tone="error">{failure}</Notice>}
        <PasswordField
          label={t('passcode')}
          error={isWrong ? t('passcodeWrong') : undefined}
          autoComplete="off"
          value={passcode}
          onChange={(event) => setPasscode(event.target.value)}
        />
        <Button variant="primary" size="lg" wide type="submit" busy={busy} busyLabel={t('looking')}>
          {t('goOn')}
        </Button>
      </form>
    </JoinLayout>
  )
}

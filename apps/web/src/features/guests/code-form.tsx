import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './join.module.css'

type CodeFormProps = { label: string; error?: string | undefined; busy?: boolean; onSubmit: (code: string) => void }

/** The code from the wall of a room, to be typed. */
export function CodeForm({ label, error, busy = false, onSubmit }: CodeFormProps) {
  const { t } = useTranslation('guests')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() !== '' && !busy) onSubmit(code.trim())
  }
  const missing = tried && code.trim() === '' ? t('codeMissing') : undefined
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        className={styles.code}
        label={label}
        hint={t('codeHint')}
        error={missing ?? error}
        value={code}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button variant="primary" size="lg" wide type="submit" busy={busy} busyLabel={t('looking')}>
        {t('goOn')}
      </Button>
    </form>
  )
}

import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './agenda-editor.module.css'
import { typedMinutes } from './typed-time.ts'

/** Minutes that a step makes. */
const STEP = 5

type MinutesFieldProps = { title: string; minutes: number; onChange: (minutes: number) => boolean }

/** How long a block takes: typed, or five minutes more or less. */
export function MinutesField({ title, minutes, onChange }: MinutesFieldProps) {
  const { t } = useTranslation('week')
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    const next = typed === null ? null : typedMinutes(typed)
    setTyped(null)
    if (next !== null && next !== minutes) onChange(next)
  }
  return (
    <div className={styles.minutes}>
      <IconButton
        size="sm"
        tooltip={false}
        label={t('shorter', { title })}
        icon={<Minus size={16} aria-hidden />}
        onClick={() => onChange(minutes - STEP)}
      />
      <input
        className={styles.number}
        aria-label={t('minutesOf', { title })}
        inputMode="numeric"
        value={typed ?? minutes}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <span className={styles.unit}>{t('minutesUnit')}</span>
      <IconButton
        size="sm"
        tooltip={false}
        label={t('longer', { title })}
        icon={<Plus size={16} aria-hidden />}
        onClick={() => onChange(minutes + STEP)}
      />
    </div>
  )
}

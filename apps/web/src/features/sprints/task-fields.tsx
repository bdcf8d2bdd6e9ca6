import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import { CHALLENGE_MAX } from '@samtavle/shared/sprint-limits'
import { useTranslation } from 'react-i18next'
import { TextArea, TextField } from '../../ui/field.tsx'
import type { SprintFault } from './sprint-draft.ts'
import styles from './task-fields.module.css'

/** From so few letters on it is said how many are left. */
const FEW_LETTERS = 60

type TaskFieldsProps = {
  value: { title: string; challenge: string }
  onChange: (part: { title: string } | { challenge: string }) => void
  faults: ReadonlySet<SprintFault>
}

/** What a sprint is called, and its challenge in the voice of a citizen. */
export function TaskFields({ value, onChange, faults }: TaskFieldsProps) {
  const { t } = useTranslation('sprints')
  const left = CHALLENGE_MAX - value.challenge.length
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={value.title}
        maxLength={BOARD_TITLE_MAX}
        required
        onChange={(event) => onChange({ title: event.target.value })}
        error={faults.has('title') ? t('nameMissing') : undefined}
      />
      <TextArea
        className={styles.voice}
        label={t('challenge')}
        hint={
          <>
            {t('challengeHint')}
            {left <= FEW_LETTERS && <strong> {t('lettersLeft', { count: left })}</strong>}
          </>
        }
        rows={3}
        value={value.challenge}
        maxLength={CHALLENGE_MAX}
        required
        onChange={(event) => onChange({ challenge: event.target.value })}
        error={faults.has('challenge') ? t('challengeMissing') : undefined}
      />
    </>
  )
}

import type { Phase } from '@samtavle/shared/agenda'
import { type Locale, saidIn } from '@samtavle/shared/locale'
import { PHASE_QUESTION_MAX, PHASE_QUESTIONS_MAX, PHASE_WORD_MAX } from '@samtavle/shared/process-model'
import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { addedQuestion, type ModelPhases, withoutQuestion, withQuestion, withWord } from './model-draft.ts'
import styles from './process-model-page.module.css'

type PhaseFieldsProps = {
  phase: Phase
  number: number
  phases: ModelPhases
  locale: Locale
  isNameless: boolean
  onChange: (phases: ModelPhases) => void
}

/** The name of a phase and its questions, in one language; what is missing shows what it borrows. */
export function PhaseFields({ phase, number, phases, locale, isNameless, onChange }: PhaseFieldsProps) {
  const { t } = useTranslation('processModel')
  const fields = useRef<HTMLFieldSetElement>(null)
  const { word, questions } = phases[phase]
  /** After the page has changed: the keyboard goes on where the change was made. */
  const focus = (selector: string) =>
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>(selector)?.focus())
  return (
    <fieldset ref={fields} className={styles.phase}>
      <legend className={styles.legend}>
        {t('phase', { number })} <span className={styles.about}>{t(`phase_${phase}`)}</span>
      </legend>
      <div id={`word-${phase}`}>
        <TextField
          label={t('word')}
          lang={locale}
          maxLength={PHASE_WORD_MAX}
          value={word[locale]}
          placeholder={saidIn(locale, word)}
          error={isNameless ? t('wordMissing') : undefined}
          onChange={(event) => onChange(withWord(phases, phase, locale, event.target.value))}
        />
      </div>
      <div className={styles.questions}>
        <h3 className={styles.label}>{t('questions')}</h3>
        {questions.length === 0 && <p className={styles.hint}>{t('noQuestions')}</p>}
        {questions.map((question, at) => (
          <div key={at} className={styles.question}>
            <TextField
              label={t('question', { number: at + 1 })}
              hideLabel
              size="md"
              lang={locale}
              data-question={at}
              maxLength={PHASE_QUESTION_MAX}
              value={question[locale]}
              placeholder={saidIn(locale, question)}
              onChange={(event) => onChange(withQuestion(phases, phase, at, locale, event.target.value))}
            />
            <IconButton
              label={t('removeQuestion', { number: at + 1, phase: number })}
              icon={<X size={20} aria-hidden />}
              onClick={() => {
                onChange(withoutQuestion(phases, phase, at))
                focus(questions.length > 1 ? `[data-question="${Math.max(0, at - 1)}"]` : '[data-add]')
              }}
            />
          </div>
        ))}
        {questions.length < PHASE_QUESTIONS_MAX && (
          <Button
            variant="quiet"
            size="sm"
            className={styles.add ?? ''}
            data-add
            aria-label={t('addQuestionTo', { number })}
            icon={<Plus size={16} aria-hidden />}
            onClick={() => {
              onChange(addedQuestion(phases, phase))
              focus(`[data-question="${questions.length}"]`)
            }}
          >
            {t('addQuestion')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

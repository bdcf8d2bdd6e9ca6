import type { StepDraft } from '@samtavle/shared/board-steps'
import { type Localised, saidIn } from '@samtavle/shared/locale'
import {
  STEP_MINUTES_MAX,
  STEP_TITLE_MAX,
  TEMPLATE_STEPS_MAX,
  TEMPLATE_TEXT_MAX,
} from '@samtavle/shared/template-limits'
import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { SortableList } from '../../ui/sortable-list.tsx'
import { useTypedText } from '../../ui/use-typed-text.ts'
import styles from './steps-editor.module.css'
import { WordsFields } from './words-fields.tsx'

type StepsEditorProps = {
  steps: readonly StepDraft[]
  onChange: (steps: StepDraft[]) => void
  /** So long after the last key words are told, in ms; 0 tells every key. */
  pauseMs: number
}

const NOTHING: Localised = { da: '', en: '', nb: '' }

/** The facilitation steps of a template: their order, and of each the title, what is done, and how long it takes. */
export function StepsEditor({ steps, onChange, pauseMs }: StepsEditorProps) {
  const { t, i18n } = useTranslation('design')
  const locale = shownLocale(i18n.language)
  const [openId, setOpenId] = useState<string | null>(null)
  const [newId, setNewId] = useState<string | null>(null)
  const change = (id: string, changes: Partial<StepDraft>) =>
    onChange(steps.map((step) => (step.id === id ? { ...step, ...changes } : step)))
  const add = () => {
    const id = crypto.randomUUID().slice(0, 8)
    onChange([...steps, { id, title: NOTHING, text: NOTHING, minutes: null }])
    setOpenId(id)
    setNewId(id)
  }
  const move = (from: number, to: number) => {
    const moved = [...steps]
    moved.splice(to, 0, ...moved.splice(from, 1))
    onChange(moved)
  }
  const nameOf = (step: StepDraft) => saidIn(locale, step.title) || saidIn(locale, step.text) || t('stepUnnamed')
  return (
    <div className={styles.steps}>
      {steps.length > 0 && (
        <SortableList
          label={t('steps')}
          items={steps}
          onMove={move}
          words={(step) => ({
            up: t('up', { name: nameOf(step) }),
            down: t('down', { name: nameOf(step) }),
            moved: (place) => t('moved', { name: nameOf(step), place, count: steps.length }),
          })}
          row={(step, i, keys) => {
            const isOpen = step.id === openId
            return (
              <button
                type="button"
                {...keys}
                className={styles.row}
                aria-expanded={isOpen}
                onClick={() => setOpenId(isOpen ? null : step.id)}
              >
                {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
                <span className={styles.number}>{i + 1}</span>
                <span className={styles.name}>{nameOf(step)}</span>
                {step.minutes !== null && (
                  <span className={styles.minutes}>{t('minutes', { count: step.minutes })}</span>
                )}
              </button>
            )
          }}
          below={(step) =>
            step.id === openId && (
              <StepFields
                step={step}
                isNew={step.id === newId}
                pauseMs={pauseMs}
                onChange={(changes) => change(step.id, changes)}
                onRemove={() => onChange(steps.filter(({ id }) => id !== step.id))}
              />
            )
          }
        />
      )}
      {steps.length < TEMPLATE_STEPS_MAX ? (
        <Button size="sm" icon={<Plus size={16} aria-hidden />} onClick={add}>
          {t('addStep')}
        </Button>
      ) : (
        <p className={styles.hint} role="status">
          {steps.length === TEMPLATE_STEPS_MAX
            ? t('stepsFull', { count: TEMPLATE_STEPS_MAX })
            : t('stepsTooMany', { count: steps.length, most: TEMPLATE_STEPS_MAX })}
        </p>
      )}
    </div>
  )
}

type StepFieldsProps = {
  step: StepDraft
  /** Whoever has just made it goes on writing in it. */
  isNew: boolean
  pauseMs: number
  onChange: (changes: Partial<StepDraft>) => void
  onRemove: () => void
}

function StepFields({ step, isNew, pauseMs, onChange, onRemove }: StepFieldsProps) {
  const { t } = useTranslation('design')
  const [isWrong, setWrong] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNew) fields.current?.querySelector('input')?.focus()
  }, [isNew])
  const minutes = useTypedText(
    step.minutes === null ? '' : String(step.minutes),
    (typed) => {
      const read = typed.trim() === '' ? null : minutesOf(typed)
      setWrong(read === undefined)
      if (read !== undefined) onChange({ minutes: read })
    },
    pauseMs,
  )
  return (
    <div ref={fields} className={styles.fields}>
      <WordsFields
        label={t('stepTitle')}
        words={step.title}
        max={STEP_TITLE_MAX}
        pauseMs={pauseMs}
        onChange={(title) => onChange({ title })}
      />
      <WordsFields
        label={t('stepText')}
        words={step.text}
        max={TEMPLATE_TEXT_MAX}
        long
        pauseMs={pauseMs}
        onChange={(text) => onChange({ text })}
      />
      <TextField
        label={t('stepMinutes')}
        size="md"
        inputMode="numeric"
        maxLength={4}
        className={styles.short}
        value={minutes.value}
        error={isWrong ? t('minutesWrong', { most: STEP_MINUTES_MAX }) : undefined}
        onChange={(event) => minutes.type(event.target.value)}
        onBlur={() => {
          // What cannot be used stays to be mended.
          if (minutesOf(minutes.value) !== undefined || minutes.value.trim() === '') minutes.leave()
        }}
      />
      <Button variant="quiet" size="sm" icon={<Trash2 size={16} aria-hidden />} onClick={onRemove}>
        {t('removeStep')}
      </Button>
    </div>
  )
}

function minutesOf(typed: string): number | undefined {
  const minutes = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0
  return minutes >= 1 && minutes <= STEP_MINUTES_MAX ? minutes : undefined
}

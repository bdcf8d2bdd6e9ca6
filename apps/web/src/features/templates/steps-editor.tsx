import type { StepDraft } from '@samtavle/shared/board-steps'
import { NO_WORDS, saidIn } from '@samtavle/shared/locale'
import {
  STEP_MINUTES_MAX,
  STEP_TITLE_MAX,
  TEMPLATE_STEPS_MAX,
  TEMPLATE_TEXT_MAX,
} from '@samtavle/shared/template-limits'
import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { SortableList } from '../../ui/sortable-list.tsx'
import { useTypedText } from '../../ui/use-typed-text.ts'
import styles from './steps-editor.module.css'
import { WordsFields } from './words-fields.tsx'

/** A step while it is written. */
export type EditedStep = StepDraft & {
  /** Typed as its minutes, and no number of minutes: to be mended before it is saved. */
  wrongMinutes?: string | undefined
}

type StepsEditorProps = {
  steps: readonly EditedStep[]
  onChange: (steps: EditedStep[]) => void
  /** So long after the last key words are told, in ms; 0 tells every key. */
  pauseMs: number
  /** The button that adds a step, which is always there. */
  addButton?: RefObject<HTMLButtonElement | null>
}

/** The facilitation steps of a template: their order, and of each the title, what is done, and how long it takes. */
export function StepsEditor({ steps, onChange, pauseMs, addButton }: StepsEditorProps) {
  const { t, i18n } = useTranslation('design')
  const locale = shownLocale(i18n.language)
  const [openId, setOpenId] = useState<string | null>(null)
  const [newId, setNewId] = useState<string | null>(null)
  const ownButton = useRef<HTMLButtonElement>(null)
  const adder = addButton ?? ownButton
  const isFull = steps.length >= TEMPLATE_STEPS_MAX
  const change = (id: string, changes: Partial<EditedStep>) =>
    onChange(steps.map((step) => (step.id === id ? { ...step, ...changes } : step)))
  const add = () => {
    if (isFull) return
    const id = crypto.randomUUID().slice(0, 8)
    onChange([...steps, { id, title: NO_WORDS, text: NO_WORDS, minutes: null }])
    setOpenId(id)
    setNewId(id)
  }
  const move = (from: number, to: number) => {
    const moved = [...steps]
    moved.splice(to, 0, ...moved.splice(from, 1))
    onChange(moved)
    return true
  }
  const remove = (id: string) => {
    onChange(steps.filter((step) => step.id !== id))
    adder.current?.focus()
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
                onRemove={() => remove(step.id)}
              />
            )
          }
        />
      )}
      <Button
        ref={adder}
        size="sm"
        icon={<Plus size={16} aria-hidden />}
        aria-disabled={isFull || undefined}
        onClick={add}
      >
        {t('addStep')}
      </Button>
      {isFull && (
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
  step: EditedStep
  /** Whoever has just made it goes on writing in it. */
  isNew: boolean
  pauseMs: number
  onChange: (changes: Partial<EditedStep>) => void
  onRemove: () => void
}

function StepFields({ step, isNew, pauseMs, onChange, onRemove }: StepFieldsProps) {
  const { t } = useTranslation('design')
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNew) fields.current?.querySelector('input')?.focus()
  }, [isNew])
  const minutes = useTypedText(
    step.wrongMinutes ?? (step.minutes === null ? '' : String(step.minutes)),
    (typed) => {
      const minutes = minutesOf(typed)
      onChange(minutes === undefined ? { wrongMinutes: typed } : { minutes, wrongMinutes: undefined })
    },
    pauseMs,
  )
  const isWrong = minutesOf(minutes.value) === undefined
  return (
    <div ref={fields} className={styles.fields}>
      <WordsFields
        label={t('stepTitle')}
        words={step.title}
        max={STEP_TITLE_MAX}
        submits={false}
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
        // Steps are a part of a larger form, which is not meant to be sent from within one of them.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onBlur={() => {
          // What cannot be used stays to be mended.
          if (!isWrong) minutes.leave()
        }}
      />
      <Button variant="quiet" size="sm" icon={<Trash2 size={16} aria-hidden />} onClick={onRemove}>
        {t('removeStep')}
      </Button>
    </div>
  )
}

/** Null for none, undefined for what is no number of minutes. */
function minutesOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const minutes = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0
  return minutes >= 1 && minutes <= STEP_MINUTES_MAX ? minutes : undefined
}

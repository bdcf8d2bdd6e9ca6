import type { BoardStep, StepDraft } from '@samtavle/shared/board-steps'
import { isTime } from '@samtavle/shared/board-steps'
import type { TemplateTime } from '@samtavle/shared/template-about'
import type { Editor } from '@tldraw/tldraw'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StepsEditor } from '../../features/templates/steps-editor.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useIsHeld } from '../../ui/use-typed-text.ts'
import { placedSteps, putBoardSteps } from './board-steps.ts'
import { sumOfSteps } from './design-checks.ts'
import styles from './design-panel.module.css'
import { PAUSE_MS } from './section-fields.tsx'

type StepsTabProps = {
  editor: Editor
  steps: readonly BoardStep[]
  time: TemplateTime | undefined
  templateSteps: readonly StepDraft[]
}

/** The facilitation steps that lie on the board, and the time that they are to fit. */
export function StepsTab({ editor, steps, time, templateSteps }: StepsTabProps) {
  const { t } = useTranslation('design')
  const toast = useToast()
  const addButton = useRef<HTMLButtonElement>(null)
  const put = (next: readonly BoardStep[], nextTime: TemplateTime | undefined) => {
    if (!putBoardSteps(editor, next, nextTime)) toast.show({ text: t('stepsTooLarge'), tone: 'error' })
  }
  const change = (drafts: readonly StepDraft[]) => put(placedSteps(drafts, steps), time)
  return (
    <div className={styles.tab}>
      <p className={styles.hint}>{t(steps.length === 0 ? 'noSteps' : 'stepsHint')}</p>
      {steps.length === 0 && templateSteps.length > 0 && (
        <div>
          <Button
            size="sm"
            onClick={() => {
              change(templateSteps)
              // The button goes.
              addButton.current?.focus()
            }}
          >
            {t('takeSteps', { count: templateSteps.length })}
          </Button>
        </div>
      )}
      <StepsEditor steps={steps} onChange={change} pauseMs={PAUSE_MS} addButton={addButton} />
      <TimeFields time={time} onChange={(next) => put(steps, next)} />
      {steps.length > 0 && <Sum steps={steps} time={time} />}
    </div>
  )
}

function Sum({ steps, time }: Pick<StepsTabProps, 'steps' | 'time'>) {
  const { t } = useTranslation('design')
  const { sum, without } = sumOfSteps(steps)
  const over = time === undefined ? 0 : sum - time.most
  return (
    <p className={over > 0 ? styles.missing : styles.hint} role="status">
      {time === undefined ? t('sum', { sum }) : over > 0 ? t('sumOver', { sum, over }) : t('sumFits', { sum })}
      {without > 0 && ` ${t('sumWithout', { count: without })}`}
    </p>
  )
}

type TimeFieldsProps = { time: TemplateTime | undefined; onChange: (time: TemplateTime | undefined) => void }

/** Least and most minutes; told when both are whole numbers in their order, or both are empty. */
function TimeFields({ time, onChange }: TimeFieldsProps) {
  const { t } = useTranslation('design')
  const isHeld = useIsHeld()
  const [words, setWords] = useState<{ least: string; most: string } | null>(null)
  // What others write meanwhile is shown once this is left.
  const typed = words ?? { least: String(time?.least ?? ''), most: String(time?.most ?? '') }
  const [isWrong, setWrong] = useState(false)
  const field = (end: 'least' | 'most') => ({
    size: 'md' as const,
    inputMode: 'numeric' as const,
    maxLength: 4,
    value: typed[end],
    onChange: (event: { target: { value: string } }) => setWords({ ...typed, [end]: event.target.value }),
  })
  const leave = (next: Element | null, group: Element) => {
    if (next !== null && group.contains(next)) return
    const isEmpty = typed.least.trim() === '' && typed.most.trim() === ''
    const said = { least: Number(typed.least), most: Number(typed.most) }
    const read = isTime(said) ? said : undefined
    const wrong = !isEmpty && read === undefined
    setWrong(wrong)
    if (wrong || isHeld) return
    setWords(null)
    if (isEmpty ? time !== undefined : read !== undefined && (read.least !== time?.least || read.most !== time?.most)) {
      onChange(read)
    }
  }
  return (
    <fieldset
      className={styles.time}
      onBlur={(event) => leave(event.relatedTarget as Element | null, event.currentTarget)}
    >
      <legend>{t('time')}</legend>
      <TextField label={t('timeLeast')} {...field('least')} />
      <TextField label={t('timeMost')} {...field('most')} error={isWrong ? t('timeWrong') : undefined} />
    </fieldset>
  )
}

import type { TrialAnswer } from '@samtavle/shared/trial-api'
import { TRIAL_STEPS, type TrialStep } from '@samtavle/shared/trial-card'
import { TRIAL_WHO_MAX, TRIAL_WORDS_MAX } from '@samtavle/shared/trial-log'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsBoards } from '../../device/this-device.ts'
import { keepTrialDraft, type TrialDraft, trialDraft } from '../../device/trial-lines.ts'
import { firstName } from '../../first-name.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { localMoment } from './local-moment.ts'
import styles from './trials.module.css'
import { useTrialLog } from './use-trial-log.ts'

type TrialFormProps = {
  boardId: string
  shape: string
  /** Null while the card cannot be shown. */
  trial: TrialAnswer | null
  /** The card is gone: only what was written before is shown. */
  isLost?: boolean
}

/** Two short fields and who writes. What is typed stays on the device until the server has it. */
export function TrialForm({ boardId, shape, trial, isLost = false }: TrialFormProps) {
  const { t } = useTranslation('trials')
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const [draft, setDraft] = useState<TrialDraft>(
    () =>
      trialDraft(me.id, boardId, shape) ?? {
        happened: '',
        learned: '',
        who: firstName(me.name).slice(0, TRIAL_WHO_MAX),
      },
  )
  const [step, setStep] = useState<TrialStep | 'none'>('none')
  const [problem, setProblem] = useState<string | null>(null)
  const isEmpty = draft.happened.trim() === '' && draft.learned.trim() === ''

  const change = (changed: Partial<TrialDraft>) => {
    const next = { ...draft, ...changed }
    setDraft(next)
    setProblem(null)
    keepTrialDraft(me.id, boardId, shape, next.happened === '' && next.learned === '' ? null : next)
  }
  const log = useTrialLog(
    me.id,
    { boardId, shape },
    {
      sent: () => toast.show({ text: t('sent'), tone: 'ok' }),
      refused: ({ request, failure }) => {
        // What was begun meanwhile stays in front of it.
        const joined = (now: string, given: string) => [now, given].filter((words) => words.trim() !== '').join('\n')
        setDraft((now) => {
          const next = {
            happened: joined(now.happened, request.happened),
            learned: joined(now.learned, request.learned),
            who: request.who,
          }
          keepTrialDraft(me.id, boardId, shape, next)
          return next
        })
        setStep(request.step ?? 'none')
        setProblem(failure.code === 'conflict' ? t('notReady') : `${t('refused')} ${failureText(failure)}`)
      },
    },
  )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty && step === 'none') {
      setProblem(t('nothingSaid'))
      return
    }
    setProblem(null)
    void log.send({
      line: crypto.randomUUID(),
      happened: draft.happened.trim(),
      learned: draft.learned.trim(),
      who: draft.who.trim(),
      writtenAt: localMoment(new Date()),
      ...(step === 'none' ? {} : { step }),
    })
    setDraft({ ...draft, happened: '', learned: '' })
    setStep('none')
    keepTrialDraft(me.id, boardId, shape, null)
  }

  if (isLost && isEmpty && problem === null && log.waiting === 0) return null
  return (
    <form className={styles.form} onSubmit={submit} aria-labelledby="trial-form">
      <h2 id="trial-form">{t('form')}</h2>
      {log.waiting > 0 && !log.sending && (
        <div role="status">
          <Notice
            tone="info"
            action={
              <Button size="sm" onClick={() => void log.flush()}>
                {t('sendNow')}
              </Button>
            }
          >
            {t(keepsBoards() ? 'waiting' : 'waitingShared', { count: log.waiting })}
          </Notice>
        </div>
      )}
      {problem !== null && (
        <div role="alert">
          <Notice tone="attention">{problem}</Notice>
        </div>
      )}
      <TextArea
        label={t('happened')}
        hint={t('happenedHint')}
        rows={4}
        maxLength={TRIAL_WORDS_MAX}
        value={draft.happened}
        onChange={({ target }) => change({ happened: target.value })}
      />
      <TextArea
        label={t('learned')}
        hint={t('learnedHint')}
        rows={3}
        maxLength={TRIAL_WORDS_MAX}
        value={draft.learned}
        onChange={({ target }) => change({ learned: target.value })}
      />
      <TextField
        label={t('who')}
        hint={t('whoHint')}
        maxLength={TRIAL_WHO_MAX}
        autoComplete="off"
        value={draft.who}
        onChange={({ target }) => change({ who: target.value })}
      />
      {trial?.maySetStatus === true && (
        <ChoiceCards
          label={t('step')}
          value={step}
          onChange={(next) => {
            setStep(next)
            setProblem(null)
          }}
          options={[
            { value: 'none', label: t('step_none'), hint: t('step_noneHint', { status: t(`status_${trial.status}`) }) },
            ...stepsFrom(trial).map((value) => ({ value, label: t(`step_${value}`), hint: t(`step_${value}Hint`) })),
          ]}
        />
      )}
      <div>
        <Button type="submit" variant="primary" size="lg" wide busy={log.sending} busyLabel={t('sending')}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

/** Where a trial can go from here; one that is not ready cannot begin. */
function stepsFrom({ status, outcome, missing }: TrialAnswer): TrialStep[] {
  return TRIAL_STEPS.filter((step) => {
    if (step === 'running') return status !== 'running' && missing.length === 0
    if (step === 'stopped') return !(status === 'finished' && outcome === 'stop')
    return status !== 'finished'
  })
}

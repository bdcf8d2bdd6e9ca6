import { LOG_WORDS_MAX, ROLE_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import { GATE_OUTCOMES } from '@samtavle/shared/sprint-log'
import type { AddDecision, Decision } from '@samtavle/shared/sprint-log-api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { ChoiceCards } from '../../../ui/choice-cards.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { logApi } from './log-client.ts'
import { useLogChange } from './use-log-change.ts'

const GATE_PHASES = ['understand', 'create', 'work'] as const

type DecisionDialogProps = { sprintId: string; corrects: Decision | null; onClose: () => void }

/** Writes down a decision, or one at a gate: how it ended, on which conditions, why, and which role decided. */
export function DecisionDialog({ sprintId, corrects, onClose }: DecisionDialogProps) {
  const { t } = useTranslation(['log', 'common'])
  const failureText = useFailureText()
  const [kind, setKind] = useState(corrects?.kind ?? 'decision')
  const [outcome, setOutcome] = useState(corrects?.outcome ?? 'go')
  const [phase, setPhase] = useState(corrects?.phase ?? null)
  const [typed, setTyped] = useState({
    words: corrects?.words ?? '',
    conditions: corrects?.conditions ?? '',
    reason: corrects?.reason ?? '',
    decidedBy: corrects?.decidedBy ?? '',
  })
  const [checked, setChecked] = useState(false)
  const asksConditions = kind === 'gate' && outcome === 'conditions'
  const add = useLogChange(
    sprintId,
    () => {
      const body: AddDecision = {
        ...typed,
        kind,
        outcome: kind === 'gate' ? outcome : null,
        phase: kind === 'gate' ? phase : null,
        conditions: asksConditions ? typed.conditions : '',
        ...(corrects === null ? {} : { corrects: corrects.number }),
      }
      return logApi.addDecision(sprintId, body)
    },
    () => {
      onClose()
      return { text: corrects === null ? t('decisionAdded') : t('correctionAdded') }
    },
  )
  const missing = (key: keyof typeof typed) => checked && typed[key].trim() === ''
  const submit = () => {
    setChecked(true)
    const needed = [typed.words, typed.decidedBy, ...(asksConditions ? [typed.conditions] : [])]
    if (needed.every((words) => words.trim() !== '') && !add.isPending) add.mutate(undefined)
  }
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    maxLength: key === 'decidedBy' ? ROLE_WORDS_MAX : LOG_WORDS_MAX,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  })
  return (
    <FormDialog
      title={corrects === null ? t('addDecision') : t('correctDecision', { number: corrects.number })}
      {...(corrects === null ? {} : { description: t('correctionText') })}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common:save')}
      busy={add.isPending}
      busyLabel={t('common:saving')}
    >
      {add.isError && <Notice tone="error">{failureText(add.error)}</Notice>}
      <Segmented
        label={t('kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'decision', label: t('decision') },
          { value: 'gate', label: t('gate') },
        ]}
      />
      {kind === 'gate' && (
        <>
          <ChoiceCards
            label={t('outcome')}
            value={outcome}
            onChange={setOutcome}
            options={GATE_OUTCOMES.map((value) => ({
              value,
              label: t(`outcome_${value}`),
              hint: t(`outcomeHint_${value}`),
            }))}
          />
          <Select
            label={t('gatePhase')}
            optional
            value={phase ?? ''}
            onChange={(value) => setPhase(GATE_PHASES.find((known) => known === value) ?? null)}
            options={[
              { value: '', label: t('noPhase') },
              ...GATE_PHASES.map((value) => ({ value, label: t(`common:phase_${value}`) })),
            ]}
          />
        </>
      )}
      <TextArea
        label={t('decisionWords')}
        hint={t('decisionWordsHint')}
        rows={2}
        required
        error={missing('words') ? t('decisionWordsMissing') : undefined}
        {...field('words')}
      />
      {asksConditions && (
        <TextArea
          label={t('conditions')}
          hint={t('conditionsHint')}
          rows={2}
          required
          error={missing('conditions') ? t('conditionsMissing') : undefined}
          {...field('conditions')}
        />
      )}
      <TextArea label={t('why')} optional rows={2} {...field('reason')} />
      <TextField
        label={t('decidedBy')}
        hint={t('decidedByHint')}
        required
        error={missing('decidedBy') ? t('decidedByMissing') : undefined}
        {...field('decidedBy')}
      />
    </FormDialog>
  )
}

import { addDays } from '@samtavle/shared/iso-dates'
import type { LearningLoop } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthNames } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Select, TextArea } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { today } from '../today.ts'
import { boardOfLoops } from './loop-board.ts'
import { LoopFailure } from './loop-failure.tsx'
import { loopsApi } from './loops-client.ts'
import { type Owner, OwnerField } from './owner-field.tsx'
import { draftOf, readRound } from './round-draft.ts'
import { RoundFields } from './round-fields.tsx'
import { TrialField } from './trial-field.tsx'
import { useLoopChange } from './use-loop-change.ts'
import { capital, useLoopWords } from './use-loop-words.ts'

/** Weeks between two rounds that are offered; a loop may have another pace, which stays. */
const PACES = [1, 2, 3, 4, 6, 8, 12]
const USUAL = { everyWeeks: 2, atMinute: 9 * 60, minutes: 45 }

type LoopDialogProps = {
  sprint: Sprint
  /** The loop to be changed; null to plan one. */
  loop: LearningLoop | null
  onClose: () => void
}

/** Plans a learning loop with its first round, or changes the question, the owner and the pace of one. */
export function LoopDialog({ sprint, loop, onClose }: LoopDialogProps) {
  const { t, i18n } = useTranslation(['loops', 'common'])
  const locale = shownLocale(i18n.language)
  const words = useLoopWords()
  const change = useLoopChange(sprint.id)
  const [question, setQuestion] = useState(loop?.question ?? '')
  const [owner, setOwner] = useState<Owner>(loop?.owner ?? { name: '', userId: null })
  const [trial, setTrial] = useState(loop?.trial ?? null)
  const [everyWeeks, setEveryWeeks] = useState(loop?.everyWeeks ?? USUAL.everyWeeks)
  const [first, setFirst] = useState(() => draftOf({ ...USUAL, date: firstDate(sprint) }, locale))
  const [checked, setChecked] = useState(false)
  const { round } = readRound(first, today(), monthNames(locale))
  const asked = question.trim()
  const named = { name: owner.name.trim(), userId: owner.userId }
  // Nobody becomes a receiver because another field was changed.
  const isSameOwner = named.userId === loop?.owner.userId && named.name === loop?.owner.name
  const submit = () => {
    setChecked(true)
    if (asked === '' || named.name === '') return
    const asks = { question: asked, everyWeeks }
    if (loop !== null) {
      const isSameTrial = trial?.boardId === loop.trial?.boardId && trial?.shape === loop.trial?.shape
      // A trial on a board that I may not see is not mine to take away.
      const body = { ...asks, ...(isSameOwner ? {} : { owner: named }), ...(isSameTrial ? {} : { trial }) }
      change.run({ doing: () => loopsApi.change(sprint.id, loop.id, body), text: t('changed'), after: onClose })
    } else if (round !== null) {
      const plan = { ...asks, owner: named, trial, first: round, boardId: boardOfLoops(sprint)?.id ?? null }
      change.run({ doing: () => loopsApi.plan(sprint.id, plan), text: t('planned'), after: onClose })
    }
  }
  const paces = PACES.includes(everyWeeks) ? PACES : [...PACES, everyWeeks].toSorted((a, b) => a - b)
  return (
    <FormDialog
      title={loop === null ? t('planTitle') : t('changeTitle')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={loop === null ? t('plan') : t('common:save')}
      busy={change.busy}
      busyLabel={t('common:saving')}
    >
      <LoopFailure change={change} conflict={t('conflict')} />
      <TextArea
        label={t('question')}
        hint={t('questionHint')}
        rows={2}
        required
        maxLength={LOG_WORDS_MAX}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
        error={checked && asked === '' ? t('questionMissing') : undefined}
      />
      <OwnerField
        sprint={sprint}
        value={owner}
        onChange={setOwner}
        error={checked && named.name === '' ? t('ownerMissing') : undefined}
      />
      <Select
        label={t('every')}
        hint={t('everyHint')}
        value={String(everyWeeks)}
        onChange={(value) => setEveryWeeks(Number(value))}
        options={paces.map((weeks) => ({ value: String(weeks), label: capital(words.pace(weeks)) }))}
      />
      <TrialField sprint={sprint} value={trial} onChange={setTrial} />
      {loop === null && <RoundFields label={t('firstRound')} draft={first} onDraft={setFirst} checked={checked} />}
    </FormDialog>
  )
}

/** Two weeks after the sprint, or after today when that has passed: the guide's pace. */
const firstDate = ({ lastDate }: Sprint): string =>
  addDays([lastDate, today()].toSorted().at(-1) ?? today(), 7 * USUAL.everyWeeks)

import type { LearningLoop, LoopRound } from '@samtavle/shared/loop-api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthNames } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { today } from '../today.ts'
import { LoopFailure } from './loop-failure.tsx'
import { loopsApi } from './loops-client.ts'
import { draftOf, readRound } from './round-draft.ts'
import { RoundFields } from './round-fields.tsx'
import { useLoopChange } from './use-loop-change.ts'
import { useLoopWords } from './use-loop-words.ts'

type MoveRoundDialogProps = { sprintId: string; loop: LearningLoop; round: LoopRound; onClose: () => void }

/** Moves the round that is to come to another day or time. */
export function MoveRoundDialog({ sprintId, loop, round, onClose }: MoveRoundDialogProps) {
  const { t, i18n } = useTranslation(['loops', 'common'])
  const locale = shownLocale(i18n.language)
  const words = useLoopWords()
  const change = useLoopChange(sprintId)
  const { date, atMinute, minutes } = round
  const [draft, setDraft] = useState(() => draftOf(round, locale))
  const [checked, setChecked] = useState(false)
  const to = readRound(draft, today(), monthNames(locale)).round
  const submit = () => {
    setChecked(true)
    if (to === null) return
    change.run({
      doing: () => loopsApi.moveNext(sprintId, loop.id, to),
      text: t('movedTo', { day: words.when(to.date, to.atMinute) }),
      undo: () => loopsApi.moveNext(sprintId, loop.id, { date, atMinute, minutes }),
      after: onClose,
    })
  }
  return (
    <FormDialog
      title={t('moveTitle', { number: round.number })}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('move')}
      busy={change.busy}
      busyLabel={t('common:saving')}
    >
      <LoopFailure change={change} conflict={t('conflict')} />
      <RoundFields label={t('date')} draft={draft} onDraft={setDraft} checked={checked} />
    </FormDialog>
  )
}

import { BOARD_TITLE_MAX, fitTitle } from '@samtavle/shared/board-title'
import { addDays } from '@samtavle/shared/iso-dates'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { programmesQuery } from '../../queries.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { CarriedLoopsField, useCarriedLoops } from './loops/carried-loops.tsx'
import { oneLine, startOf } from './sprint-draft.ts'
import { today } from './today.ts'
import { WeekChooser } from './week-chooser.tsx'

type DuplicateSprintDialogProps = { sprint: Sprint; onClose: () => void }

/** The same sprint for another week: its plan and team, and boards on which nothing is written yet. */
export function DuplicateSprintDialog({ sprint, onClose }: DuplicateSprintDialogProps) {
  const { t } = useTranslation(['sprints', 'loops'])
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const programmes = useQuery(programmesQuery)
  const [title, setTitle] = useState(() => fitTitle(t('copyOf', { title: sprint.title })))
  const [chosen, setChosen] = useState<string | null>(null)
  const [checked, setChecked] = useState(false)
  const programme = programmes.data?.find(({ id }) => id === sprint.programmeId)
  // One week later, or the next one when that is over.
  const next = chosen ?? addDays([sprint.startDate, today()].toSorted().at(-1) ?? today(), 7)
  const date = programme === undefined ? next : startOf(next, programme)
  const carried = useCarriedLoops(sprint, useState({}))
  const duplicate = useMutation({
    mutationFn: () => api.duplicateSprint(sprint.id, { title: oneLine(title), startDate: date, loops: carried.ids }),
    // One of them may have ended since they were read: what is offered then is how it is now.
    onError: () => queryClient.invalidateQueries({ queryKey: ['sprints', sprint.id, 'loops'] }),
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['reminders'] })
      void queryClient.invalidateQueries({ queryKey: ['sprints'] })
      void queryClient.invalidateQueries({ queryKey: ['boards'] })
      onClose()
      await navigate({ to: '/sprints/$sprintId', params: { sprintId: id } })
    },
  })
  const isConflict = duplicate.error instanceof ApiError && duplicate.error.code === 'conflict'
  const submit = () => {
    setChecked(true)
    if (oneLine(title) !== '' && programme !== undefined && !carried.isPending && !duplicate.isPending)
      duplicate.mutate()
  }
  return (
    <FormDialog
      title={t('duplicateTitle', { title: sprint.title })}
      description={t('duplicateText')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('duplicate')}
      busy={duplicate.isPending}
      busyLabel={t('duplicating')}
    >
      {duplicate.isError && (
        <Notice tone="error">{isConflict ? t('loops:carryEnded') : failureText(duplicate.error)}</Notice>
      )}
      <TextField
        label={t('name')}
        value={title}
        maxLength={BOARD_TITLE_MAX}
        required
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTitle(event.target.value)}
        error={checked && oneLine(title) === '' ? t('nameMissing') : undefined}
      />
      {programmes.isPending && <Skeleton rows={3} />}
      {programmes.isError && <Notice tone="error">{failureText(programmes.error)}</Notice>}
      {programme !== undefined && <WeekChooser programme={programme} date={date} onChange={setChosen} />}
      <CarriedLoopsField sprint={sprint} carried={carried} />
    </FormDialog>
  )
}

import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { templatesQuery } from '../../queries.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { oneLine } from './sprint-draft.ts'
import { useDayOptions } from './use-day-options.ts'

type NewSprintBoardDialogProps = {
  sprint: Sprint
  /** Key of the day that it lies under to begin with; today's, or the first one, when it is not given. */
  day?: string
  onClose: () => void
}

/** A board more in a sprint: empty or from a template, under one of its days. */
export function NewSprintBoardDialog({ sprint, day: givenDay, onClose }: NewSprintBoardDialogProps) {
  const { t, i18n } = useTranslation('sprints')
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const templates = useQuery(templatesQuery)
  const days = useDayOptions(sprint)
  const [templateId, setTemplateId] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [day, setDay] = useState(givenDay ?? sprint.today?.key ?? days[0]?.value ?? '')
  const [examples, setExamples] = useState(false)
  const [checked, setChecked] = useState(false)
  const template = templates.data?.find(({ id }) => id === templateId)
  // Until a name is typed, it follows the template, in the language of the sprint.
  const title = oneLine(typed ?? template?.name[sprint.locale] ?? '')
  const create = useMutation({
    mutationFn: () =>
      api.addSprintBoard(sprint.id, { title, day, ...(template === undefined ? {} : { templateId, examples }) }),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['sprints'] })
      void queryClient.invalidateQueries({ queryKey: ['boards'] })
      const open = () => void navigate({ to: '/boards/$boardId', params: { boardId: id } })
      toast.show({ text: t('boardMade', { title }), action: { label: t('open'), onSelect: open } })
      onClose()
    },
  })
  const submit = () => {
    setChecked(true)
    if (title !== '' && !create.isPending) create.mutate()
  }
  const locale = shownLocale(i18n.language)
  return (
    <FormDialog
      title={t('newBoardTitle')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('createBoard')}
      busy={create.isPending}
      busyLabel={t('creating')}
    >
      {create.isError && <Notice tone="error">{failureText(create.error)}</Notice>}
      <Select
        label={t('template')}
        value={templateId}
        onChange={setTemplateId}
        options={[
          { value: '', label: t('noTemplate') },
          ...(templates.data ?? []).map(({ id, name }) => ({ value: id, label: name[locale] })),
        ]}
      />
      <TextField
        label={t('boardName')}
        value={typed ?? template?.name[sprint.locale] ?? ''}
        maxLength={BOARD_TITLE_MAX}
        required
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        error={checked && title === '' ? t('boardNameMissing') : undefined}
      />
      <Select label={t('day')} value={day} onChange={setDay} options={days} />
      {template !== undefined && (
        <Checkbox label={t('examples')} hint={t('examplesHint')} checked={examples} onChange={setExamples} />
      )}
    </FormDialog>
  )
}

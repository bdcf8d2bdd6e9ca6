import type { BoardSummary } from '@samtavle/shared/api'
import type { TemplateAbout } from '@samtavle/shared/template-about'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api-client.ts'
import { draftOf, newDraft } from '../features/templates/about-draft.ts'
import { AboutFields } from '../features/templates/about-fields.tsx'
import { useAboutCheck } from '../features/templates/use-about-check.ts'
import { shownLocale } from '../i18n/i18n.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { templatesQuery } from '../queries.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { ChoiceCards } from '../ui/choice-cards.tsx'
import { Select } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useSessionView } from './board-context.tsx'
import type { BoardSession } from './board-session.ts'
import { useBoardSteps } from './design/board-steps.ts'
import { TemplateLeaves } from './template-leaves.tsx'

type SaveTemplateProps = { board: BoardSummary; session: BoardSession; onClose: () => void }

/** The board becomes a template of the organisation's own, or the next version of one that I may change. */
export function SaveTemplateDialog({ board, session, onClose }: SaveTemplateProps) {
  const { t, i18n } = useTranslation(['library', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { unsaved, store } = useSessionView(session)
  const onBoard = useBoardSteps(store)
  const uiLocale = shownLocale(i18n.language)
  const templates = useQuery(templatesQuery)
  const mine = (templates.data ?? []).filter(({ own }) => own?.mayChange === true)
  // A board that was made from one of mine is most often meant to become its next version.
  const [as, setAs] = useState<'new' | 'version' | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const target = mine.find(({ id }) => id === (chosen ?? board.templateId)) ?? mine[0]
  const isVersion = target !== undefined && (as ?? (target.id === board.templateId ? 'version' : 'new')) === 'version'
  const [keepLoose, setKeepLoose] = useState(false)
  const [typed, setTyped] = useState<{ of: string; draft: ReturnType<typeof newDraft> } | null>(null)
  const of = isVersion ? target.id : 'new'
  const said = isVersion && target.own ? draftOf(target.own.about) : newDraft(board.title, board.locale)
  const known = {
    ...said,
    ...(onBoard.steps.length > 0 && { steps: onBoard.steps }),
    ...(onBoard.time && { minutes: { least: String(onBoard.time.least), most: String(onBoard.time.most) } }),
  }
  const draft = typed?.of === of ? typed.draft : known
  const content = useQuery({
    queryKey: ['template-draft', board.id, keepLoose],
    queryFn: ({ signal }) => api.templateDraft(board.id, keepLoose, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  const save = useMutation({
    mutationFn: (about: TemplateAbout) => {
      const body = { boardId: board.id, keepLoose, about }
      return isVersion ? api.addTemplateVersion(target.id, body) : api.createTemplate(body)
    },
    onSuccess: async ({ id, version }, about) => {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      const name = about.name[uiLocale] || about.name.da || about.name.en || about.name.nb
      const onSelect = () => void navigate({ to: '/templates/$templateId', params: { templateId: id } })
      const text = version === 1 ? t('saved', { name }) : t('savedVersion', { name, version })
      toast.show({ text, action: { label: t('open'), onSelect } })
      onClose()
    },
  })
  const { faults, check } = useAboutCheck((about) => !save.isPending && save.mutate(about))
  return (
    <FormDialog
      title={t('saveTitle')}
      description={t('saveText')}
      onClose={onClose}
      onSubmit={() => check(draft)}
      submitLabel={t('saveDo')}
      busy={save.isPending}
      busyLabel={t('saveBusy')}
    >
      {save.isError && (
        <Notice tone="error">
          {t('failed')} {failureText(save.error)}
        </Notice>
      )}
      {unsaved && <Notice tone="attention">{t('draftUnsaved')}</Notice>}
      {target !== undefined && (
        <ChoiceCards
          label={t('as')}
          value={isVersion ? 'version' : 'new'}
          onChange={setAs}
          options={[
            { value: 'new', label: t('asNew'), hint: t('asNewHint') },
            { value: 'version', label: t('asVersion'), hint: t('asVersionHint') },
          ]}
        />
      )}
      {isVersion && (
        <Select
          label={t('which')}
          value={target.id}
          onChange={setChosen}
          options={mine.map(({ id, name }) => ({ value: id, label: name[uiLocale] }))}
        />
      )}
      <AboutFields draft={draft} onChange={(next) => setTyped({ of, draft: next })} faults={faults} />
      <Checkbox label={t('keepLoose')} hint={t('keepLooseHint')} checked={keepLoose} onChange={setKeepLoose} />
      {content.data && <TemplateLeaves draft={content.data} />}
    </FormDialog>
  )
}

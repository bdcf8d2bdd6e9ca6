import type { TemplateSummary } from '@samtavle/shared/api'
import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import type { Locale } from '@samtavle/shared/locale'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { boardsQuery, useMe } from '../../queries.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Select, TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './create-board-dialog.module.css'

type CreateBoardDialogProps = {
  /** Null for the empty board. */
  template: TemplateSummary | null
  /** Is the short version chosen to begin with? */
  short?: boolean
  onClose: () => void
}

/** Name, language and extent of a new board; then straight to it. */
export function CreateBoardDialog({ template, short = false, onClose }: CreateBoardDialogProps) {
  const { t, i18n } = useTranslation(['templates', 'common'])
  const me = useMe()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const boards = useQuery(boardsQuery('active'))
  const [locale, setLocale] = useState<Locale>(shownLocale(i18n.language))
  const [typed, setTyped] = useState<string | null>(null)
  const [examplesChosen, setExamplesChosen] = useState<'yes' | 'no' | null>(null)
  const [extent, setExtent] = useState<'whole' | 'short'>(short ? 'short' : 'whole')
  const [checked, setChecked] = useState(false)

  // Somebody's first board comes with examples; whoever has made one before knows the sections.
  const first = boards.data?.every((board) => board.owner.id !== me.id) ?? false
  const examples = examplesChosen ?? (first ? 'yes' : 'no')
  // Until a name is typed, it follows the language of the board.
  const title = typed ?? (template === null ? '' : template.name[locale])
  const create = useMutation({
    mutationFn: () =>
      api.createBoard({
        title: title.trim(),
        locale,
        ...(template === null
          ? {}
          : { templateId: template.id, examples: examples === 'yes', short: template.hasShort && extent === 'short' }),
      }),
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: ['boards'] })
      await navigate({ to: '/boards/$boardId', params: { boardId: id } })
    },
  })
  const submit = () => {
    setChecked(true)
    if (title.trim() !== '' && !create.isPending) create.mutate()
  }
  const shortTime = template?.shortDuration?.[locale]
  const uiLocale = shownLocale(i18n.language)
  return (
    <FormDialog
      title={template === null ? t('createBlankTitle') : t('createTitle', { name: template.name[uiLocale] })}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('create')}
      busy={create.isPending}
      busyLabel={t('creating')}
      beside={
        <p className={styles.private}>
          <LockKeyhole size={16} aria-hidden />
          {t('privateHint')}
        </p>
      }
    >
      {create.isError && <Notice tone="error">{failureText(create.error)}</Notice>}
      <TextField
        label={t('boardName')}
        hint={t('boardNameHint')}
        value={title}
        maxLength={BOARD_TITLE_MAX}
        required
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        error={checked && title.trim() === '' ? t('boardNameMissing') : undefined}
      />
      {template !== null && (
        <>
          <ChoiceCards
            label={t('examplesLabel')}
            value={examples}
            onChange={setExamplesChosen}
            options={[
              { value: 'yes', label: t('examplesYes'), hint: t('examplesYesHint') },
              { value: 'no', label: t('examplesNo'), hint: t('examplesNoHint') },
            ]}
          />
          {template.hasShort && (
            <ChoiceCards
              label={t('extent')}
              value={extent}
              onChange={setExtent}
              options={[
                { value: 'whole', label: t('whole'), hint: template.duration[uiLocale] },
                { value: 'short', label: t('short'), ...(shortTime === undefined ? {} : { hint: shortTime }) },
              ]}
            />
          )}
          <Select
            label={t('contentLanguage')}
            hint={t('contentLanguageHint')}
            value={locale}
            onChange={(next) => setLocale(shownLocale(next))}
            options={LANGUAGES}
          />
        </>
      )}
    </FormDialog>
  )
}

import type { TemplateSummary } from '@samtavle/shared/api'
import type { Locale } from '@samtavle/shared/locale'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tldraw/tldraw'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type TemplateChoice } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { templatesQuery } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { BoardSession } from '../board-session.ts'
import { useHasExamples } from '../use-has-examples.ts'
import { InsertChoices } from './insert-choices.tsx'
import styles from './insert-template.module.css'
import { insertTemplate } from './insert-template.ts'
import { TemplateList } from './template-list.tsx'

type InsertTemplateProps = {
  editor: Editor
  session: BoardSession
  /** The language that the board was made in. */
  locale: Locale
  onClose: () => void
}

/** A template becomes a part of this board, at a free place of it. */
export function InsertTemplateDialog({ editor, session, locale, onClose }: InsertTemplateProps) {
  const { t, i18n } = useTranslation(['templates', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const formId = useId()
  const templates = useQuery(templatesQuery)
  const hasExamples = useHasExamples(editor)
  const [chosen, setChosen] = useState<TemplateSummary | null>(null)
  const [choice, setChoice] = useState<TemplateChoice>({ locale, examples: hasExamples, short: false })
  const [checked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const uiLocale = shownLocale(i18n.language)

  const insert = useMutation({
    mutationFn: async (template: TemplateSummary) => {
      setRefusal(null)
      const short = template.hasShort && choice.short
      const { records } = await api.templateRecords(template.id, { ...choice, short })
      return insertTemplate(editor, template.id, records)
    },
    onSuccess: (inserted, template) => {
      if (inserted === 'no-room') setRefusal(t('insertNoRoom'))
      else if (inserted === 'read-only') setRefusal(t('insertReadOnly'))
      else {
        toast.show({
          text: t('inserted', { name: template.name[uiLocale] }),
          action: { label: t('common:undo'), onSelect: () => session.stepBack('undo') },
        })
        onClose()
      }
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (chosen !== null && !insert.isPending) insert.mutate(chosen)
  }
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      size="lg"
      title={t('insertTitle')}
      description={t('insertText')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={insert.isPending} busyLabel={t('inserting')}>
            {t('insert')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {insert.isError && (
          <Notice tone="error">
            {t('insertFailed')} {failureText(insert.error)}
          </Notice>
        )}
        {refusal !== null && <Notice tone="error">{refusal}</Notice>}
        {templates.isPending && <Skeleton shape="row" rows={4} />}
        {templates.isError && <QueryFailure query={templates}>{t('listFailed')}</QueryFailure>}
        {templates.data !== undefined && (
          <div className={styles.columns}>
            <TemplateList
              templates={templates.data}
              chosen={chosen}
              onChoose={setChosen}
              error={checked && chosen === null ? t('insertMissing') : undefined}
            />
            {/* Only this is the form: Enter in the search does not insert. */}
            <form id={formId} onSubmit={submit} noValidate>
              <InsertChoices template={chosen} choice={choice} onChange={setChoice} />
            </form>
          </div>
        )}
      </div>
    </Dialog>
  )
}

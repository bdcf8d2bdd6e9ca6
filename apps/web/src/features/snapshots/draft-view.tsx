import type { SnapshotAnswer, SnapshotChoice } from '@samtavle/shared/snapshot-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Snowflake } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DraftSaved } from './draft-saved.tsx'
import { DraftEverywhere, DraftWords } from './draft-words.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { SectionChoice } from './section-choice.tsx'
import { SectionOrder } from './section-order.tsx'
import { SnapshotBack } from './snapshot-back.tsx'
import { SnapshotFrame } from './snapshot-frame.tsx'
import styles from './snapshot-page.module.css'
import { SNAPSHOTS_KEY, snapshotApi } from './snapshots-client.ts'
import { TwoPanes } from './two-panes.tsx'
import { useDraft } from './use-draft.ts'
import { usePreviewItems } from './use-preview-items.ts'

export type DraftAnswer = SnapshotAnswer & { choice: SnapshotChoice; version: string }

/** A draft: what is chosen, and beside it the page that becomes of it. */
export function DraftView({ answer, onPublished }: { answer: DraftAnswer; onPublished: () => void }) {
  const { t } = useTranslation(['snapshots', 'previewItems'])
  const draft = useDraft(answer)
  const preview = usePreviewItems(answer, draft)
  const [isPublishing, setPublishing] = useState(false)
  const { content, snapshot } = answer
  const sections = answer.sections ?? []
  const isEmpty = content.parts.length === 0
  const publish = async () => {
    if (await draft.flush()) setPublishing(true)
  }
  return (
    <Page
      title={content.title}
      before={<SnapshotBack answer={answer} />}
      intro={t('draftIntro')}
      action={
        <Button
          variant="primary"
          icon={<Snowflake size={20} aria-hidden />}
          aria-disabled={isEmpty || undefined}
          onClick={() => !isEmpty && void publish()}
        >
          {t('publish')}
        </Button>
      }
    >
      <TwoPanes
        first={{
          label: t('choice'),
          content: (
            <div className={styles.choice}>
              <DraftSaved draft={draft} />
              <DraftWords draft={draft} />
              <SectionOrder draft={draft} sections={sections} />
              <SectionChoice draft={draft} sections={sections} />
              <DraftEverywhere draft={draft} />
              <Discard answer={answer} />
            </div>
          ),
        }}
        second={{
          label: t('previewTab'),
          heading: t('preview'),
          content: (
            <>
              {isEmpty && <p className={styles.quiet}>{t('previewEmpty')}</p>}
              {!isEmpty && <p className={styles.quiet}>{t('previewItems:hint')}</p>}
              <p role="status" className="visually-hidden">
                {preview.news}
              </p>
              <SnapshotFrame id={snapshot.id} title={content.title} state={stateOf(answer)} onPage={preview.onPage} />
            </>
          ),
        }}
      />
      {isPublishing && (
        <PublishDialog
          id={snapshot.id}
          title={draft.choice.title}
          version={draft.version()}
          answer={answer}
          onClose={() => setPublishing(false)}
          onPublished={onPublished}
        />
      )}
    </Page>
  )
}

/** What the page says; the moment at which it was asked is not part of it. */
const stateOf = ({ content }: DraftAnswer): string => JSON.stringify({ ...content, madeAt: '' })

function Discard({ answer }: { answer: DraftAnswer }) {
  const { t } = useTranslation(['snapshots', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const remove = useMutation({
    mutationFn: () => snapshotApi.remove(answer.snapshot.id),
    onSuccess: async () => {
      const { sprintId, boardId } = answer
      if (sprintId !== null) await navigate({ to: '/sprints/$sprintId', params: { sprintId } })
      else if (boardId !== null) await navigate({ to: '/boards/$boardId', params: { boardId } })
      toast.show({ text: t('discarded') })
      queries.removeQueries({ queryKey: [...SNAPSHOTS_KEY, 'one', answer.snapshot.id] })
      await queries.invalidateQueries({ queryKey: SNAPSHOTS_KEY })
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  return (
    <>
      <div>
        <Button variant="danger" busy={remove.isPending} onClick={() => setAsked(true)}>
          {t('discard')}
        </Button>
      </div>
      <AlertDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        cancelLabel={t('common:cancel')}
        danger
        onConfirm={() => remove.mutate()}
      >
        {t('discardText')}
      </AlertDialog>
    </>
  )
}

import type { SnapshotAnswer, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMe } from '../../queries.ts'
import { Button, ButtonLook } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { type DraftAnswer, DraftView } from './draft-view.tsx'
import { PublishedView } from './published-view.tsx'
import { noteSeen } from './seen-answers.ts'
import { snapshotQuery } from './snapshots-client.ts'

type SnapshotPageProps = {
  snapshotId: string
  compared: string | undefined
  onCompare: (id: string | undefined) => void
  /** Links to it; of another feature. */
  shareDialog: (snapshot: { id: string; title: string }, onClose: () => void) => ReactNode
  /** Saves a published one on paper; of another feature. */
  pdfMenu: (snapshot: SnapshotSummary) => ReactNode
}

const isDraft = (answer: SnapshotAnswer): answer is DraftAnswer => answer.choice !== null && answer.version !== null

/** One snapshot: a draft to be made ready, or what was published. */
export function SnapshotPage({ snapshotId, compared, onCompare, shareDialog, pdfMenu }: SnapshotPageProps) {
  const { t } = useTranslation(['snapshots', 'common'])
  const failureText = useFailureText()
  const me = useMe()
  const [isSharing, setSharing] = useState(false)
  const snapshot = useQuery({ ...snapshotQuery(snapshotId), refetchOnWindowFocus: 'always' })
  const code = snapshot.error instanceof ApiError ? snapshot.error.code : undefined
  const said = snapshot.data
  const answers = said?.snapshot.answers.length ?? 0
  useEffect(() => noteSeen(me.id, snapshotId, answers), [me.id, snapshotId, answers])
  if (code === 'gone') return <Ended title={t('gone')} text={t('goneText')} />
  if (code === 'not_found' || code === 'forbidden') return <Ended title={t('missing')} text={t('missingText')} />
  if (said === undefined) {
    if (snapshot.isPending) return <Spinner />
    return (
      <Page title={t('title')}>
        <Notice
          tone="error"
          action={
            <Button size="sm" busy={snapshot.isFetching} onClick={() => void snapshot.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {t('loadFailed')} {failureText(snapshot.error)}
        </Notice>
      </Page>
    )
  }
  return (
    <>
      {isDraft(said) ? (
        <DraftView answer={said} onPublished={() => setSharing(true)} />
      ) : (
        <PublishedView
          answer={said}
          compared={compared}
          onCompare={onCompare}
          onShare={() => setSharing(true)}
          pdfMenu={pdfMenu(said.snapshot)}
        />
      )}
      {isSharing && shareDialog({ id: snapshotId, title: said.snapshot.title }, () => setSharing(false))}
    </>
  )
}

function Ended({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation('snapshots')
  return (
    <Page title={title} narrow>
      <EmptyState
        title={text}
        action={
          <ButtonLook>
            <Link to="/">{t('home')}</Link>
          </ButtonLook>
        }
      />
    </Page>
  )
}

import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { filingClient, filingQuery } from './filing-client.ts'
import { type FilingDraft, firstDraft } from './filing-draft.ts'
import { FilingForm } from './filing-form.tsx'
import { FilingWork } from './filing-work.tsx'

type FilingDialogProps = { sprint: Pick<Sprint, 'id' | 'title'>; onClose: () => void }

/** Makes a package for the records office: first what it is about, then how far it is, then the file. */
export function FilingDialog({ sprint, onClose }: FilingDialogProps) {
  const { t } = useTranslation(['filing', 'common'])
  const filed = useQuery(filingQuery(sprint.id))
  const [draft, setDraft] = useState<FilingDraft | null>(null)
  const [packageId, setPackageId] = useState<string | null>(null)
  /** Ends what nobody waits for; it ends by itself where that fails. */
  const drop = () => {
    if (packageId !== null) filingClient.cancel(sprint.id, packageId).catch(() => {})
    setPackageId(null)
  }
  const close = () => {
    drop()
    onClose()
  }
  if (packageId !== null) {
    return <FilingWork sprintId={sprint.id} packageId={packageId} onBack={drop} onClose={close} />
  }
  if (filed.data !== undefined && filed.data.snapshots.length > 0) {
    return (
      <FilingForm
        sprintId={sprint.id}
        snapshots={filed.data.snapshots}
        draft={draft ?? firstDraft(sprint.title, filed.data, new Date())}
        onChange={setDraft}
        onStarted={setPackageId}
        onClose={close}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && close()}
      title={t('title')}
      footer={<Button onClick={close}>{t('common:close')}</Button>}
    >
      {filed.isPending && <Spinner />}
      {filed.isError && <QueryFailure query={filed}>{t('loadFailed')}</QueryFailure>}
      {filed.data !== undefined && <EmptyState title={t('noneTitle')} text={t('noneText')} level="h3" />}
    </Dialog>
  )
}

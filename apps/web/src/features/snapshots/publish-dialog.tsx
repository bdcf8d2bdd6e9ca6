import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './snapshot-page.module.css'
import { SNAPSHOTS_KEY, snapshotApi, snapshotsQuery } from './snapshots-client.ts'

const EXPIRIES = ['never', 'month', 'quarter', 'year'] as const
type Expiry = (typeof EXPIRIES)[number]
const DAYS: Record<Exclude<Expiry, 'never'>, number> = { month: 30, quarter: 90, year: 365 }
const DAY_MS = 24 * 60 * 60_000

const endOf = (expiry: Expiry): string | null =>
  expiry === 'never' ? null : new Date(Date.now() + DAYS[expiry] * DAY_MS).toISOString()

type PublishDialogProps = {
  id: string
  title: string
  version: string
  answer: Pick<SnapshotAnswer, 'sprintId' | 'boardId'>
  onClose: () => void
  onPublished: () => void
}

/** Says what publishing does, and does it. */
export function PublishDialog({ id, title, version, answer, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation(['snapshots', 'common'])
  const failureText = useFailureText()
  const toast = useToast()
  const queries = useQueryClient()
  const [expiry, setExpiry] = useState<Expiry>('never')
  const { sprintId, boardId } = answer
  const list = useQuery(
    snapshotsQuery(sprintId === null ? { kind: 'board', id: boardId ?? '' } : { kind: 'sprint', id: sprintId }),
  )
  const number = 1 + Math.max(0, ...(list.data?.snapshots ?? []).map((each) => each.number ?? 0))
  const publish = useMutation({
    mutationFn: () => snapshotApi.publish(id, endOf(expiry), version),
    onSuccess: async (published) => {
      toast.show({ text: t('publishedNow', { number: published.number ?? number }) })
      await queries.invalidateQueries({ queryKey: SNAPSHOTS_KEY })
      onPublished()
    },
    // Somebody else may have changed the draft: what is shown is renewed.
    onError: () => queries.invalidateQueries({ queryKey: [...SNAPSHOTS_KEY, 'one', id] }),
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !publish.isPending && onClose()}
      title={t('publishTitle', { title })}
      description={t('publishText', { number })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            busy={publish.isPending}
            busyLabel={t('publishing')}
            onClick={() => publish.mutate()}
          >
            {t('publish')}
          </Button>
        </>
      }
    >
      <div className={styles.choice}>
        {publish.isError && <Notice tone="error">{failureText(publish.error)}</Notice>}
        <Select
          label={t('readable')}
          value={expiry}
          onChange={setExpiry}
          options={EXPIRIES.map((value) => ({ value, label: t(`expiry_${value}`) }))}
        />
      </div>
    </Dialog>
  )
}

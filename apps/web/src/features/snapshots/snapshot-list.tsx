import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Snowflake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import styles from './snapshot-row.module.css'
import { SnapshotRow } from './snapshot-row.tsx'
import { SNAPSHOTS_KEY, type SnapshotScope, snapshotApi, snapshotsQuery } from './snapshots-client.ts'

/** How often a list that is looked at is asked for again: answers come at any time. */
const ASK_AGAIN_MS = 30_000

type SnapshotListProps = {
  scope: SnapshotScope
  /** The day whose preset a new one begins with; null for all of a board. */
  day: string | null
  /** What the day of a snapshot is called; undefined when it is about none. */
  dayName: (snapshot: SnapshotSummary) => string | undefined
  order?: (snapshots: readonly SnapshotSummary[]) => SnapshotSummary[]
  /** What the button is called for those who hear it. */
  makeLabel?: string
}

/** The snapshots of a sprint or a board, and the button that makes one, for those who may. */
export function SnapshotList({ scope, day, dayName, order = (all) => [...all], makeLabel }: SnapshotListProps) {
  const { t } = useTranslation('snapshots')
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const list = useQuery({ ...snapshotsQuery(scope), refetchInterval: ASK_AGAIN_MS })
  const make = useMutation({
    mutationFn: () => snapshotApi.create(scope, day),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: SNAPSHOTS_KEY })
      await navigate({ to: '/snapshots/$snapshotId', params: { snapshotId: id } })
    },
  })
  if (list.isPending) return <Skeleton rows={2} />
  if (list.data === undefined) {
    return (
      <div className={styles.notice}>
        <QueryFailure query={list}>{t('loadFailed')}</QueryFailure>
      </div>
    )
  }
  const { snapshots, mayMake } = list.data
  return (
    <>
      {snapshots.length === 0 && <p className={styles.nothing}>{t(mayMake ? 'none' : 'noneToRead')}</p>}
      {snapshots.length > 0 && (
        <ul>
          {order(snapshots).map((snapshot) => (
            <SnapshotRow key={snapshot.id} snapshot={snapshot} day={dayName(snapshot)} />
          ))}
        </ul>
      )}
      {make.isError && (
        <div className={styles.notice}>
          <Notice tone="error">{failureText(make.error)}</Notice>
        </div>
      )}
      {mayMake && (
        <div className={styles.notice}>
          <Button
            icon={<Snowflake size={20} aria-hidden />}
            busy={make.isPending}
            busyLabel={t('making')}
            {...(makeLabel !== undefined && !make.isPending && { 'aria-label': makeLabel })}
            onClick={() => make.mutate()}
          >
            {t('make')}
          </Button>
        </div>
      )}
    </>
  )
}

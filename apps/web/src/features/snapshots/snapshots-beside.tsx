import type { SnapshotAnswer, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import compared from './snapshot-comparison.module.css'
import { SnapshotComparison } from './snapshot-comparison.tsx'
import { type FrameHandle, SnapshotFrame } from './snapshot-frame.tsx'
import styles from './snapshot-page.module.css'
import { snapshotQuery } from './snapshots-client.ts'

type SnapshotsBesideProps = {
  shown: SnapshotAnswer
  other: SnapshotSummary
  /** Of the one that the page is about. */
  handle: RefObject<FrameHandle | null>
}

/** Two snapshots beside each other, the older one first, and what differs in words. */
export function SnapshotsBeside({ shown, other, handle }: SnapshotsBesideProps) {
  const { t } = useTranslation('snapshots')
  const otherHandle = useRef<FrameHandle>(null)
  const isOlder = (other.number ?? 0) < (shown.snapshot.number ?? 0)
  const sides = [
    { snapshot: other, handle: otherHandle },
    { snapshot: shown.snapshot, handle },
  ]
  if (!isOlder) sides.reverse()
  return (
    <div className={compared.sides}>
      <Differences
        shown={shown}
        other={other}
        isOlder={isOlder}
        onShow={(side, key, section) => sides[side === 'before' ? 0 : 1]?.handle.current?.show(key, section)}
      />
      {sides.map(({ snapshot: { id, number, title }, handle: own }) => (
        <section key={id} aria-labelledby={`beside-${id}`}>
          <h2 id={`beside-${id}`} className={styles.legend}>
            {t('compareOne', { number: number ?? '', title })}
          </h2>
          <SnapshotFrame id={id} title={title} state="frozen" handle={own} />
        </section>
      ))}
    </div>
  )
}

type DifferencesProps = Pick<SnapshotsBesideProps, 'shown' | 'other'> & {
  isOlder: boolean
  onShow: Parameters<typeof SnapshotComparison>[0]['onShow']
}

function Differences({ shown, other, isOlder, onShow }: DifferencesProps) {
  const { t } = useTranslation(['snapshotComparison', 'common'])
  const failureText = useFailureText()
  const answer = useQuery(snapshotQuery(other.id))
  if (answer.isPending) return <Spinner label={t('loading')} />
  if (answer.data === undefined) {
    return (
      <Notice
        tone="error"
        action={
          <Button size="sm" busy={answer.isFetching} onClick={() => void answer.refetch()}>
            {t('common:retry')}
          </Button>
        }
      >
        {t('failed')} {failureText(answer.error)}
      </Notice>
    )
  }
  const own = { content: shown.content, number: shown.snapshot.number ?? 0 }
  const others = { content: answer.data.content, number: other.number ?? 0 }
  return <SnapshotComparison before={isOlder ? others : own} after={isOlder ? own : others} onShow={onShow} />
}

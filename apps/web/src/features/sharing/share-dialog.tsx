import { useQuery } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery, useMe } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AddColleague } from './add-colleague.tsx'
import { LeaveBoard } from './leave-board.tsx'
import { LinkPanel } from './link-panel.tsx'
import { MemberList } from './member-list.tsx'
import styles from './share-dialog.module.css'
import type { SharedBoard } from './shared-board.ts'

type ShareDialogProps = {
  board: SharedBoard
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Called when one has left the board oneself. */
  onLeft?: () => void
}

/** Who sees a board. The owner adds colleagues and says what they may; everybody else reads the list and may leave. */
export function ShareDialog({ board, open, onOpenChange, onLeft }: ShareDialogProps) {
  const { t } = useTranslation(['sharing', 'links'])
  const mine = board.role === 'owner'
  const [tab, setTab] = useState<'people' | 'links'>('people')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size={mine ? 'lg' : 'md'}
      title={t('title', { title: board.title })}
      footer={
        <>
          <p className={styles.promise}>
            <LockKeyhole size={16} aria-hidden />
            <span>{tab === 'links' ? t('links:promise_board') : mine ? t('whoSees') : t('whoSeesAsMember')}</span>
          </p>
          {!mine && (
            <LeaveBoard
              board={board}
              onLeft={() => {
                onOpenChange(false)
                onLeft?.()
              }}
            />
          )}
          <Button onClick={() => onOpenChange(false)}>{t('done')}</Button>
        </>
      }
    >
      {mine ? (
        <Tabs
          label={t('title', { title: board.title })}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'people', label: t('links:people'), content: <Access board={board} mine /> },
            {
              value: 'links',
              label: t('links:linkAndCode'),
              content: <LinkPanel target={{ kind: 'board', id: board.id, title: board.title }} />,
            },
          ]}
        />
      ) : (
        <Access board={board} mine={false} />
      )}
    </Dialog>
  )
}

function Access({ board, mine }: { board: SharedBoard; mine: boolean }) {
  const { t } = useTranslation('sharing')
  const me = useMe()
  const members = useQuery(membersQuery(board.id))
  if (members.isError) {
    return <QueryFailure query={members}>{t('loadFailed')}</QueryFailure>
  }
  return (
    <div className={styles.access}>
      {mine && <AddColleague boardId={board.id} members={members.data ?? []} />}
      <section aria-labelledby="has-access">
        <h3 id="has-access" className={styles.heading}>
          {t('people')}
        </h3>
        {members.data === undefined ? (
          <Skeleton rows={2} />
        ) : (
          <MemberList boardId={board.id} members={members.data} me={me.id} mine={mine} />
        )}
      </section>
    </div>
  )
}

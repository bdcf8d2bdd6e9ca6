import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LeftWords, leftWords, shelvedBoards, takeWords, waitingOn } from '../../device/device-shelf.ts'
import { LostWords } from '../../device/lost-words.tsx'
import { keepsBoards } from '../../device/this-device.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './waiting-here.module.css'

/** What this device holds and no server has: boards with changes that wait, and words that no board took. */
export function WaitingHere() {
  const { t } = useTranslation(['device', 'board'])
  const me = useMe()
  const queries = useQueryClient()
  const queryKey = ['waiting on this device', me.id]
  const { data } = useQuery({ queryKey, queryFn: () => askDevice(me.id), staleTime: 0, gcTime: 0 })
  const [shown, setShown] = useState<LeftWords | null>(null)
  const close = () => {
    if (shown !== null)
      void takeWords(me.id, shown.boardId, shown.words).then(() => queries.invalidateQueries({ queryKey }))
    setShown(null)
  }
  if (data === undefined || (data.waiting.length === 0 && data.left.length === 0)) return null
  return (
    <div className={styles.notices}>
      {data.waiting.length > 0 && (
        <Notice tone="attention">
          {t('waitsOn')}{' '}
          {data.waiting.map(({ id, title, count }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to="/boards/$boardId" params={{ boardId: id }}>
                {title}
              </Link>{' '}
              ({t('board:waiting', { count })})
            </span>
          ))}
          {'. '}
          {t('waitsHint')}
        </Notice>
      )}
      {data.left.map((words) => (
        <Notice
          key={words.boardId}
          tone="attention"
          action={
            <Button size="sm" onClick={() => setShown(words)}>
              {t('showWords')}
            </Button>
          }
        >
          {t('leftLine', { title: words.title })}
        </Notice>
      ))}
      {shown !== null && (
        <Dialog
          open
          onOpenChange={(open) => !open && setShown(null)}
          title={t('leftTitle', { title: shown.title })}
          description={t('leftText')}
          footer={<Button onClick={close}>{t('board:wordsTaken')}</Button>}
        >
          <LostWords words={shown.words} title={shown.title} primary />
        </Dialog>
      )}
    </div>
  )
}

async function askDevice(personId: string) {
  if (!keepsBoards()) return { waiting: [], left: [] }
  const boards = await shelvedBoards(personId)
  const counted = await Promise.all(
    boards.map(async (board) => ({ id: board.boardId, title: board.summary.title, count: await waitingOn(board) })),
  )
  return { waiting: counted.filter(({ count }) => count > 0), left: await leftWords(personId) }
}

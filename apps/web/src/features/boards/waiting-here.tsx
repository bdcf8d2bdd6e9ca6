import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LeftWords, takeWords } from '../../device/device-shelf.ts'
import { LostWords } from '../../device/lost-words.tsx'
import { boardsQuery, isUnreachable, useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './boards-on-device.module.css'
import { useDeviceQuery } from './device-query.ts'

/** What this device holds and no server has: boards with changes that wait, and words that no board took. */
export function WaitingHere() {
  const { t } = useTranslation(['device', 'board'])
  const me = useMe()
  const queries = useQueryClient()
  const onDevice = useDeviceQuery()
  const { data } = useQuery(onDevice)
  const list = useQuery(boardsQuery('active'))
  const [shown, setShown] = useState<LeftWords | null>(null)
  const take = async ({ boardId, words }: LeftWords) => {
    setShown(null)
    await takeWords(me.id, boardId, words)
    await queries.invalidateQueries({ queryKey: onDevice.queryKey })
  }
  // Without a server nothing can be sent; the list of what lies here says what waits.
  const waiting = isUnreachable(list.error) ? [] : (data?.boards ?? []).filter((board) => board.waiting > 0)
  const left = data?.left ?? []
  if (waiting.length === 0 && left.length === 0) return null
  return (
    <div className={`${styles.here} ${styles.before}`}>
      {waiting.length > 0 && (
        <Notice tone="attention">
          {t('waitsOn')}{' '}
          {waiting.map(({ boardId, summary, waiting: count }, index) => (
            <span key={boardId}>
              {index > 0 && ', '}
              <Link to="/boards/$boardId" params={{ boardId }}>
                {summary.title}
              </Link>{' '}
              ({t('board:waiting', { count })})
            </span>
          ))}
          {'. '}
          {t('waitsHint')}
        </Notice>
      )}
      {left.map((words) => (
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
          footer={<Button onClick={() => void take(shown)}>{t('board:wordsTaken')}</Button>}
        >
          <LostWords words={shown.words} title={shown.title} primary />
        </Dialog>
      )}
    </div>
  )
}

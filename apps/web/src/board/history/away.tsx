import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { History, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../i18n/use-moment.ts'
import { useMe } from '../../queries.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { BoardSession } from '../board-session.ts'
import { showHit } from '../show-hit.ts'
import styles from '../top-bar.module.css'
import { AwayMarks } from './away-marks.tsx'
import { followSeen, type News } from './follow-seen.ts'

export type AwayProps = {
  boardId: string
  session: BoardSession
  editor: Editor
  /** Puts marks on the canvas; null takes them away. */
  onMarks(marks: ReactNode): void
}

/** »12 ændringer siden i går kl. 15.40 · Vis«, and one after the other until it is closed. */
export function Away({ boardId, session, editor, onMarks }: AwayProps) {
  const { t } = useTranslation(['history', 'common'])
  const me = useMe()
  const moment = useMoment()
  const [news, setNews] = useState<News | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const [dismiss, setDismiss] = useState<() => void>(() => () => {})
  useEffect(() => {
    const follow = followSeen({ personId: me.id, boardId, present: () => session.present, onNews: setNews })
    setDismiss(() => follow.dismiss)
    return follow.stop
  }, [me.id, boardId, session])
  useEffect(() => () => onMarks(null), [onMarks])
  if (news === null) return <div role="status" />
  const { removed } = news
  // Headings and lines of sections belong to these.
  const isOnBoard = (id: string) => editor.getShape(id as TLShapeId)?.isLocked === false
  const [added, changed] = [news.added.filter(isOnBoard), news.changed.filter(isOnBoard)]
  const shapes = [...added, ...changed]
  const count = shapes.length + removed.length
  if (count === 0) return <div role="status" />
  const go = () => {
    const next = at === null || shapes.length === 0 ? 0 : (at + 1) % shapes.length
    setAt(next)
    const id = shapes[next] as TLShapeId | undefined
    onMarks(<AwayMarks added={added} changed={changed} current={id ?? null} />)
    const shape = id && editor.getShape(id)
    if (shape) showHit(editor, shape)
  }
  const close = () => {
    setNews(null)
    setAt(null)
    onMarks(null)
    dismiss()
    // The button is gone: the focus goes to what one works on.
    editor.focus()
  }
  return (
    <div role="status">
      <div className={styles.notice} data-away={count}>
        <History size={16} aria-hidden />
        <span>{t('away', { count, when: moment(new Date(news.since).toISOString()) })}</span>
        {at !== null && (
          <span>
            {[
              added.length > 0 && t('count_added', { count: added.length }),
              changed.length > 0 && t('count_changed', { count: changed.length }),
              removed.length > 0 && t('count_removed', { count: removed.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
        {shapes.length > 0 && (
          <button type="button" className={styles.link} onClick={go}>
            {t(at === null ? 'awayShow' : 'nextChange')}
          </button>
        )}
        <IconButton size="sm" label={t('awayClose')} icon={<X size={16} aria-hidden />} onClick={close} />
      </div>
    </div>
  )
}

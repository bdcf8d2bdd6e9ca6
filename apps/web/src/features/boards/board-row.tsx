import type { BoardSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useComing, useMoment } from '../../i18n/use-moment.ts'
import { useMe } from '../../queries.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { Time } from '../../ui/time.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import { isUntouched } from './board-order.ts'
import styles from './board-row.module.css'

type BoardRowProps = {
  board: BoardSummary
  /** The heading above the list decides. */
  level: 'h2' | 'h3'
  action?: ReactNode
  /** It is shown as this device has it: there is no server to draw its picture, and some changes may wait for it. */
  here?: { waiting: number }
}

/**
 * A board in a hairline list. The title's link covers the row; what stands in `action` lies above it. A deleted board
 * has no page, so its title is no link.
 */
export function BoardRow({ board, level: Heading, action, here }: BoardRowProps) {
  const { t } = useTranslation(['boards', 'board', 'library'])
  const coming = useComing()
  const theme = useShownTheme()
  const deleted = board.state === 'deleted'
  return (
    <li className={styles.row}>
      <Thumbnail src={deleted || here ? null : api.boardPreview(board.id, theme)} shape="row" />
      <div className={styles.words}>
        <Heading className={styles.title}>
          {deleted ? (
            board.title
          ) : (
            <Link to="/boards/$boardId" params={{ boardId: board.id }} className={styles.link}>
              {board.title}
            </Link>
          )}
        </Heading>
        <p className={styles.meta}>
          <BoardOwnership board={board} />
          {typeof board.expiresAt === 'string' && <> · {t('library:gone', { when: coming(board.expiresAt) })}</>}
          {here !== undefined && here.waiting > 0 && <> · {t('board:waiting', { count: here.waiting })}</>}
        </p>
      </div>
      <p className={styles.edited}>
        <BoardEdited board={board} />
      </p>
      {action ?? <ChevronRight size={20} aria-hidden className={styles.chevron} />}
    </li>
  )
}

/** The sprint that it is in, »Din tavle«, or whose it is and what one may do on it. */
function BoardOwnership({ board }: { board: BoardSummary }) {
  const { t } = useTranslation('boards')
  if (board.sprint !== null) return <>{t('inSprint', { title: board.sprint.title })}</>
  if (board.role === 'owner') return <>{t('ownedByYou')}</>
  const right = { edit: t('mayEdit'), contribute: t('mayContribute'), view: t('mayView') }[board.role]
  return (
    <>
      {t('ownedBy', { name: board.owner.name })} · {right}
    </>
  )
}

/** When and by whom, in words. */
function BoardEdited({ board }: { board: BoardSummary }) {
  const { t } = useTranslation('boards')
  const me = useMe()
  const when = useMoment()(board.editedAt)
  const words =
    board.editedBy === null || isUntouched(board)
      ? t('created', { when })
      : board.editedBy.id === me.id
        ? t('editedByYou', { when })
        : t('editedBy', { when, who: board.editedBy.name })
  return <Time iso={board.editedAt}>{words}</Time>
}

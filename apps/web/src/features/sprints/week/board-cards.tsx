import type { AgendaDay } from '@samtavle/shared/agenda'
import type { Sprint, SprintBoard } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api-client.ts'
import { AvatarRow } from '../../../ui/avatar.tsx'
import { PhaseSign } from '../../../ui/phase-sign.tsx'
import { Thumbnail } from '../../../ui/thumbnail.tsx'
import { useShownTheme } from '../../../ui/use-theme.ts'
import { usePhaseWords } from '../../../use-phase-words.ts'
import styles from './board-cards.module.css'
import { PHASE_SIGNS } from './phase-signs.ts'
import { namedDay, useDayNames } from './use-day-names.ts'

type BoardMenu = (board: SprintBoard) => ReactNode
type DayBoardsProps = { sprint: Sprint; day: AgendaDay; boardMenu: BoardMenu }

/** The boards of one day with their pictures: those its blocks use, in that order, then those that lie on it. */
export function DayBoards({ sprint, day, boardMenu }: DayBoardsProps) {
  const { t } = useTranslation('week')
  const used = new Set(day.blocks.flatMap((block) => block.boards))
  const boards = [
    ...[...used].flatMap((key) => sprint.boards.find((board) => board.key === key) ?? []),
    ...sprint.boards.filter((board) => board.day === day.key && !used.has(board.key)),
  ]
  if (boards.length === 0) return null
  return (
    <section aria-labelledby="day-boards" className={styles.section}>
      <h3 id="day-boards" className={styles.heading}>
        {t('dayBoards')}
      </h3>
      <ul className={styles.cards}>
        {boards.map((board) => (
          <BoardCard key={board.id} board={board} menu={boardMenu(board)} />
        ))}
      </ul>
    </section>
  )
}

function BoardCard({ board, menu }: { board: SprintBoard; menu: ReactNode }) {
  const { t } = useTranslation('sprints')
  const theme = useShownTheme()
  const phaseWords = usePhaseWords()
  return (
    <li className={styles.card}>
      <Thumbnail src={api.boardPreview(board.id, theme)} shape="card" />
      <div className={styles.under}>
        <div className={styles.words}>
          <h4 className={styles.title}>
            <Link to="/boards/$boardId" params={{ boardId: board.id }} className={styles.link}>
              {board.title}
            </Link>
          </h4>
          <p className={styles.meta}>
            {board.phase !== null && <PhaseSign phase={PHASE_SIGNS[board.phase]} size={12} />}
            {board.phase !== null && phaseWords(board.phase)}
            {board.sensitivity !== 'open' && <span>{t(`sensitivity_${board.sensitivity}`)}</span>}
          </p>
          {board.here.length > 0 && <HereOnBoard board={board} />}
        </div>
        {menu}
      </div>
    </li>
  )
}

function HereOnBoard({ board }: { board: SprintBoard }) {
  const { t } = useTranslation('week')
  return (
    <p className={styles.here}>
      <AvatarRow people={board.here} label={board.here.map(({ name }) => name).join(', ')} />
      <span>{t('hereNow', { count: board.here.length })}</span>
    </p>
  )
}

/** Every board of a sprint, day by day. */
export function AllBoards({ sprint, boardMenu }: { sprint: Sprint; boardMenu: BoardMenu }) {
  const { t } = useTranslation('week')
  const { days } = sprint.agenda
  const names = useDayNames(days)
  const known = new Set(days.map(({ key }) => key))
  const groups = days.map((day, i) => ({
    key: day.key,
    name: namedDay(names[i]),
    boards: sprint.boards.filter((board) => board.day === day.key || (i === 0 && !known.has(board.day))),
  }))
  return (
    <section aria-labelledby="all-boards" className={styles.all}>
      <h2 id="all-boards" className={styles.head}>
        {t('allBoards')}
      </h2>
      {sprint.boards.length === 0 && <p className={styles.none}>{t('noBoards')}</p>}
      <div className={styles.groups}>
        {groups
          .filter(({ boards }) => boards.length > 0)
          .map((group) => (
            <section key={group.key} aria-labelledby={`boards-${group.key}`}>
              <h3 id={`boards-${group.key}`} className={styles.groupName}>
                {group.name}
              </h3>
              <ul className={styles.list}>
                {group.boards.map((board) => (
                  <BoardLine key={board.id} board={board} menu={boardMenu(board)} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </section>
  )
}

function BoardLine({ board, menu }: { board: SprintBoard; menu: ReactNode }) {
  const { t } = useTranslation('sprints')
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <Link to="/boards/$boardId" params={{ boardId: board.id }} className={styles.lineLink}>
          {board.title}
        </Link>
        {board.sensitivity !== 'open' && <p className={styles.meta}>{t(`sensitivity_${board.sensitivity}`)}</p>}
        {board.here.length > 0 && <HereOnBoard board={board} />}
      </div>
      {menu}
    </li>
  )
}

import type { AgendaBlock, AgendaDay } from '@samtavle/shared/agenda'
import { placedBlocks } from '@samtavle/shared/agenda-times'
import type { Sprint, SprintBoard } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AvatarRow } from '../../../ui/avatar.tsx'
import { ButtonLook } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { boardAddress } from '../board-address.ts'
import styles from './agenda-list.module.css'
import { BlockTime } from './block-time.tsx'
import { peopleHere } from './people-here.ts'
import type { SprintClock } from './use-sprint-clock.ts'

type AgendaListProps = { sprint: Sprint; day: AgendaDay; clock: SprintClock; isToday: boolean }

/** What is done when. Of a phase of weeks: what is to be done, without the clock. */
export function AgendaList({ sprint, day, clock, isToday }: AgendaListProps) {
  const { t } = useTranslation('week')
  const hasClock = day.lastDate === null
  const placed = placedBlocks(day)
  const end = placed.at(-1)?.end
  return (
    <ol className={classNames(styles.list, !hasClock && styles.noClock)} aria-label={t('agenda')}>
      {(hasClock ? placed : day.blocks.map((block) => ({ block, start: undefined }))).map(({ block, start }) => (
        <BlockRow
          key={block.id}
          sprint={sprint}
          block={block}
          start={start}
          minutesLeft={isToday && clock.running?.block === block.id ? clock.running.minutesLeft : undefined}
        />
      ))}
      {hasClock && end !== undefined && (
        <li className={classNames(styles.row, styles.low)}>
          <BlockTime minute={end} />
          <span className={styles.mark} aria-hidden />
          <span className={styles.words}>{t('dayEnds')}</span>
        </li>
      )}
    </ol>
  )
}

type BlockRowProps = {
  sprint: Sprint
  block: AgendaBlock
  start: number | undefined
  /** Of the block that the team is at. */
  minutesLeft: number | undefined
}

function BlockRow({ sprint, block, start, minutesLeft }: BlockRowProps) {
  const { t } = useTranslation('week')
  const isNow = minutesLeft !== undefined
  const isBreak = block.kind === 'break' || block.kind === 'lunch'
  const boards = block.boards.flatMap((key) => sprint.boards.find((board) => board.key === key) ?? [])
  const here = peopleHere(boards)
  return (
    <li
      className={classNames(styles.row, isBreak && styles.low, isNow && styles.now)}
      aria-current={isNow ? 'step' : undefined}
    >
      {start !== undefined && <BlockTime minute={start} />}
      <span className={styles.mark} aria-hidden />
      <div className={styles.words}>
        {isBreak ? (
          <span className={styles.title}>{block.title}</span>
        ) : (
          <h3 className={styles.title}>{block.title}</h3>
        )}
        {block.note !== '' && <p className={styles.note}>{block.note}</p>}
        {boards.length > 1 && <BoardLinks block={block} boards={boards} />}
        {here.length > 0 && (
          <p className={styles.here}>
            <AvatarRow people={here} label={here.map(({ name }) => name).join(', ')} />
            <span>{t('hereNow', { count: here.length })}</span>
          </p>
        )}
      </div>
      <div className={styles.end}>
        {isNow && <p className={styles.left}>{leftWords(t, minutesLeft)}</p>}
        <OpenBoard sprint={sprint} block={block} boards={boards} isNow={isNow} />
      </div>
    </li>
  )
}

type Words = ReturnType<typeof useTranslation<'week'>>['t']
const leftWords = (t: Words, minutes: number) =>
  minutes >= 0 ? t('minutesLeft', { count: minutes }) : t('minutesOver', { count: -minutes })

function BoardLinks({ block, boards }: { block: AgendaBlock; boards: readonly SprintBoard[] }) {
  return (
    <p className={styles.boards}>
      {boards.map((board) => (
        <Link key={board.id} {...boardAddress(board.id, board.key === block.boards[0] ? block : {})}>
          {board.title}
        </Link>
      ))}
    </p>
  )
}

/** The board of the process log; the log itself has a page of its own. */
const isLog = (key: string): boolean => key.split('-')[0] === 'T22'

type OpenBoardProps = { sprint: Sprint; block: AgendaBlock; boards: readonly SprintBoard[]; isNow: boolean }

/** The one thing to press: the block's first board; at the wrap-up the log. */
function OpenBoard({ sprint, block, boards, isNow }: OpenBoardProps) {
  const { t } = useTranslation('week')
  const variant = isNow ? 'primary' : 'outline'
  if (block.kind === 'wrap-up' && block.boards.some(isLog)) {
    return (
      <ButtonLook variant={variant} size="sm">
        <Link to="/sprints/$sprintId/log" params={{ sprintId: sprint.id }}>
          {t('log')}
        </Link>
      </ButtonLook>
    )
  }
  const [board] = boards
  // Several boards are links by their names; only at the block that runs one of them leads.
  if (board === undefined || (boards.length > 1 && !isNow)) return null
  return (
    <ButtonLook variant={variant} size="sm">
      <Link {...boardAddress(board.id, board.key === block.boards[0] ? block : {})}>
        {t('openBoard')}
        <span className="visually-hidden">: {board.title}</span>
      </Link>
    </ButtonLook>
  )
}

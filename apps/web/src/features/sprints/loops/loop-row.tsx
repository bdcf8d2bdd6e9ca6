import type { LearningLoop, LoopRound } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { Time } from '../../../ui/time.tsx'
import { today } from '../today.ts'
import { HeldRounds } from './held-rounds.tsx'
import { LoopActions } from './loop-actions.tsx'
import { boardOfLoops } from './loop-board.ts'
import type { AskAbout } from './loop-dialogs.tsx'
import styles from './loops.module.css'
import { capital, useLoopWords } from './use-loop-words.ts'

type LoopRowProps = {
  sprint: Pick<Sprint, 'id' | 'boards'>
  loop: LearningLoop
  /** Absent for whom may do nothing with it. */
  onAsk: AskAbout | undefined
  /** May one plan it, too, and not only write its rounds down and move them? */
  mayPlan?: boolean
  level?: 'h2' | 'h3'
}

/** One learning loop: its question, who owns it, its pace, the round that is to come, and those that were held. */
export function LoopRow({ sprint, loop, onAsk, mayPlan = true, level: Heading = 'h3' }: LoopRowProps) {
  const { t } = useTranslation(['loops', 'received'])
  const words = useLoopWords()
  const { question, owner, everyWeeks, rounds, from, endedAt } = loop
  const next = rounds.find(({ heldAt }) => heldAt === null)
  const held = rounds.filter(({ heldAt }) => heldAt !== null)
  return (
    <li className={styles.loop}>
      <div className={styles.what}>
        <Heading className={styles.question}>{question}</Heading>
        <p className={styles.meta}>
          {t('ownerIs', { name: owner.name })}
          {owner.receives && ` (${t('received:receiver')})`} · {capital(words.pace(everyWeeks))}
        </p>
        {from !== null && (
          <p className={styles.meta}>
            {t('cameFrom')}{' '}
            <Link to="/sprints/$sprintId" params={{ sprintId: from.sprintId }}>
              {from.title}
            </Link>
          </p>
        )}
        <OwnBoard sprint={sprint} boardId={loop.boardId} />
        {held.length > 0 && <HeldRounds rounds={held} />}
      </div>
      <div className={styles.when}>
        {endedAt === null ? (
          <NextRound round={next} mayPlan={onAsk !== undefined} />
        ) : (
          <Ended loop={loop} at={endedAt} />
        )}
        {onAsk && <LoopActions sprintId={sprint.id} loop={loop} next={next} onAsk={onAsk} mayPlan={mayPlan} />}
      </div>
    </li>
  )
}

/** The board of its rounds, where that is another one than the sprint's, which is named below all loops. */
function OwnBoard({ sprint, boardId }: { sprint: Pick<Sprint, 'boards'>; boardId: string | null }) {
  const { t } = useTranslation('loops')
  const board = sprint.boards.find(({ id }) => id === boardId)
  if (board === undefined || board.id === boardOfLoops(sprint)?.id) return null
  return (
    <p className={styles.meta}>
      <Link to="/boards/$boardId" params={{ boardId: board.id }}>
        {t('toBoardNamed', { board: board.title })}
      </Link>
    </p>
  )
}

/** A round whose day has passed is no fault: it is to be written down, or moved. */
function NextRound({ round, mayPlan }: { round: LoopRound | undefined; mayPlan: boolean }) {
  const { t } = useTranslation('loops')
  const words = useLoopWords()
  if (round === undefined) return <p className={styles.meta}>{t('noNext')}</p>
  const { number, date, atMinute, minutes } = round
  return (
    <>
      <p className={styles.meta}>
        {t('next')} · {t('roundNumber', { number })}
      </p>
      <p className={styles.next}>
        <Time iso={date}>{capital(words.when(date, atMinute))}</Time>
      </p>
      <p className={styles.meta}>{t('minutes', { count: minutes })}</p>
      {date < today() && <p className={styles.meta}>{mayPlan ? t('wasPlanned') : t('wasPlannedReader')}</p>}
    </>
  )
}

function Ended({ loop, at }: { loop: LearningLoop; at: string }) {
  const { t } = useTranslation('loops')
  const moment = useMoment()
  const { into, endedWhy } = loop
  return (
    <>
      <p className={styles.meta}>{t('endedOn', { when: moment(at) })}</p>
      {into === null ? (
        <p className={styles.why}>{endedWhy}</p>
      ) : (
        <p className={styles.why}>
          {t('goesOnIn')}{' '}
          <Link to="/sprints/$sprintId" params={{ sprintId: into.sprintId }}>
            {into.title}
          </Link>
        </p>
      )}
    </>
  )
}

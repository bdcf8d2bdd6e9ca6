import { type PlacedBlock, placedBlocks, wallTimeOf } from '@samtavle/shared/agenda-times'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../i18n/date-words.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { sprintQuery } from '../../queries.ts'
import { classNames } from '../../ui/class-names.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './today-panel.module.css'
import { sprintClock, useNow } from './week/use-sprint-clock.ts'

/** What is on now, and what comes after it. */
const SHOWN = 4

/** The rest of a sprint's day: what is on now, how long yet, and the next of the plan. Nothing when the day is over. */
export function TodayPanel({ sprintId }: { sprintId: string }) {
  const sprint = useQuery(sprintQuery(sprintId))
  const now = useNow()
  if (sprint.data === undefined) return null
  return <RestOfDay sprint={sprint.data} now={now} />
}

function RestOfDay({ sprint, now }: { sprint: Sprint; now: Date }) {
  const { t } = useTranslation('sprints')
  const { where, running } = sprintClock(sprint, now)
  if (where?.when !== 'day' || where.day.lastDate !== null) return null
  const { minute } = wallTimeOf(now)
  const placed = placedBlocks(where.day)
  const at = placed.findIndex(({ block, end }) => (running === null ? end > minute : block.id === running.block))
  if (at === -1) return null
  return (
    <section className={styles.panel} aria-labelledby="today-panel">
      <div className={styles.head}>
        <h2 id="today-panel" className={styles.title}>
          {running === null ? t('next') : t('rightNow')}
        </h2>
        <ClockTime minute={minute} />
      </div>
      <ol>
        {placed.slice(at, at + SHOWN).map((one) => (
          <BlockRow
            key={one.block.id}
            placed={one}
            boards={boardNames(sprint, one.block.boards)}
            minutesLeft={running?.block === one.block.id ? running.minutesLeft : null}
          />
        ))}
      </ol>
    </section>
  )
}

/** A minute of the day as the clock on the wall says it. */
function ClockTime({ minute }: { minute: number }) {
  const { i18n } = useTranslation()
  const iso = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return <Time iso={iso}>{minuteWords(minute, shownLocale(i18n.language))}</Time>
}

const boardNames = ({ boards }: Sprint, keys: readonly string[]): string =>
  boards
    .filter(({ key }) => keys.includes(key))
    .map(({ title }) => title)
    .join(', ')

type BlockRowProps = { placed: PlacedBlock; boards: string; minutesLeft: number | null }

function BlockRow({ placed: { block, start }, boards, minutesLeft }: BlockRowProps) {
  const { t } = useTranslation(['sprints', 'week'])
  const left =
    minutesLeft === null
      ? ''
      : minutesLeft >= 0
        ? t('week:minutesLeft', { count: minutesLeft })
        : t('week:minutesOver', { count: -minutesLeft })
  const below = [boards === '' ? block.note : boards, left].filter((words) => words !== '').join(' · ')
  return (
    <li className={classNames(styles.block, minutesLeft !== null && styles.now)}>
      <span className={styles.time}>
        <ClockTime minute={start} />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{block.title}</p>
        {below !== '' && <p className={styles.below}>{below}</p>}
        {minutesLeft !== null && (
          <ProgressBar
            label={block.title}
            share={Math.min(1, Math.max(0, 1 - minutesLeft / block.minutes))}
            words={left}
          />
        )}
      </div>
    </li>
  )
}

import type { Phase } from '@samtavle/shared/agenda'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { Tabs } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../ui/class-names.ts'
import { PhaseSign } from '../../../ui/phase-sign.tsx'
import { usePhaseWords } from '../../../use-phase-words.ts'
import styles from './day-strip.module.css'
import { PHASE_SIGNS } from './phase-signs.ts'
import { phaseStarts } from './phase-starts.ts'
import { dayState } from './shown-day.ts'
import { useDayNames } from './use-day-names.ts'

type DayStripProps = { sprint: Sprint; today: string }

/** One line through the days of a sprint with the phases above it; the chosen day hangs from it as a tab. */
export function DayStrip({ sprint, today }: DayStripProps) {
  const { t } = useTranslation('week')
  const phaseWords = usePhaseWords()
  const { days } = sprint.agenda
  const names = useDayNames(days)
  // What is prepared or lies still takes less room than what is worked through together.
  const widths = days.map((day) => (day.lastDate !== null && days.some(({ lastDate }) => lastDate === null) ? 0.62 : 1))
  const column = (width: number) => `minmax(0, ${width}fr)`
  return (
    <div className={classNames(styles.strip, days.length > 5 && styles.many)}>
      <div
        className={styles.phases}
        style={{ gridTemplateColumns: widths.flatMap((width) => [column(width / 2), column(width / 2)]).join(' ') }}
      >
        {phaseStarts(days, phaseWords).map(({ phase, day, isMidway }) => (
          <span key={phase} className={styles.phase} style={{ gridColumnStart: 2 * day + (isMidway ? 2 : 1) }}>
            <PhaseSign phase={PHASE_SIGNS[phase]} size={14} />
            {phaseWords(phase)}
          </span>
        ))}
      </div>
      <Tabs.List
        className={styles.days}
        aria-label={t('days')}
        style={{ '--columns': widths.map(column).join(' ') } as React.CSSProperties}
      >
        {days.map((day, i) => {
          const state = dayState(day, today)
          const name = names[i]
          return (
            <Tabs.Trigger
              key={day.key}
              value={day.key}
              className={classNames(styles.day, styles[state], day.lastDate !== null && !day.quiet && styles.span)}
            >
              <span className={styles.dot} aria-hidden />
              <span className={styles.head}>
                <span className={styles.name}>{name?.name}</span>
                <span className={styles.short} aria-hidden>
                  {name?.short}
                </span>{' '}
                <span className={styles.date}>
                  <span className={styles.dates}>{name?.date}</span>
                  {state === 'today' && <span className={styles.todayWord}> · {t('today')}</span>}
                </span>
              </span>
              {name?.subtitle !== '' && <span className={styles.title}>{name?.subtitle}</span>}
            </Tabs.Trigger>
          )
        })}
      </Tabs.List>
    </div>
  )
}

/** The phases of a day, in words: »Forstå → Skab«. */
export function PhasesOfDay({ phases }: { phases: readonly Phase[] }) {
  const phaseWords = usePhaseWords()
  return <>{[...new Set(phases.map(phaseWords))].join(' → ')}</>
}

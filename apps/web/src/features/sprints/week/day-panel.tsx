import type { AgendaDay } from '@samtavle/shared/agenda'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { Info, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { AgendaList } from './agenda-list.tsx'
import { DayBoards } from './board-cards.tsx'
import { wholeDate } from './day-names.ts'
import styles from './day-panel.module.css'
import { PhasesOfDay } from './day-strip.tsx'
import { NowBar } from './now-bar.tsx'
import type { SprintClock } from './use-sprint-clock.ts'
import { useWhereWords } from './use-where-words.ts'

type DayPanelProps = {
  sprint: Sprint
  day: AgendaDay
  clock: SprintClock
  /** Begins to change the plan; absent for those who may not. */
  onEdit: (() => void) | undefined
  /** What one may do to a board of the sprint. */
  boardMenu: (board: Sprint['boards'][number]) => ReactNode
}

/** One day of a sprint: what it is for, what is done when and on which boards, what goes on, what the manager sees. */
export function DayPanel({ sprint, day, clock, onEdit, boardMenu }: DayPanelProps) {
  const { t } = useTranslation('week')
  const where = useWhereWords(sprint, clock)
  const isToday = clock.where?.when === 'day' && clock.where.day.key === day.key
  return (
    <>
      <DayHead day={day} />
      {where !== null && (clock.where?.day.key === day.key || !isToday) && <p className={styles.where}>{where}</p>}
      {day.quiet && <p className={styles.quiet}>{t('quietText')}</p>}
      {isToday && <NowBar sprint={sprint} day={day} clock={clock} />}
      {day.blocks.length > 0 && <AgendaList sprint={sprint} day={day} clock={clock} isToday={isToday} />}
      {day.blocks.length === 0 && !day.quiet && <p className={styles.quiet}>{t('noBlocks')}</p>}
      <PlanHint sprint={sprint} onEdit={onEdit} />
      <Onwards day={day} />
      <DayBoards sprint={sprint} day={day} boardMenu={boardMenu} />
    </>
  )
}

/** Date and phases, and in the largest words below the sprint's name what the day is for. */
export function DayHead({ day }: { day: AgendaDay }) {
  const { i18n } = useTranslation('week')
  const words = day.goal === '' ? day.title : day.goal
  return (
    <div className={styles.head}>
      <p className={styles.meta}>
        {wholeDate(day, shownLocale(i18n.language))}
        {day.phases.length > 0 && (
          <>
            {' · '}
            <PhasesOfDay phases={day.phases} />
          </>
        )}
      </p>
      <h2 id="day-heading" className={styles.goal}>
        {words}
      </h2>
    </div>
  )
}

function PlanHint({ sprint, onEdit }: { sprint: Sprint; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation('week')
  if (onEdit !== undefined) {
    return (
      <div className={styles.hint}>
        <Button variant="quiet" size="sm" icon={<PencilLine size={16} aria-hidden />} onClick={onEdit}>
          {t('changePlan')}
        </Button>
      </div>
    )
  }
  if (!sprint.may.writeLog) return null
  return (
    <p className={styles.hint}>
      <Info size={18} aria-hidden />
      <span>{t('onlyFacilitator')}</span>
    </p>
  )
}

/** What goes on to the next day, and what the manager will see. */
function Onwards({ day }: { day: AgendaDay }) {
  const { t } = useTranslation('week')
  const { handsOver, managerSees } = day
  if (handsOver.length === 0 && managerSees === null) return null
  return (
    <div className={styles.onwards}>
      {managerSees !== null && (
        <section aria-labelledby="manager-sees">
          <h3 id="manager-sees" className={styles.sub}>
            {t('managerSees')}
          </h3>
          <p className={styles.snapshot}>{managerSees.title}</p>
          <ul className={styles.items}>
            {managerSees.items.map((item, i) => (
              <li key={i}>{item}</li>
            ))}
          </ul>
        </section>
      )}
      {handsOver.length > 0 && (
        <section aria-labelledby="hands-over">
          <h3 id="hands-over" className={styles.sub}>
            {t('handsOver')}
          </h3>
          <ul className={styles.items}>
            {handsOver.map((line, i) => (
              <li key={i}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

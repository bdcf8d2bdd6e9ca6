import { addDays, mondayOf } from '@samtavle/shared/iso-dates'
import { useQueries } from '@tanstack/react-query'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { programmeStartQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { shownCollisions } from './collision-words.ts'
import { StartCheck } from './start-check.tsx'
import { today } from './today.ts'
import { TypedDay } from './typed-day.tsx'
import { useDayWords } from './use-day-words.ts'
import styles from './week-chooser.module.css'

const WEEKS = 6
const WORKING_DAYS = 5

type WeekChooserProps = {
  programme: { id: string; startsOnMonday: boolean }
  /** The day that counts; a Monday where the programme starts on Mondays. */
  date: string
  onChange: (date: string) => void
}

/** When a sprint starts: by typing a week or a day, or from a list of weeks; and what the calendar says to that. */
export function WeekChooser({ programme, date, onChange }: WeekChooserProps) {
  const { t } = useTranslation('sprints')
  const words = useDayWords()
  const monday = mondayOf(date)
  const [first, setFirst] = useState(monday)
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(first, 7 * index))
  const answers = useWeekAnswers(programme, weeks)
  const take = (next: string) => {
    const start = mondayOf(next)
    if (!weeks.includes(start)) setFirst(start)
    onChange(programme.startsOnMonday ? start : next)
  }
  // The button that takes another week is gone once it is taken; the week that it took has the focus then.
  const [taken, setTaken] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (taken > 0) list.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
  }, [taken])
  const past = mondayOf(today()) > monday
  return (
    <div className={styles.chooser}>
      <TypedDay onDay={take} />
      <div ref={list} className={styles.weeks}>
        <ChoiceCards
          label={t('chooseWeek')}
          value={monday}
          onChange={onChange}
          options={weeks.map((week, index) => {
            const { until = week, mark } = answers[index] ?? {}
            return {
              value: week,
              label: words.weekSpan(week, programme.startsOnMonday ? until : addDays(week, WORKING_DAYS - 1)),
              ...(mark === undefined ? {} : { hint: mark }),
            }
          })}
        />
        <div className={styles.turn}>
          <Button
            size="sm"
            icon={<ChevronUp size={16} aria-hidden />}
            onClick={() => setFirst(addDays(first, -7 * WEEKS))}
          >
            {t('earlier')}
          </Button>
          <Button
            size="sm"
            icon={<ChevronDown size={16} aria-hidden />}
            onClick={() => setFirst(addDays(first, 7 * WEEKS))}
          >
            {t('later')}
          </Button>
        </div>
      </div>
      {!programme.startsOnMonday && <DayOfWeek date={date} onChange={onChange} />}
      <div aria-live="polite">
        <StartCheck
          programme={programme}
          date={date}
          onTake={(next) => {
            take(next)
            setTaken((times) => times + 1)
          }}
        />
        {past && <p className={styles.verdict}>{t('past')}</p>}
      </div>
    </div>
  )
}

/** The five days that people work, of the week that is chosen. */
function DayOfWeek({ date, onChange }: { date: string; onChange: (date: string) => void }) {
  const { t } = useTranslation('sprints')
  const words = useDayWords()
  const days = Array.from({ length: WORKING_DAYS }, (_, index) => addDays(mondayOf(date), index))
  return (
    <div className={styles.days}>
      <p className={styles.label}>{t('chooseDay')}</p>
      <Segmented
        label={t('chooseDay')}
        value={date}
        onChange={onChange}
        options={days.map((value) => ({ value, label: words.shortDay(value) }))}
      />
    </div>
  )
}

/** Until when a start in each week lasts, and what the calendar says to it in a word; nothing until it is known. */
function useWeekAnswers(
  programme: WeekChooserProps['programme'],
  weeks: readonly string[],
): { until?: string; mark?: string }[] {
  const { t, i18n } = useTranslation('sprints')
  const locale = shownLocale(i18n.language)
  return useQueries({
    queries: weeks.map((week) => ({ ...programmeStartQuery(programme.id, week), enabled: programme.startsOnMonday })),
    combine: (answers) =>
      answers.map(({ data }) => {
        if (data === undefined || !programme.startsOnMonday) return {}
        const first = shownCollisions(data.collisions, locale).find(({ elsewhere }) => !elsewhere)
        const mark = first === undefined ? {} : { mark: `${first.name[locale]} · ${t(`mark_${first.kind}`)}` }
        return { until: data.until, ...mark }
      }),
  })
}

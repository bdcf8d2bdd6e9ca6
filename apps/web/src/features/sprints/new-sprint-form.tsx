import { addDays, mondayOf } from '@samtavle/shared/iso-dates'
import type { ProgrammeSummary } from '@samtavle/shared/sprint-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { programmeStartQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/field.tsx'
import { FollowsField } from './follow/follows-field.tsx'
import { useFollowedSprint } from './follow/use-followed-sprint.ts'
import styles from './new-sprint-form.module.css'
import { NewSprintStep } from './new-sprint-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { ProgrammeChoice } from './programme-choice.tsx'
import { faultsOf, NOBODY, type SprintFault, sprintRequest, startOf } from './sprint-draft.ts'
import { SprintSummary } from './sprint-summary.tsx'
import { TaskFields } from './task-fields.tsx'
import { today } from './today.ts'
import { useDayWords } from './use-day-words.ts'
import { useSprintDraft } from './use-sprint-draft.ts'
import { WeekChooser } from './week-chooser.tsx'

/** Two weeks of light preparation go before a sprint (domain guide, 5.1). */
const PREPARATION_DAYS = 14

type NewSprintFormProps = {
  programmes: readonly [ProgrammeSummary, ...ProgrammeSummary[]]
  /** The earlier sprint that one comes from. */
  follows: string | undefined
}

/** The questions, the summary beside them, and making the sprint. */
export function NewSprintForm({ programmes, follows }: NewSprintFormProps) {
  const { t } = useTranslation('sprints')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const words = useDayWords()
  const { draft, change, forget, clear, restored } = useSprintDraft(follows)
  const followed = useFollowedSprint(draft, change)
  const { older } = followed
  const settled = { ...draft, commissioner: draft.commissioner ?? older?.commissioner ?? NOBODY }
  const [tried, setTried] = useState(0)
  const steps = useRef<HTMLDivElement>(null)
  const programme = programmes.find(({ id }) => id === (draft.programmeId ?? older?.programmeId)) ?? programmes[0]
  const date = startOf(draft.date ?? mondayOf(addDays(today(), PREPARATION_DAYS + 6)), programme)
  const start = useQuery(programmeStartQuery(programme.id, date))
  const lacking = tried > 0 ? faultsOf(settled, older) : new Set<SprintFault>()
  const create = useMutation({
    mutationFn: () =>
      api.createSprint(
        sprintRequest(settled, { programmeId: programme.id, startDate: date, loops: followed.loops.ids }),
      ),
    // A learning loop may have ended since they were read: what is offered then is how it is now.
    onError: () => queryClient.invalidateQueries({ queryKey: ['sprints', draft.follows, 'loops'] }),
    onSuccess: async ({ id }) => {
      forget()
      void queryClient.invalidateQueries({ queryKey: ['sprints'] })
      void queryClient.invalidateQueries({ queryKey: ['boards'] })
      void queryClient.invalidateQueries({ queryKey: ['reminders'] })
      await navigate({ to: '/sprints/$sprintId', params: { sprintId: id } })
    },
  })
  const submit = () => {
    if (create.isPending) return
    if (faultsOf(settled, older).size === 0 && !followed.isPending) create.mutate()
    else setTried((times) => times + 1)
  }
  // Every try without something leads to the first field that lacks it.
  useEffect(() => {
    if (tried > 0) steps.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried])
  const startOver = () => {
    clear()
    setTried(0)
    create.reset()
    steps.current?.querySelector('input')?.focus()
  }
  return (
    <div className={styles.columns}>
      <div ref={steps} className={styles.steps}>
        {restored && (
          <p className={styles.kept}>
            {t('kept')}{' '}
            <Button variant="quiet" size="sm" onClick={startOver}>
              {t('startOver')}
            </Button>
          </p>
        )}
        <NewSprintStep number={1} title={t('stepTask')}>
          <TaskFields value={draft} onChange={change} faults={lacking} />
          <FollowsField followed={followed} programmes={programmes} />
        </NewSprintStep>
        <NewSprintStep number={2} title={t('stepProgramme')}>
          <ProgrammeChoice
            programmes={programmes}
            value={programme}
            onChange={(programmeId) => change({ programmeId })}
          />
          <div className={styles.pair}>
            <Select
              label={t('language')}
              value={draft.locale}
              onChange={(next) => change({ locale: shownLocale(next) })}
              options={LANGUAGES}
            />
          </div>
          <Checkbox
            label={t('examples')}
            hint={t('examplesHint')}
            checked={draft.examples}
            onChange={(examples) => change({ examples })}
          />
        </NewSprintStep>
        <NewSprintStep number={3} title={t('stepWeek')}>
          <WeekChooser
            key={`${programme.id} ${restored}`}
            programme={programme}
            date={date}
            onChange={(next) => change({ date: next })}
          />
        </NewSprintStep>
        <NewSprintStep number={4} title={t('stepPeople')}>
          <PeopleStep draft={settled} onChange={change} faults={lacking} />
        </NewSprintStep>
      </div>
      <SprintSummary
        programme={programme}
        when={words.weekSpan(date, start.data?.until ?? date)}
        teamSize={draft.team.length + 1}
        follows={older && { title: older.title, loops: followed.loops.ids.length }}
        faults={[...lacking]}
        busy={create.isPending}
        failure={create.error}
        onCreate={submit}
      />
    </div>
  )
}

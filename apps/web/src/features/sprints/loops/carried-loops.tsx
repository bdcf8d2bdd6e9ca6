import type { LearningLoop } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Skeleton } from '../../../ui/spinner.tsx'
import styles from './loops.module.css'
import { loopsQuery } from './loops-client.ts'
import { isOver } from './loops-section.tsx'
import { useLoopWords } from './use-loop-words.ts'

/** What was said about single loops, by id. */
type Choices = Readonly<Record<string, boolean>>

/**
 * Which learning loops go on in a sprint that is being made from this one: all open ones when this one is over, none
 * while it runs, until somebody chooses. Null for one that is made from none.
 */
export function useCarriedLoops(
  sprint: Pick<Sprint, 'id' | 'status'> | null,
  [changed, onChange]: readonly [Choices, (changed: Choices) => void],
) {
  const loops = useQuery({ ...loopsQuery(sprint?.id ?? ''), enabled: sprint !== null })
  const open = loops.data?.mayPlan ? loops.data.loops.filter(({ endedAt }) => endedAt === null) : []
  const isChosen = ({ id }: LearningLoop) => changed[id] ?? (sprint !== null && isOver(sprint))
  return {
    open,
    isPending: loops.isPending,
    isError: loops.isError && loops.data === undefined,
    isChosen,
    mayPlan: loops.data?.mayPlan ?? false,
    choose: (id: string, chosen: boolean) => onChange({ ...changed, [id]: chosen }),
    ids: open.filter(isChosen).map(({ id }) => id),
  }
}

type CarriedLoopsFieldProps = { sprint: Pick<Sprint, 'title'>; carried: ReturnType<typeof useCarriedLoops> }

/** The open learning loops of a sprint, to be ticked; nothing where there are none. */
export function CarriedLoopsField({ sprint, carried }: CarriedLoopsFieldProps) {
  const { t } = useTranslation('loops')
  if (carried.isPending) return <Skeleton rows={1} />
  if (carried.isError) return <p className={styles.note}>{t('carryFailed')}</p>
  if (carried.open.length === 0) return null
  return (
    <fieldset className={styles.carry} aria-describedby="carry-hint">
      <legend className={styles.strong}>{t('carry')}</legend>
      <p id="carry-hint" className={styles.note}>
        {t('carryHint', { title: sprint.title })}
      </p>
      {carried.open.map((loop) => (
        <CarriedLoop
          key={loop.id}
          loop={loop}
          chosen={carried.isChosen(loop)}
          onChange={(chosen) => carried.choose(loop.id, chosen)}
        />
      ))}
    </fieldset>
  )
}

type CarriedLoopProps = { loop: LearningLoop; chosen: boolean; onChange: (chosen: boolean) => void }

function CarriedLoop({ loop, chosen, onChange }: CarriedLoopProps) {
  const { t } = useTranslation('loops')
  const words = useLoopWords()
  const { question, owner, everyWeeks, rounds } = loop
  const next = rounds.find(({ heldAt }) => heldAt === null)
  const about = { owner: owner.name, pace: words.pace(everyWeeks) }
  const hint = next === undefined ? t('carryNoRound', about) : t('carryOne', { ...about, day: words.day(next.date) })
  return <Checkbox label={question} hint={hint} checked={chosen} onChange={onChange} />
}

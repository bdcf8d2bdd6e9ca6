import type { LearningLoop } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Skeleton } from '../../../ui/spinner.tsx'
import styles from './loops.module.css'
import { loopsQuery } from './loops-client.ts'
import { isOver } from './loops-section.tsx'
import { useLoopWords } from './use-loop-words.ts'

/**
 * Which learning loops go on in a sprint that is being made from this one: all open ones when this one is over, none
 * while it runs, until somebody chooses.
 */
export function useCarriedLoops(sprint: Sprint) {
  const loops = useQuery(loopsQuery(sprint.id))
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const open = loops.data?.mayPlan ? loops.data.loops.filter(({ endedAt }) => endedAt === null) : []
  const isChosen = ({ id }: LearningLoop) => changed.get(id) ?? isOver(sprint)
  return {
    open,
    isPending: loops.isPending,
    isError: loops.isError && loops.data === undefined,
    isChosen,
    choose: (id: string, chosen: boolean) => setChanged(new Map(changed).set(id, chosen)),
    ids: open.filter(isChosen).map(({ id }) => id),
  }
}

type CarriedLoopsFieldProps = { sprint: Sprint; carried: ReturnType<typeof useCarriedLoops> }

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

import type { ProgrammeSummary } from '@samtavle/shared/sprint-api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sprintsQuery } from '../../../queries.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useDayWords } from '../use-day-words.ts'
import { FollowedPanel } from './followed-panel.tsx'
import styles from './follows-field.module.css'
import type { FollowedSprint } from './use-followed-sprint.ts'

const SHOWN = 8

type FollowsFieldProps = { followed: FollowedSprint; programmes: readonly ProgrammeSummary[] }

/** Finds the earlier sprint that the new one follows, and then shows what comes along; nothing for whom is in none. */
export function FollowsField({ followed, programmes }: FollowsFieldProps) {
  const { t } = useTranslation('follow')
  const words = useDayWords()
  const sprints = useQuery(sprintsQuery)
  const [query, setQuery] = useState('')
  const field = useRef<HTMLDivElement>(null)
  if (followed.follows !== null) {
    const remove = () => {
      followed.choose(null)
      setQuery('')
      // The button is gone with the panel; the field takes its place.
      requestAnimationFrame(() => field.current?.querySelector('input')?.focus())
    }
    return (
      <div ref={field}>
        <FollowedPanel followed={followed} programmes={programmes} onRemove={remove} />
      </div>
    )
  }
  if (sprints.isError && sprints.data === undefined) return <Notice tone="attention">{t('listFailed')}</Notice>
  if (sprints.data === undefined || sprints.data.length === 0) return null
  const found = sprints.data
    .filter(({ title, challenge }) => matchesQuery(query, [title, challenge]))
    .toSorted((a, b) => b.startDate.localeCompare(a.startDate))
    .slice(0, SHOWN)
  return (
    <div ref={field}>
      <Combobox
        label={t('label')}
        hint={t('hint')}
        query={query}
        onQueryChange={setQuery}
        options={found}
        optionKey={({ id }) => id}
        renderOption={({ title, startDate, lastDate }) => (
          <span className={styles.option}>
            <span className={styles.title}>{title}</span>
            <span className={styles.quiet}>{words.weekSpan(startDate, lastDate)}</span>
          </span>
        )}
        onChoose={({ id }) => followed.choose(id)}
        emptyText={t('none')}
        countText={t('found', { count: found.length })}
      />
    </div>
  )
}

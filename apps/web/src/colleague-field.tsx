import type { Person } from '@samtavle/shared/api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './colleague-field.module.css'
import { peopleQuery } from './queries.ts'
import { Avatar } from './ui/avatar.tsx'
import { Combobox } from './ui/combobox.tsx'

const SHOWN = 8

type ColleagueFieldProps = {
  label: string
  /** Ids of those who are there already. */
  already: ReadonlySet<string>
  noneFound: string
  onAdd: (person: Person) => void
  /** Beside the field: as what they are added. */
  children: ReactNode
}

/** Finds a colleague by name and adds them at once. */
export function ColleagueField({ label, already, noneFound, onAdd, children }: ColleagueFieldProps) {
  const { t } = useTranslation('common')
  const people = useQuery(peopleQuery)
  const [query, setQuery] = useState('')
  const others = (people.data ?? []).filter((person) => !already.has(person.id))
  const found = others.filter((person) => matchesQuery(query, [person.name])).slice(0, SHOWN)
  return (
    <div className={styles.field}>
      <Combobox
        label={label}
        hint={t('colleagueHint')}
        query={query}
        onQueryChange={setQuery}
        options={found}
        optionKey={(person) => person.id}
        renderOption={(person) => (
          <>
            <Avatar name={person.name} colour={person.colour} />
            <span className={styles.name}>{person.name}</span>
            <span className={styles.quiet}>{t(`role_${person.role}`)}</span>
          </>
        )}
        onChoose={(person) => {
          onAdd(person)
          setQuery('')
        }}
        emptyText={people.isSuccess && others.length === 0 ? t('everybodyAdded') : noneFound}
        countText={t('colleaguesFound', { count: found.length })}
      />
      {children}
    </div>
  )
}

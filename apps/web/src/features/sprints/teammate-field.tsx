import type { SprintRole } from '@samtavle/shared/access'
import { SPRINT_ROLES } from '@samtavle/shared/access'
import type { Person } from '@samtavle/shared/api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../../queries.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './team.module.css'

const SHOWN = 8

/** The roles of a sprint as a choice list says them. */
export function useRoleOptions(): { value: SprintRole; label: string }[] {
  const { t } = useTranslation('sprints')
  return SPRINT_ROLES.map((value) => ({ value, label: t(`place_${value}`) }))
}

/** A role as a choice list gives it back. */
export const readRole = (value: string): SprintRole => SPRINT_ROLES.find((role) => role === value) ?? 'member'

type TeammateFieldProps = {
  /** Ids of those who are in it already. */
  already: ReadonlySet<string>
  onAdd: (person: Person, role: SprintRole) => void
}

/** Finds a colleague by name and adds them at once, in the role that is chosen beside the field. */
export function TeammateField({ already, onAdd }: TeammateFieldProps) {
  const { t } = useTranslation(['sprints', 'common'])
  const people = useQuery(peopleQuery)
  const roles = useRoleOptions()
  const [query, setQuery] = useState('')
  const [role, setRole] = useState<SprintRole>('member')
  const others = (people.data ?? []).filter((person) => !already.has(person.id))
  const found = others.filter((person) => matchesQuery(query, [person.name])).slice(0, SHOWN)
  if (people.isError) return <Notice tone="attention">{t('peopleFailed')}</Notice>
  return (
    <div className={styles.add}>
      <Combobox
        label={t('add')}
        hint={t('addHint')}
        query={query}
        onQueryChange={setQuery}
        options={found}
        optionKey={(person) => person.id}
        renderOption={(person) => (
          <>
            <Avatar name={person.name} colour={person.colour} />
            <span className={styles.name}>{person.name}</span>
            <span className={styles.quiet}>{t(`common:role_${person.role}`)}</span>
          </>
        )}
        onChoose={(person) => {
          onAdd(person, role)
          setQuery('')
        }}
        emptyText={people.isSuccess && others.length === 0 ? t('everybodyAdded') : t('noneFound')}
        countText={t('found', { count: found.length })}
      />
      <Select
        label={t('addRole')}
        hint={t(`roleText_${role}`)}
        value={role}
        onChange={(next) => setRole(readRole(next))}
        options={roles}
      />
    </div>
  )
}

import type { MemberRole } from '@samtavle/shared/access'
import type { BoardMember, Person } from '@samtavle/shared/api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../../queries.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Select } from '../../ui/field.tsx'
import styles from './share-dialog.module.css'
import { useMemberChanges } from './use-member-changes.ts'
import { useRoleOptions } from './use-role-options.ts'

const SHOWN = 8

/** Finds a colleague by name and adds them at once, with the right that is chosen beside the field. */
export function AddColleague({ boardId, members }: { boardId: string; members: readonly BoardMember[] }) {
  const { t } = useTranslation(['sharing', 'common'])
  const people = useQuery(peopleQuery)
  const options = useRoleOptions()
  const changes = useMemberChanges(boardId)
  const [query, setQuery] = useState('')
  const [role, setRole] = useState<MemberRole>('edit')
  const added = new Set(members.map((member) => member.userId))
  const others = (people.data ?? []).filter((person) => !added.has(person.id))
  const found = others.filter((person) => matchesQuery(query, [person.name])).slice(0, SHOWN)
  const add = (person: Person) => {
    changes.add({ userId: person.id, name: person.name }, role)
    setQuery('')
  }
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
        onChoose={add}
        emptyText={people.isSuccess && others.length === 0 ? t('everybodyAdded') : t('noneFound')}
        countText={t('found', { count: found.length })}
      />
      <Select label={t('addRole')} value={role} onChange={setRole} options={options} />
    </div>
  )
}

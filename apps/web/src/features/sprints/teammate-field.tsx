import type { SprintRole } from '@samtavle/shared/access'
import { SPRINT_ROLES } from '@samtavle/shared/access'
import type { Person } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColleagueField } from '../../colleague-field.tsx'
import { peopleQuery } from '../../queries.ts'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The roles of a sprint as a choice list says them. */
export function useRoleOptions(): { value: SprintRole; label: string }[] {
  const { t } = useTranslation('sprints')
  return SPRINT_ROLES.map((value) => ({ value, label: t(`place_${value}`) }))
}

type TeammateFieldProps = {
  /** Ids of those who are in it already. */
  already: ReadonlySet<string>
  onAdd: (person: Person, role: SprintRole) => void
}

/** Adds a colleague in the role that is chosen beside the field. */
export function TeammateField({ already, onAdd }: TeammateFieldProps) {
  const { t } = useTranslation('sprints')
  const people = useQuery(peopleQuery)
  const roles = useRoleOptions()
  const [role, setRole] = useState<SprintRole>('member')
  if (people.isError) return <Notice tone="attention">{t('peopleFailed')}</Notice>
  return (
    <ColleagueField
      label={t('add')}
      already={already}
      noneFound={t('noneFound')}
      onAdd={(person) => onAdd(person, role)}
    >
      <Select label={t('addRole')} hint={t(`roleText_${role}`)} value={role} onChange={setRole} options={roles} />
    </ColleagueField>
  )
}

import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../../../queries.ts'
import { Combobox } from '../../../ui/combobox.tsx'

/** Who sees to a loop: a name or a role as it is typed, somebody of the sprint, or any other account of the directory. */
export type Owner = {
  name: string
  userId: string | null
  /** Of one who is the owner already: do they receive the loop? False for who has left the sprint. */
  receives?: boolean
}

const SHOWN = 8

/** Those of a sprint who have an account: its team, and its commissioner. */
function accountsOf({ team, commissioner }: Pick<Sprint, 'team' | 'commissioner'>): Owner[] {
  const people = team.map(({ id, name }) => ({ name, userId: id }))
  const isThere = commissioner.userId === null || people.some(({ userId }) => userId === commissioner.userId)
  return isThere ? people : [...people, commissioner]
}

type OwnerFieldProps = {
  sprint: Sprint
  value: Owner
  onChange: (value: Owner) => void
  error: string | undefined
}

/** A name or a role is enough. Who has an account is reminded too, and receives the loop when not of the sprint. */
export function OwnerField({ sprint, value, onChange, error }: OwnerFieldProps) {
  const { t } = useTranslation(['loops', 'received'])
  const people = useQuery(peopleQuery)
  const own = accountsOf(sprint)
  const isOwn = (userId: string | null) => own.some((one) => one.userId === userId)
  const others = (people.data ?? []).filter(({ id }) => !isOwn(id)).map(({ id, name }): Owner => ({ name, userId: id }))
  const named = { name: value.name }
  const outside = value.receives === false ? t('received:ownerLeft', named) : t('received:ownerReceives', named)
  const found = [...own, ...others].filter(({ name }) => matchesQuery(value.name, [name])).slice(0, SHOWN)
  return (
    <Combobox
      label={t('owner')}
      hint={value.userId === null ? t('ownerHint') : isOwn(value.userId) ? t('ownerKnown', named) : outside}
      error={error}
      query={value.name}
      onQueryChange={(name) => onChange({ name: name.slice(0, BOARD_TITLE_MAX), userId: null })}
      options={found}
      optionKey={({ userId }) => userId ?? ''}
      renderOption={({ name, userId }) => (isOwn(userId) ? name : `${name} – ${t('received:notInSprint')}`)}
      onChoose={onChange}
      emptyText={value.name === '' ? t('ownerNone') : t('ownerFree')}
      countText={t('found', { count: found.length })}
    />
  )
}

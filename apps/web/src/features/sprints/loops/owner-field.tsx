import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useTranslation } from 'react-i18next'
import { Combobox } from '../../../ui/combobox.tsx'

/** Who sees to a loop: a name or a role as it is typed, or somebody of the sprint. */
export type Owner = { name: string; userId: string | null }

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

/** A name or a role is enough; somebody of the sprint with an account is reminded too. */
export function OwnerField({ sprint, value, onChange, error }: OwnerFieldProps) {
  const { t } = useTranslation('loops')
  const found = accountsOf(sprint)
    .filter(({ name }) => matchesQuery(value.name, [name]))
    .slice(0, SHOWN)
  return (
    <Combobox
      label={t('owner')}
      hint={value.userId === null ? t('ownerHint') : t('ownerKnown', { name: value.name })}
      error={error}
      query={value.name}
      onQueryChange={(name) => onChange({ name: name.slice(0, BOARD_TITLE_MAX), userId: null })}
      options={found}
      optionKey={({ userId }) => userId ?? ''}
      renderOption={({ name }) => name}
      onChoose={onChange}
      emptyText={value.name === '' ? t('ownerNone') : t('ownerFree')}
      countText={t('found', { count: found.length })}
    />
  )
}

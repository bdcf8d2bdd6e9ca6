import type { Person } from '@samtavle/shared/api'
import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../../queries.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import type { Commissioner } from './sprint-draft.ts'
import styles from './team.module.css'

const SHOWN = 8

type CommissionerFieldProps = {
  value: Commissioner
  onChange: (value: Commissioner) => void
  error?: string | undefined
}

/** A name is enough; a manager of the list may also read where the sprint stands. */
export function CommissionerField({ value, onChange, error }: CommissionerFieldProps) {
  const { t } = useTranslation('sprints')
  const people = useQuery(peopleQuery)
  const managers = (people.data ?? []).filter(({ role }) => role === 'manager')
  const found = managers.filter(({ name }) => matchesQuery(value.name, [name])).slice(0, SHOWN)
  const choose = ({ id, name }: Person) => onChange({ name, userId: id })
  return (
    <Combobox
      label={t('commissioner')}
      hint={value.userId === null ? t('commissionerHint') : t('commissionerKnown', { name: value.name })}
      error={error}
      query={value.name}
      onQueryChange={(name) => onChange({ name: name.slice(0, BOARD_TITLE_MAX), userId: null })}
      options={found}
      optionKey={({ id }) => id}
      renderOption={({ name, colour }) => (
        <>
          <Avatar name={name} colour={colour} />
          <span className={styles.name}>{name}</span>
        </>
      )}
      onChoose={choose}
      emptyText={value.name === '' ? t('commissionerNone') : t('commissionerFree')}
      countText={t('found', { count: found.length })}
    />
  )
}

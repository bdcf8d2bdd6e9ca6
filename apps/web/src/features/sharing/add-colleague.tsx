import type { MemberRole } from '@samtavle/shared/access'
import type { BoardMember } from '@samtavle/shared/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColleagueField } from '../../colleague-field.tsx'
import { Select } from '../../ui/field.tsx'
import { useMemberChanges } from './use-member-changes.ts'
import { useRoleOptions } from './use-role-options.ts'

/** Adds a colleague with the right that is chosen beside the field. */
export function AddColleague({ boardId, members }: { boardId: string; members: readonly BoardMember[] }) {
  const { t } = useTranslation('sharing')
  const options = useRoleOptions()
  const changes = useMemberChanges(boardId)
  const [role, setRole] = useState<MemberRole>('edit')
  return (
    <ColleagueField
      label={t('add')}
      already={new Set(members.map((member) => member.userId))}
      noneFound={t('noneFound')}
      onAdd={({ id, name }) => changes.add({ userId: id, name }, role)}
    >
      <Select
        label={t('addRole')}
        {...(role === 'contribute' && { hint: t('contributeHint') })}
        value={role}
        onChange={setRole}
        options={options}
      />
    </ColleagueField>
  )
}

import type { BoardMember } from '@samtavle/shared/api'
import { UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar.tsx'
import { Select } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './share-dialog.module.css'
import { useMemberChanges } from './use-member-changes.ts'
import { useRoleOptions } from './use-role-options.ts'

type MemberListProps = {
  boardId: string
  /** The owner first, as the server says. */
  members: readonly BoardMember[]
  me: string
  /** True for the owner, who may change and remove. */
  mine: boolean
}

export function MemberList({ boardId, members, me, mine }: MemberListProps) {
  const { t } = useTranslation('sharing')
  const changes = useMemberChanges(boardId)
  const right = { owner: t('owner'), edit: t('mayEdit'), contribute: t('mayContribute'), view: t('mayView') }
  const options = useRoleOptions()
  return (
    <ul className={styles.members}>
      {members.map((member) => {
        const { role } = member
        return (
          <li key={member.userId} className={styles.member}>
            <Avatar name={member.name} colour={member.colour} />
            <span className={styles.name}>{member.userId === me ? t('you', { name: member.name }) : member.name}</span>
            {!mine || role === 'owner' ? (
              <span className={styles.quiet}>{right[role]}</span>
            ) : (
              <>
                <Select
                  className={styles.role}
                  label={t('roleOf', { name: member.name })}
                  hideLabel
                  size="md"
                  value={role}
                  onChange={(next) => changes.setRole(member, next)}
                  options={options}
                />
                <IconButton
                  label={t('removeNamed', { name: member.name })}
                  icon={<UserMinus size={20} aria-hidden />}
                  onClick={() => changes.remove(member, role)}
                />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

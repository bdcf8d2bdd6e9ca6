import type { SprintRole } from '@samtavle/shared/access'
import { UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar.tsx'
import { Select } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Teammate } from './sprint-draft.ts'
import styles from './team.module.css'
import { useRoleOptions } from './teammate-field.tsx'

type TeamListProps = {
  team: readonly Teammate[]
  /** One's own id. */
  me: string
  /** What may be changed of somebody; nothing for whoever only reads the list. */
  may: (person: Teammate) => { role: boolean; remove: boolean }
  onRole: (person: Teammate, role: SprintRole) => void
  onRemove: (person: Teammate) => void
}

/** Who is in a sprint, as what, and what that lets them do. */
export function TeamList({ team, me, may, onRole, onRemove }: TeamListProps) {
  const { t } = useTranslation('sprints')
  const roles = useRoleOptions()
  return (
    <ul className={styles.team}>
      {team.map((person) => {
        const { name, colour, role } = person
        const can = may(person)
        return (
          <li key={person.id} className={styles.member}>
            <Avatar name={name} colour={colour} />
            <div className={styles.who}>
              <p className={styles.name}>{person.id === me ? t('you', { name }) : name}</p>
              <p className={styles.quiet}>{t(`roleText_${role}`)}</p>
            </div>
            {can.role ? (
              <Select
                className={styles.role}
                label={t('roleOf', { name })}
                hideLabel
                size="md"
                value={role}
                onChange={(next) => onRole(person, next)}
                options={roles}
              />
            ) : (
              <span className={styles.fixedRole}>{t(`place_${role}`)}</span>
            )}
            {can.remove && (
              <IconButton
                label={t('removeNamed', { name })}
                icon={<UserMinus size={20} aria-hidden />}
                onClick={() => onRemove(person)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

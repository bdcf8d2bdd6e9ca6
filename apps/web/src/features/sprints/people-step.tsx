import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../queries.ts'
import { CommissionerField } from './commissioner-field.tsx'
import { InviteHint } from './invite-hint.tsx'
import type { SettledDraft, SprintDraft, SprintFault, Teammate } from './sprint-draft.ts'
import styles from './team.module.css'
import { TeamList } from './team-list.tsx'
import { TeammateField } from './teammate-field.tsx'

type PeopleStepProps = {
  draft: SettledDraft
  onChange: (part: Partial<SprintDraft>) => void
  faults: ReadonlySet<SprintFault>
}

/** Who has set the task, and who works on it. Oneself leads. */
export function PeopleStep({ draft, onChange, faults }: PeopleStepProps) {
  const { t } = useTranslation('sprints')
  const me = useMe()
  const { team } = draft
  const myself: Teammate = { id: me.id, name: me.name, colour: me.colour, role: 'facilitator' }
  const list = useRef<HTMLHeadingElement>(null)
  const everybody = [myself, ...team]
  return (
    <>
      <CommissionerField
        value={draft.commissioner}
        onChange={(commissioner) => onChange({ commissioner })}
        error={faults.has('commissioner') ? t('commissionerMissing') : undefined}
      />
      <TeammateField
        already={new Set(everybody.map(({ id }) => id))}
        onAdd={({ id, name, colour }, role) => onChange({ team: [...team, { id, name, colour, role }] })}
      />
      <div>
        <h3 ref={list} tabIndex={-1} className={styles.heading}>
          {t('team')}
        </h3>
        <TeamList
          team={everybody}
          me={me.id}
          may={({ id }) => ({ role: id !== me.id, remove: id !== me.id })}
          onRole={(person, role) =>
            onChange({ team: team.map((one) => (one.id === person.id ? { ...one, role } : one)) })
          }
          onRemove={(person) => {
            onChange({ team: team.filter(({ id }) => id !== person.id) })
            // The button is gone with its row; the list stays.
            list.current?.focus()
          }}
        />
      </div>
      <p className={styles.quiet}>{t('teamHint')}</p>
      <InviteHint />
    </>
  )
}

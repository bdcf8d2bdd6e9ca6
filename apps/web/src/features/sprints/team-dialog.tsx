import type { SprintRole } from '@samtavle/shared/access'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { sprintQuery, useMe } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { InviteHint } from './invite-hint.tsx'
import { isLastFacilitator } from './last-facilitator.ts'
import { LeaveSprint } from './leave-sprint.tsx'
import type { Teammate } from './sprint-draft.ts'
import styles from './team.module.css'
import { TeamList } from './team-list.tsx'
import { TeammateField } from './teammate-field.tsx'
import { useSprintChange } from './use-sprint-change.ts'

type TeamDialogProps = { sprintId: string; onClose: () => void }

/** Who is in a sprint. Facilitators add, change and remove; everybody else reads the list and may leave. */
export function TeamDialog({ sprintId, onClose }: TeamDialogProps) {
  const { t } = useTranslation('sprints')
  const sprint = useQuery(sprintQuery(sprintId))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={sprint.data === undefined ? t('team') : t('teamTitle', { title: sprint.data.title })}
      size="lg"
      footer={
        <>
          {sprint.data !== undefined && <LeaveSprint sprint={sprint.data} onLeft={onClose} />}
          <Button onClick={onClose}>{t('done')}</Button>
        </>
      }
    >
      {sprint.isPending && <Skeleton rows={4} />}
      {sprint.isError && <QueryFailure query={sprint} />}
      {sprint.data !== undefined && <Team sprint={sprint.data} />}
    </Dialog>
  )
}

function Team({ sprint }: { sprint: Sprint }) {
  const { t } = useTranslation('sprints')
  const me = useMe()
  const { run } = useSprintChange()
  const put = (userId: string, role: SprintRole) => api.putSprintMember(sprint.id, { userId, role })
  const may = sprint.may.manageTeam
  return (
    <div className={styles.parts}>
      {may && (
        <TeammateField
          already={new Set(sprint.team.map(({ id }) => id))}
          onAdd={({ id, name }, role) => run({ doing: () => put(id, role), text: t('added', { name }) })}
        />
      )}
      <section aria-labelledby="sprint-team">
        <h3 id="sprint-team" className={styles.heading}>
          {t('team')}
        </h3>
        <TeamList
          team={sprint.team}
          me={me.id}
          // One leaves by the button below, which asks first.
          may={({ id }) => ({ role: may && !isLastFacilitator(sprint.team, id), remove: may && id !== me.id })}
          onRole={(person: Teammate, role) =>
            run({
              doing: () => put(person.id, role),
              text: t('roleChanged', { name: person.name, role: t(`place_${role}`).toLocaleLowerCase() }),
              undo: () => put(person.id, person.role),
            })
          }
          onRemove={(person) =>
            run({
              doing: () => api.removeSprintMember(sprint.id, person.id),
              text: t('removed', { name: person.name }),
              undo: () => put(person.id, person.role),
            })
          }
        />
      </section>
      {may ? <InviteHint /> : <p className={styles.quiet}>{t('facilitatorsChange')}</p>}
    </div>
  )
}

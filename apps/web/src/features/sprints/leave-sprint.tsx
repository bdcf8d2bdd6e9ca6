import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { sprintQuery, useMe } from '../../queries.ts'
import { AskingButton } from '../../ui/asking-button.tsx'
import { isLastFacilitator } from './last-facilitator.ts'
import styles from './team.module.css'
import { useSprintChange } from './use-sprint-change.ts'

/** One cannot add oneself again, so this asks first. The last facilitator is told what to do before. */
export function LeaveSprint({ sprint, onLeft }: { sprint: Sprint; onLeft: () => void }) {
  const { t } = useTranslation('sprints')
  const me = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { run } = useSprintChange()
  const { id, title, team } = sprint
  if (!team.some((person) => person.id === me.id)) return null
  if (isLastFacilitator(team, me.id)) return <p className={styles.beside}>{t('lastFacilitator')}</p>
  const leave = () =>
    run({
      doing: () => api.removeSprintMember(id, me.id),
      text: t('left', { title }),
      after: () => {
        onLeft()
        void navigate({ to: '/sprints' }).then(() =>
          queryClient.removeQueries({ queryKey: sprintQuery(id).queryKey, exact: true }),
        )
      },
    })
  return (
    <AskingButton variant="danger" label={t('leave')} title={t('leaveTitle')} danger onConfirm={leave}>
      {t('leaveText', { title })}
    </AskingButton>
  )
}

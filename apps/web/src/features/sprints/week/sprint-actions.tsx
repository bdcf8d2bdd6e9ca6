import { can } from '@samtavle/shared/access'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { Link2, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../queries.ts'
import { Button } from '../../../ui/button.tsx'
import { SprintMenu } from '../sprint-menu.tsx'
import { TeamDialog } from '../team-dialog.tsx'
import styles from './week-hero.module.css'

/** Shares the sprint's page; the sharing is another feature's. */
export type SprintShareDialog = (sprint: Pick<Sprint, 'id' | 'title'>, onClose: () => void) => ReactNode

/** What one may do to the sprint as a whole: its team, and the menu with the rest. */
export function SprintActions({ sprint, shareDialog }: { sprint: Sprint; shareDialog: SprintShareDialog }) {
  const { t } = useTranslation('week')
  const me = useMe()
  const [inTeam, setInTeam] = useState(false)
  const [sharing, setSharing] = useState(false)
  const { place, status } = sprint
  const mayShare = can({ kind: 'user', userId: me.id, role: me.role }, 'sprint.share', {
    kind: 'sprint',
    place,
    status,
  })
  return (
    <>
      <Button variant="hero-outline" icon={<Users size={20} aria-hidden />} onClick={() => setInTeam(true)}>
        {sprint.may.manageTeam ? t('invite') : t('team')}
      </Button>
      {mayShare && (
        <Button variant="hero-outline" icon={<Link2 size={20} aria-hidden />} onClick={() => setSharing(true)}>
          {t('share')}
        </Button>
      )}
      <SprintMenu sprint={sprint} className={styles.menu ?? ''} />
      {sharing && shareDialog(sprint, () => setSharing(false))}
      {inTeam && <TeamDialog sprintId={sprint.id} onClose={() => setInTeam(false)} />}
    </>
  )
}

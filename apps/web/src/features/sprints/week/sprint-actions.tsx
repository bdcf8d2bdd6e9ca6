import { can } from '@samtavle/shared/access'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { Link2, Plus, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../queries.ts'
import { Button, ButtonLook } from '../../../ui/button.tsx'
import { isOver } from '../loops/loops-section.tsx'
import { useMayCreateSprints } from '../new-sprint-page.tsx'
import { SprintMenu } from '../sprint-menu.tsx'
import { TeamDialog } from '../team-dialog.tsx'
import styles from './week-hero.module.css'

/** A dialog about the sprint that is another feature's. */
export type SprintDialog = (sprint: Pick<Sprint, 'id' | 'title'>, onClose: () => void) => ReactNode

/** Shares the page of the sprint; packs it for the records office. */
export type SprintDialogs = { shareDialog: SprintDialog; filingDialog: SprintDialog }

/** What one may do to the sprint as a whole: its team, and the menu with the rest. */
export function SprintActions({ sprint, shareDialog, filingDialog }: { sprint: Sprint } & SprintDialogs) {
  const { t } = useTranslation(['week', 'follow'])
  const me = useMe()
  const mayCreate = useMayCreateSprints()
  const [inTeam, setInTeam] = useState(false)
  const [sharing, setSharing] = useState(false)
  const [filing, setFiling] = useState(false)
  const { place, status } = sprint
  const may = (action: 'sprint.share' | 'sprint.file') =>
    can({ kind: 'user', userId: me.id, role: me.role }, action, { kind: 'sprint', place, status })
  return (
    <>
      <Button variant="hero-outline" icon={<Users size={20} aria-hidden />} onClick={() => setInTeam(true)}>
        {sprint.may.manageTeam ? t('invite') : t('team')}
      </Button>
      {may('sprint.share') && (
        <Button variant="hero-outline" icon={<Link2 size={20} aria-hidden />} onClick={() => setSharing(true)}>
          {t('share')}
        </Button>
      )}
      {mayCreate && isOver(sprint) && (
        <ButtonLook variant="hero-outline">
          <Link to="/sprints/new" search={{ follows: sprint.id }}>
            <Plus size={20} aria-hidden />
            {t('follow:fromHere')}
          </Link>
        </ButtonLook>
      )}
      <SprintMenu
        sprint={sprint}
        onFile={may('sprint.file') ? () => setFiling(true) : undefined}
        className={styles.menu ?? ''}
      />
      {sharing && shareDialog(sprint, () => setSharing(false))}
      {filing && filingDialog(sprint, () => setFiling(false))}
      {inTeam && <TeamDialog sprintId={sprint.id} onClose={() => setInTeam(false)} />}
    </>
  )
}

import type { Sprint } from '@samtavle/shared/sprint-api'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { SprintMenu } from '../sprint-menu.tsx'
import { TeamDialog } from '../team-dialog.tsx'
import styles from './week-hero.module.css'

/** What one may do to the sprint as a whole: its team, and the menu with the rest. */
export function SprintActions({ sprint }: { sprint: Sprint }) {
  const { t } = useTranslation('week')
  const [inTeam, setInTeam] = useState(false)
  return (
    <>
      <Button variant="hero-outline" icon={<Users size={20} aria-hidden />} onClick={() => setInTeam(true)}>
        {sprint.may.manageTeam ? t('invite') : t('team')}
      </Button>
      <SprintMenu sprint={sprint} className={styles.menu ?? ''} />
      {inTeam && <TeamDialog sprintId={sprint.id} onClose={() => setInTeam(false)} />}
    </>
  )
}

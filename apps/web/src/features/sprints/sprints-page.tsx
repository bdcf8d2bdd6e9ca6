import type { SprintSummary } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sprintsQuery } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { ButtonLook } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { ReceivedLoops } from './loops/received-loops.tsx'
import { useMayCreateSprints } from './new-sprint-page.tsx'
import rowStyles from './sprint-row.module.css'
import { SprintRow } from './sprint-row.tsx'
import { byStatus } from './sprint-standing.ts'
import { SprintStatusWord } from './sprint-status.tsx'
import styles from './sprints-page.module.css'

/** Every sprint that one is in, by where it is. */
export function SprintsPage() {
  const { t } = useTranslation('sprints')
  const sprints = useQuery(sprintsQuery)
  const mayCreate = useMayCreateSprints()
  const some = sprints.data !== undefined && sprints.data.length > 0
  return (
    <Page title={t('title')} intro={t('intro')} action={mayCreate && some && <NewSprintLink />}>
      {sprints.isPending && <Skeleton />}
      {sprints.isError && <QueryFailure query={sprints}>{t('loadFailed')}</QueryFailure>}
      {sprints.data?.length === 0 && (
        <EmptyState
          title={t('emptyTitle')}
          text={mayCreate ? t('emptyText') : t('waitText')}
          action={mayCreate && <NewSprintLink />}
        />
      )}
      {some && <SprintGroups sprints={sprints.data} />}
      <ReceivedLoops />
    </Page>
  )
}

function NewSprintLink() {
  const { t } = useTranslation('sprints')
  return (
    <ButtonLook variant="primary">
      <Link to="/sprints/new">
        <Plus size={20} aria-hidden />
        {t('newSprint')}
      </Link>
    </ButtonLook>
  )
}

function SprintGroups({ sprints }: { sprints: readonly SprintSummary[] }) {
  return (
    <div className={styles.groups}>
      {byStatus(sprints).map(({ status, sprints: here }) => (
        <section key={status} aria-labelledby={`sprints-${status}`}>
          <h2 id={`sprints-${status}`} className={styles.heading}>
            <SprintStatusWord status={status} />
          </h2>
          <ul className={rowStyles.list}>
            {here.map((sprint) => (
              <SprintRow key={sprint.id} sprint={sprint} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

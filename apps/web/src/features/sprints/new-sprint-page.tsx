import { can } from '@samtavle/shared/access'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { programmesQuery, useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { NewSprintForm } from './new-sprint-form.tsx'

/** May this person make sprints? */
export function useMayCreateSprints(): boolean {
  const me = useMe()
  return can({ kind: 'user', userId: me.id, role: me.role }, 'sprint.create', { kind: 'organisation' })
}

/** Four questions on one page, and a sprint with its boards at the end. @param follows the earlier sprint that one comes from */
export function NewSprintPage({ follows }: { follows: string | undefined }) {
  const { t } = useTranslation('sprints')
  const may = useMayCreateSprints()
  return (
    <Page title={t('newTitle')} {...(may ? { intro: t('newIntro') } : {})}>
      {may ? <WithProgrammes follows={follows} /> : <EmptyState title={t('noCreateTitle')} text={t('noCreateText')} />}
    </Page>
  )
}

function WithProgrammes({ follows }: { follows: string | undefined }) {
  const { t } = useTranslation(['sprints', 'common'])
  const failureText = useFailureText()
  const programmes = useQuery(programmesQuery)
  if (programmes.isPending) return <Skeleton rows={6} />
  if (programmes.isError)
    return (
      <Notice
        tone="error"
        action={
          <Button size="sm" onClick={() => void programmes.refetch()}>
            {t('common:retry')}
          </Button>
        }
      >
        {t('programmesFailed')} {failureText(programmes.error)}
      </Notice>
    )
  // The server has the week from Monday to Monday first, which most come for.
  const [first, ...others] = programmes.data
  return first === undefined ? null : <NewSprintForm programmes={[first, ...others]} follows={follows} />
}

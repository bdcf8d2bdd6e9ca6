import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/spinner.tsx'
import { sprintLogQuery } from './log-client.ts'
import { purposeChanges } from './purpose-versions.ts'
import { ChangeWords } from './what-changed.tsx'

/** The process log of one sprint: what it works for now, and all that changed on the way. */
export function LogPage({ sprintId }: { sprintId: string }) {
  const { t } = useTranslation(['log', 'common'])
  const failureText = useFailureText()
  const log = useQuery(sprintLogQuery(sprintId))
  return (
    <Page title={t('title')} intro={log.data?.sprint.title}>
      {log.isPending && <Skeleton />}
      {log.isError && (
        <Notice
          tone="error"
          action={
            <Button size="sm" onClick={() => void log.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {t('loadFailed')} {failureText(log.error)}
        </Notice>
      )}
      {purposeChanges(log.data?.purposes ?? []).map((change) => (
        <ChangeWords key={change.after.number} change={change} />
      ))}
    </Page>
  )
}

import { PHASES } from '@samtavle/shared/agenda'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { processModelQuery, processModelsQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { usePhaseWords } from '../../use-phase-words.ts'
import { ProcessModelForm } from './process-model-form.tsx'
import styles from './process-model-page.module.css'

/** What the organisation calls its phases, and what it asks in them; for administrators. */
export function ProcessModelPage() {
  const { t } = useTranslation(['processModel', 'common'])
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const model = useQuery(processModelQuery)
  const models = useQuery(processModelsQuery)
  /** The form keeps what it was opened with: news from elsewhere must not take away what somebody is writing. */
  const [opened, setOpened] = useState(0)
  const failed = model.error ?? models.error
  const openAgain = async () => {
    await queryClient.refetchQueries({ queryKey: processModelQuery.queryKey })
    setOpened((count) => count + 1)
  }
  return (
    <Page title={t('title')} intro={t('intro')}>
      <InUse />
      {failed !== null && (model.data === undefined || models.data === undefined) && (
        <Notice
          tone="error"
          action={
            <Button size="sm" onClick={() => void openAgain()}>
              {t('common:retry')}
            </Button>
          }
        >
          {t('loadFailed')} {failureText(failed)}
        </Notice>
      )}
      {failed === null && (model.isPending || models.isPending) && <Skeleton />}
      {model.data !== undefined && models.data !== undefined && (
        <ProcessModelForm key={opened} start={model.data} models={models.data} onOpenAgain={openAgain} />
      )}
    </Page>
  )
}

/** The words that everybody reads now, in one line. */
function InUse() {
  const { t } = useTranslation('processModel')
  const phaseWords = usePhaseWords()
  return <p className={styles.inUse}>{t('inUse', { words: [...new Set(PHASES.map(phaseWords))].join(' → ') })}</p>
}

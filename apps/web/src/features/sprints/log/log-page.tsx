import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../../query-failure.tsx'
import { Button } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/spinner.tsx'
import { DayQuestion } from './day-question.tsx'
import { Decisions } from './decisions.tsx'
import { LineDialog } from './line-dialog.tsx'
import { emptyLine, type LineDraft } from './line-draft.ts'
import { sprintLogQuery } from './log-client.ts'
import { LogLines } from './log-lines.tsx'
import styles from './log-page.module.css'
import { Proposals } from './proposals.tsx'
import { PurposeSection } from './purpose-section.tsx'
import { SideBenefits } from './side-benefits.tsx'

/** The process log of one sprint: what it works for now, and all that changed on the way. */
export function LogPage({ sprintId }: { sprintId: string }) {
  const { t } = useTranslation('log')
  const log = useQuery(sprintLogQuery(sprintId))
  const [draft, setDraft] = useState<LineDraft | null>(null)
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      before={
        <Link to="/sprints/$sprintId" params={{ sprintId }} className={styles.back}>
          <ChevronLeft size={18} aria-hidden />
          {log.data === undefined ? t('backToSprint') : log.data.sprint.title}
        </Link>
      }
      action={
        log.data && (
          <div className={styles.buttons}>
            <Button icon={<Printer size={20} aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            {log.data.may.write && (
              <Button
                variant="primary"
                icon={<Plus size={20} aria-hidden />}
                onClick={() => setDraft(emptyLine('plan'))}
              >
                {t('addLine')}
              </Button>
            )}
          </div>
        )
      }
    >
      {log.isPending && <Skeleton />}
      {log.isError && <QueryFailure query={log}>{t('loadFailed')}</QueryFailure>}
      {log.data && <LogContent sprintId={sprintId} log={log.data} onWrite={setDraft} />}
      {draft !== null && <LineDialog sprintId={sprintId} draft={draft} onClose={() => setDraft(null)} />}
    </Page>
  )
}

type LogContentProps = { sprintId: string; log: SprintLog; onWrite: (draft: LineDraft) => void }

function LogContent({ sprintId, log, onWrite }: LogContentProps) {
  const { t } = useTranslation('log')
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.content}>
          <PurposeSection sprintId={sprintId} log={log} />
          <Proposals sprintId={sprintId} log={log} onWrite={onWrite} />
          <DayQuestion sprintId={sprintId} log={log} onWrite={onWrite} />
          <LogLines log={log} onWrite={onWrite} />
        </div>
        <div className={styles.aside}>
          <Decisions sprintId={sprintId} log={log} />
          <SideBenefits log={log} onWrite={onWrite} />
        </div>
      </div>
      <p className={styles.figures}>{t('figures')}</p>
    </>
  )
}

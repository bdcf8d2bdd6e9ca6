import type { FilingProgress } from '@samtavle/shared/filing-api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { saveFile } from '../../device/save-file.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './filing.module.css'
import { filingClient, filingProgressQuery } from './filing-client.ts'

type FilingWorkProps = { sprintId: string; packageId: string; onBack: () => void; onClose: () => void }

/** A package while it is made, and when it is there. */
export function FilingWork({ sprintId, packageId, onBack, onClose }: FilingWorkProps) {
  const { t, i18n } = useTranslation(['filing', 'common'])
  const failureText = useFailureText()
  const { data, error } = useQuery(filingProgressQuery(sprintId, packageId))
  const ready = data?.status === 'ready' ? data : null
  const save = useMutation({
    mutationFn: () => filingClient.zip(sprintId, packageId),
    onSuccess: (file) => saveFile(ready?.fileName ?? 'package.zip', 'application/zip', file),
  })
  const told = (failure: unknown): string =>
    failure instanceof ApiError && failure.code === 'not_found' ? t('gone') : failureText(failure)
  const isGone = error instanceof ApiError && error.code === 'not_found'
  const hasFailed = data?.status === 'failed' || isGone || (error !== null && data === undefined)
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format((ready?.bytes ?? 0) / 1e6)
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      title={t('title')}
      footer={
        <>
          <Button onClick={onBack}>{ready === null && !hasFailed ? t('cancelPackage') : t('back')}</Button>
          {ready !== null && (
            <Button
              variant="primary"
              icon={<Download size={20} aria-hidden />}
              busy={save.isPending}
              busyLabel={t('downloading')}
              onClick={() => save.mutate()}
            >
              {t('download')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.work} role="status">
        {ready !== null ? (
          <>
            <p className={styles.ready}>{t('ready')}</p>
            <p className={styles.file}>{t('readyFile', { name: ready.fileName ?? '', size: `${size} MB` })}</p>
            <p className={styles.quiet}>{t('readyText')}</p>
          </>
        ) : (
          !hasFailed && <Working progress={data} />
        )}
      </div>
      {hasFailed && (
        <Notice tone="error">
          {t('failed')} {data?.failure ? t(`failure_${data.failure}`) : told(error)}
        </Notice>
      )}
      {save.isError && <Notice tone="error">{told(save.error)}</Notice>}
    </Dialog>
  )
}

function Working({ progress }: { progress: FilingProgress | undefined }) {
  const { t } = useTranslation('filing')
  const { step, done, total } = progress ?? { step: 'snapshots', done: 0, total: 3 }
  const words =
    progress === undefined
      ? t('starting')
      : t(`step_${step}`, { done: Math.min(done + 1, total - 2), total: total - 2 })
  return (
    <>
      <p className={styles.ready}>{words}</p>
      <ProgressBar label={t('working')} share={done / total} words={words} />
      <p className={styles.quiet}>{t('closesCancels')}</p>
    </>
  )
}

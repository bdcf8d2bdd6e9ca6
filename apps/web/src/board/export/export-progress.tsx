import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './export-dialog.module.css'

/** How far the file has come; `share` from 0 to 1. */
export function ExportProgress({ share }: { share: number }) {
  const { t } = useTranslation('board')
  const words = t('exportAt', { percent: Math.round(share * 100) })
  return (
    <div className={styles.progress}>
      <p className={styles.share}>{words}</p>
      <ProgressBar label={t('exportWorking')} share={share} words={words} />
    </div>
  )
}

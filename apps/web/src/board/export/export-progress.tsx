import { useTranslation } from 'react-i18next'
import styles from './export-dialog.module.css'

/** How far the file has come; `share` from 0 to 1. */
export function ExportProgress({ share }: { share: number }) {
  const { t } = useTranslation('board')
  const percent = Math.round(share * 100)
  const words = t('exportAt', { percent })
  return (
    <div className={styles.progress}>
      <p className={styles.share}>{words}</p>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('exportWorking')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
      >
        <div className={styles.bar} style={{ inlineSize: `${percent}%` }} />
      </div>
    </div>
  )
}

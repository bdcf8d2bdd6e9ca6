import { useTranslation } from 'react-i18next'
import styles from './board-page.module.css'

/** The outline of a board that is on its way. */
export function LoadingBoard() {
  const { t } = useTranslation('board')
  return (
    <div role="status">
      <span className="visually-hidden">{t('loadingBoard')}</span>
      <div className={styles.skeleton} aria-hidden>
        <div />
        <div />
        <div />
      </div>
    </div>
  )
}

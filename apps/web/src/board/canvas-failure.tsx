import type { TLErrorFallbackComponent } from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import styles from './board-page.module.css'

/** In place of tldraw's own, which leads to other sites. The document is safe: it lives outside the canvas. */
export const CanvasFailure: TLErrorFallbackComponent = () => {
  const { t } = useTranslation('board')
  return (
    <div className={styles.failure} role="alert">
      <h2>{t('crashTitle')}</h2>
      <p>{t('crashText')}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </div>
  )
}

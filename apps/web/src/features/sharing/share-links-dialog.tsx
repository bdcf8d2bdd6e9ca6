import { LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkPanel } from './link-panel.tsx'
import type { LinkTarget } from './links-client.ts'
import styles from './share-dialog.module.css'

/** Shares a sprint's page or a snapshot: people are none to be added there, only links. */
export function ShareLinksDialog({ target, onClose }: { target: LinkTarget; onClose: () => void }) {
  const { t } = useTranslation(['links', 'sharing'])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t('sharing:title', { title: target.title })}
      footer={
        <>
          <p className={styles.promise}>
            <LockKeyhole size={16} aria-hidden />
            <span>{t(`promise_${target.kind}`)}</span>
          </p>
          <Button onClick={onClose}>{t('sharing:done')}</Button>
        </>
      }
    >
      <LinkPanel target={target} />
    </Dialog>
  )
}

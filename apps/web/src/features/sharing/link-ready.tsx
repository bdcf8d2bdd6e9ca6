import { Presentation } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import styles from './link-panel.module.css'
import type { LinkTarget } from './links-client.ts'

type LinkReadyProps = {
  target: LinkTarget
  link: string
  onWall: () => void
  onBack: () => void
}

/** A link just made: its address and its picture code, which are shown only now. */
export function LinkReady({ target, link, onWall, onBack }: LinkReadyProps) {
  const { t } = useTranslation('links')
  return (
    <div className={styles.ready}>
      <div className={styles.address}>
        <CopyField
          label={t('address')}
          hint={t('addressOnce')}
          value={link}
          copyLabel={t('copy')}
          copiedText={t('copied')}
          failedText={t('copyFailed')}
        />
        <Button onClick={onBack}>{t('toList')}</Button>
      </div>
      <div className={styles.card}>
        <QrCode text={link} label={t('codeOf', { title: target.title })} />
        <p className={styles.scan}>{t('scan')}</p>
        <Button wide icon={<Presentation size={20} aria-hidden />} onClick={onWall}>
          {t('showOnWall')}
        </Button>
      </div>
    </div>
  )
}

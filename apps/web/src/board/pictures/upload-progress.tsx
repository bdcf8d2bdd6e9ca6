import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useOpenBoard } from '../board-context.tsx'
import type { PictureUploads } from './picture-uploads.ts'
import styles from './upload-progress.module.css'

/** While pictures are on their way: how far, and a way to stop. */
export function UploadProgress() {
  const { pictures } = useOpenBoard()
  return pictures === null ? null : <Progress uploads={pictures} />
}

function Progress({ uploads }: { uploads: PictureUploads }) {
  const { t } = useTranslation(['board', 'common'])
  const state = useSyncExternalStore(uploads.subscribe, () => uploads.state)
  if (state === null) return null
  const { number, count, share } = state
  const percent = Math.round(share * 100)
  // All bytes have gone and the server is still at work: no figure that stands still at a hundred.
  const words = percent >= 100 ? t('pictureReading') : t('pictureSending', { number, count, percent })
  return (
    <section className={styles.card} aria-label={t('pictureUpload')} data-upload>
      <p className={styles.words}>{words}</p>
      <ProgressBar label={t('pictureUpload')} share={share} words={words} />
      <Button size="sm" variant="quiet" onClick={() => uploads.cancel()}>
        <X size={16} aria-hidden />
        {t('common:cancel')}
      </Button>
    </section>
  )
}

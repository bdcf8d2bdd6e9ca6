import { BACKUP_PICTURES_BYTES_MAX } from '@samtavle/shared/board-backup'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { countLeftOut, type PicturesLeftOut } from './picture-data.ts'

const MEGABYTE = 1024 * 1024

/** What a file would lack, said before it is saved. */
export function PicturesMissing({ missing, over }: PicturesLeftOut) {
  const { t } = useTranslation('board')
  return (
    <Notice tone="attention">
      {missing > 0 && <p>{t('exportLacksMissing', { count: missing })}</p>}
      {over > 0 && <p>{t('exportLacksOver', { count: over, mb: BACKUP_PICTURES_BYTES_MAX / MEGABYTE })}</p>}
      <p>{t('exportLacksThen', { count: countLeftOut({ missing, over }) })}</p>
    </Notice>
  )
}

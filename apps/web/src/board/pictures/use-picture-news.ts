import { ASSET_LIMITS } from '@samtavle/shared/board-asset'
import { isErrorCode } from '@samtavle/shared/errors'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../ui/toast.tsx'
import type { BoardSession } from '../board-session.ts'
import { PICTURES_AT_ONCE, type PictureFailure, type PictureNews } from './picture-uploads.ts'

/** Says what became of pictures that were dropped, pasted or chosen. */
export function usePictureNews(session: BoardSession): PictureNews {
  const { t } = useTranslation(['board', 'errors'])
  const toast = useToast()

  function textOf({ name, code }: PictureFailure): string {
    const file = name === '' ? t('board:pictureUnnamed') : t('board:pictureNamed', { name })
    switch (code) {
      case 'svg':
        return t('board:pictureSvg', { file })
      case 'not_a_picture':
      case 'unsupported_media_type':
        return t('board:pictureNot', { file })
      case 'too_large':
        return t('board:pictureTooLarge', { file, mb: ASSET_LIMITS.bytes / 1024 / 1024 })
      case 'picture_too_big':
        return t('board:pictureTooBig', { file, side: ASSET_LIMITS.side, frames: ASSET_LIMITS.frames })
      case 'forbidden':
      case 'not_found':
      case 'gone':
        return t('board:pictureNoRight')
      case 'conflict':
        return t('board:pictureFull')
      case 'network':
        return t('board:pictureOffline')
      default:
        return isErrorCode(code) ? t(`errors:${code}`) : t('errors:internal')
    }
  }

  return {
    onPlaced(count) {
      const action = { label: t('board:undo'), onSelect: () => session.stepBack('undo') }
      toast.show({ text: t('board:picturesPlaced', { count }), action })
    },
    onFailed(failures) {
      const [first, ...others] = failures
      if (first === undefined) return
      const more = others.length === 0 ? '' : ` ${t('board:picturesMore', { count: others.length })}`
      toast.show({ text: textOf(first) + more, tone: 'error' })
    },
    onTooMany: () => toast.show({ text: t('board:picturesTooMany', { most: PICTURES_AT_ONCE }), tone: 'error' }),
  }
}

import { useTranslation } from 'react-i18next'
import { useToast } from '../ui/toast.tsx'
import type { BoardSession } from './board-session.ts'
import type { PasteNews } from './external-content.ts'
import { PASTE_LIMITS } from './pasted-lines.ts'

/** Says what became of something that was pasted. */
export function usePasteNews(session: BoardSession, onTable: (file: File) => void): PasteNews {
  const { t } = useTranslation(['board', 'rows'])
  const toast = useToast()
  return {
    onTable,
    onRefused(what) {
      const text = {
        svg: t('svgRefused'),
        parts: t('partsRefused'),
        manyLines: t('manyLinesRefused', { most: PASTE_LIMITS.lines }),
        longLine: t('longLineRefused', { most: PASTE_LIMITS.lineLength }),
        fullBoard: t('rows:noRoom'),
        manyFiles: t('rows:oneFile'),
      }[what]
      toast.show({ text, tone: 'info' })
    },
    onNotes(count, outside) {
      // One note is there to be seen.
      if (count === 1) return
      const said = t('notesPasted', { count })
      const text = outside === 0 ? said : `${said} ${t('notesBeside', { count: outside })}`
      toast.show({ text, action: { label: t('undo'), onSelect: () => session.stepBack('undo') } })
    },
  }
}

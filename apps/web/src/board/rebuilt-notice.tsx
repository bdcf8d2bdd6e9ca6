import type { BoardSummary } from '@samtavle/shared/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeWords } from '../device/device-shelf.ts'
import { LostWords } from '../device/lost-words.tsx'
import { useMe } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import type { RebuildCause } from './rebuild.ts'
import type { SessionNews } from './session-view.ts'

type Rebuilt = Extract<SessionNews, { type: 'rebuilt' }>

/** In a dialog, when there are words to take along; else one line. */
const TITLES = {
  refused: 'refusedTitle',
  full: 'fullBoard:title',
  discarded: 'discardedTitle',
  restored: 'restoredTitle',
  readonly: 'readonlyTitle',
} as const satisfies Record<RebuildCause, string>
const TEXTS = {
  refused: 'refusedWords',
  full: 'fullBoard:words',
  discarded: 'discardedWords',
  restored: 'restoredWords',
  readonly: 'readonlyWords',
} as const satisfies Record<RebuildCause, string>
const LINES = {
  refused: 'refusedLine',
  full: 'fullBoard:line',
  discarded: 'discardedLine',
  restored: 'restoredLine',
  readonly: 'writeRefused',
} as const satisfies Record<RebuildCause, string>

/** Tells that the board was loaded anew: what of one's own is not on it, and hands over the words. */
export function useRebuiltNotice(board: Pick<BoardSummary, 'id' | 'title'>) {
  const { t } = useTranslation(['board', 'fullBoard'])
  const toast = useToast()
  const me = useMe()
  const [shown, setShown] = useState<{ cause: RebuildCause; words: string[] } | null>(null)
  const tell = ({ cause, lost, words }: Rebuilt) => {
    // A dialog that is still open keeps the words of before.
    if (words.length > 0) setShown((before) => ({ cause, words: [...(before?.words ?? []), ...words] }))
    else if (cause === 'restored' && !lost) toast.show({ text: t('restoredAll'), tone: 'info' })
    else if (lost) toast.show({ text: t(LINES[cause]), tone: 'error' })
  }
  const close = () => {
    // They lay on this device as well until their author had seen them.
    if (shown !== null) void takeWords(me.id, board.id, shown.words)
    setShown(null)
  }
  const dialog = shown !== null && (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t(TITLES[shown.cause])}
      description={t(TEXTS[shown.cause])}
      footer={<Button onClick={close}>{t('closeWords')}</Button>}
    >
      <LostWords words={shown.words} title={board.title} primary />
    </Dialog>
  )
  return { tell, dialog }
}

import type { BoardSummary } from '@samtavle/shared/api'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { SnapshotList } from './snapshot-list.tsx'

/** The snapshots of a board of no sprint, and making one of all of it. */
export function BoardSnapshotsDialog({
  board,
  onClose,
}: {
  board: Pick<BoardSummary, 'id' | 'title'>
  onClose: () => void
}) {
  const { t } = useTranslation('snapshots')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('ofBoard', { title: board.title })}>
      <SnapshotList scope={{ kind: 'board', id: board.id }} day={null} dayName={() => undefined} />
    </Dialog>
  )
}

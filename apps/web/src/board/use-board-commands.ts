import type { BoardSummary } from '@samtavle/shared/api'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { fitTitle } from '@samtavle/shared/board-title'
import type { CardKind } from '@samtavle/shared/card-kinds'
import { findExampleRemoval } from '@samtavle/shared/remove-examples'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Editor, TLRecord } from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'
import { api } from '../api-client.ts'
import { useBoardRights } from '../board-rights.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useToast } from '../ui/toast.tsx'
import { useOpenBoard } from './board-context.tsx'
import { boardQuery } from './board-query.ts'
import { insertCard } from './insert/insert-card.ts'

export type BoardCommands = {
  rename(title: string): void
  removeExamples(): void
  /** Undefined until the canvas is there. */
  insertCard: ((kind: CardKind) => void) | undefined
  /** Undefined for those who may not create boards. */
  duplicate: (() => void) | undefined
}

/** What the top bar can do with the board, each with its answer in words. */
export function useBoardCommands(board: BoardSummary): BoardCommands {
  const { t } = useTranslation('board')
  const { session, editor } = useOpenBoard()
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const failed = (failure: unknown) => toast.show({ text: failureText(failure), tone: 'error' })
  const mayDuplicate = useBoardRights(board)('board.duplicate')

  const rename = async (title: string) => {
    const { queryKey } = boardQuery(board.id)
    queries.setQueryData(queryKey, { ...board, title })
    try {
      await api.updateBoard(board.id, { title })
      await queries.invalidateQueries({ queryKey: ['boards'] })
    } catch (failure) {
      queries.setQueryData(queryKey, board)
      failed(failure)
    }
  }
  const duplicate = async () => {
    try {
      const { id } = await api.duplicateBoard(board.id, fitTitle(t('copyOf', { title: board.title })))
      await queries.invalidateQueries({ queryKey: ['boards'] })
      const onSelect = () => void navigate({ to: '/boards/$boardId', params: { boardId: id } })
      toast.show({ text: t('duplicated'), action: { label: t('openCopy'), onSelect } })
    } catch (failure) {
      failed(failure)
    }
  }
  const insert = async (canvas: Editor, kind: CardKind) => {
    try {
      if (!(await insertCard(canvas, kind, board.locale))) toast.show({ text: t('cardNotInserted'), tone: 'error' })
    } catch (failure) {
      failed(failure)
    }
  }
  return {
    rename: (title) => void rename(title),
    duplicate: mayDuplicate ? () => void duplicate() : undefined,
    insertCard: editor === null ? undefined : (kind) => void insert(editor, kind),
    removeExamples: () => {
      if (editor === null) return
      removeExamples(editor)
      const onSelect = () => session.stepBack('undo')
      toast.show({ text: t('examplesRemoved'), action: { label: t('undo'), onSelect } })
    },
  }
}

/** One step that one undo takes back. */
function removeExamples(editor: Editor): void {
  editor.markHistoryStoppingPoint('remove examples')
  const { remove, put } = findExampleRemoval(editor.store.allRecords() as unknown as BoardRecord[])
  editor.run(() => {
    editor.store.put(put as unknown as TLRecord[])
    editor.store.remove(remove as TLRecord['id'][])
  })
  editor.markHistoryStoppingPoint('examples removed')
}

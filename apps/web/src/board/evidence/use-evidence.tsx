import type { BoardSummary } from '@samtavle/shared/api'
import type { BoardEvidence } from '@samtavle/shared/evidence-api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { type ReactNode, useMemo, useState } from 'react'
import { api } from '../../api-client.ts'
import { useBoardRights } from '../../board-rights.ts'
import type { BoardSession } from '../board-session.ts'
import { LinkDialog } from './link-dialog.tsx'
import { SendOnDialog } from './send-on-dialog.tsx'

/** How often the counts are asked for while the board is looked at: others send notes on too. */
const AGAIN_MS = 30_000

export type NoteEvidence = Pick<BoardEvidence['notes'][number], 'trace' | 'buildsOn' | 'leadsTo'>

/** The evidence chain as an open board has it. */
export type Evidence = {
  /** By the id of the shape. */
  notes: ReadonlyMap<string, NoteEvidence>
  /** Opens the dialogs for these shapes; undefined where one may not. */
  sendOn: ((shapes: readonly TLShapeId[]) => void) | undefined
  link: ((shapes: readonly TLShapeId[]) => void) | undefined
}

export const boardEvidenceQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['board', boardId, 'evidence'],
    queryFn: ({ signal }) => api.boardEvidence(boardId, signal),
    refetchInterval: ({ state }) => (state.data?.behind === true ? 3_000 : AGAIN_MS),
    retry: false,
  })

type Asked = { what: 'send' | 'link'; shapes: readonly TLShapeId[] }

export function useEvidence(
  board: BoardSummary,
  session: BoardSession,
  editor: Editor | null,
): { evidence: Evidence; dialogs: ReactNode } {
  const { data } = useQuery(boardEvidenceQuery(board.id))
  const may = useBoardRights(board)
  const [asked, setAsked] = useState<Asked | null>(null)
  const maySend = may('board.send-on')
  const mayLink = may('board.edit')
  const evidence = useMemo((): Evidence => {
    const notes = new Map((data?.notes ?? []).map(({ shape, ...counts }): [string, NoteEvidence] => [shape, counts]))
    return {
      notes,
      sendOn: maySend ? (shapes) => setAsked({ what: 'send', shapes }) : undefined,
      link: mayLink ? (shapes) => setAsked({ what: 'link', shapes }) : undefined,
    }
  }, [data, maySend, mayLink])
  const close = () => {
    setAsked(null)
    editor?.focus()
  }
  const dialogs = editor && asked && (
    <>
      {asked.what === 'send' && <SendOnDialog board={board} session={session} shapes={asked.shapes} onClose={close} />}
      {asked.what === 'link' && (
        <LinkDialog board={board} session={session} editor={editor} shapes={asked.shapes} onClose={close} />
      )}
    </>
  )
  return { evidence, dialogs }
}

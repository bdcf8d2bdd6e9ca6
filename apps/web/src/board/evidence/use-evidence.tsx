import type { BoardSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { type ReactNode, useMemo, useState } from 'react'
import { useBoardRights } from '../../board-rights.ts'
import { guestHere } from '../../guest.ts'
import type { BoardSession } from '../board-session.ts'
import { boardEvidenceQuery, type Evidence, type NoteEvidence } from './evidence-query.ts'
import { LinkDialog } from './link-dialog.tsx'
import { SendOnDialog } from './send-on-dialog.tsx'

type Asked = { what: 'send' | 'link'; shapes: readonly TLShapeId[] }

export function useEvidence(
  board: BoardSummary,
  session: BoardSession,
  editor: Editor | null,
): { evidence: Evidence; dialogs: ReactNode } {
  const isGuest = guestHere() !== null
  const { data } = useQuery({ ...boardEvidenceQuery(board.id), enabled: !isGuest })
  const may = useBoardRights(board)
  const [asked, setAsked] = useState<Asked | null>(null)
  const maySend = may('board.send-on')
  const mayLink = !isGuest && may('board.edit')
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
      {asked.what === 'send' && (
        <SendOnDialog board={board} session={session} editor={editor} shapes={asked.shapes} onClose={close} />
      )}
      {asked.what === 'link' && (
        <LinkDialog board={board} session={session} editor={editor} shapes={asked.shapes} onClose={close} />
      )}
    </>
  )
  return { evidence, dialogs }
}

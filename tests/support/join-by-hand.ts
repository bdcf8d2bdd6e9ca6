import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { ApiSession } from './api-session.ts'
import { closeCodeOf, outcomeOf } from './socket-server.ts'
import { readStoredState } from './stored-board.ts'

/** Somebody's copy of a board, and an open socket that sends whatever it is told to. `code` is how it is closed. */
export async function joinByHand(session: ApiSession, syncUrl: string, boardId: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await readStoredState(session, boardId))
  const socket = new WebSocket(syncUrl, { headers: { cookie: session.cookie, origin: session.origin } })
  const code = closeCodeOf(socket)
  await outcomeOf(socket)
  return { doc, socket, code }
}

import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { ApiSession } from '../support/api-session.ts'

/**
 * Opens a bare socket to a board as this person, sends one frame and reads until the server hangs up.
 * @returns the close code
 */
export async function sendAndBeClosed(session: ApiSession, boardId: string, frame: Uint8Array): Promise<number> {
  const socket = new WebSocket(`${session.url.replace(/^http/, 'ws')}/sync/${boardId}`, {
    headers: { cookie: session.cookie },
    origin: session.origin,
  })
  const closed = once(socket, 'close') as Promise<[code: number]>
  await once(socket, 'open')
  // A server that refuses a frame by its length hangs up while the rest of it is still being sent.
  socket.on('error', () => {})
  socket.send(frame)
  const [code] = await closed
  return code
}

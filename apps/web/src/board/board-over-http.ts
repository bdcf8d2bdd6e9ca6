import { ApiError, api, type FailureCode } from '../api-client.ts'
import type { EndReason, Probe } from '../sync/end-reason.ts'
import { type FetchState, FirstStateRequest } from '../sync/first-state.ts'

const END_OF: Partial<Record<FailureCode, EndReason>> = {
  not_found: 'noSuchBoard',
  gone: 'gone',
  forbidden: 'notAllowed',
  unauthenticated: 'signedOut',
}

/** Why there is no board, as a refused request tells; undefined when it may be there all the same. */
export function endOf(failure: unknown): EndReason | undefined {
  return failure instanceof ApiError ? END_OF[failure.code] : undefined
}

/** Asks over HTTP what a socket that cannot be opened does not say. */
export function probeOf(boardId: string): Probe {
  return async () => {
    try {
      await api.board(boardId)
      return 'available'
    } catch (failure) {
      return endOf(failure) ?? 'unreachable'
    }
  }
}

/** A board that was asked for before its page had its code; older than this, in ms, it is asked for again. */
const AHEAD_MS = 20_000
let ahead: { boardId: string; at: number; request: FirstStateRequest } | null = null

/** The board whose page is being opened and of which nobody asked for the content yet. */
let opening: string | null = null

/** Asks for a board's content while the code of its page is still on its way, unless it lies on this device. */
export async function fetchAhead(boardId: string, liesHere: Promise<boolean>): Promise<void> {
  ahead?.request.cancel()
  ahead = null
  opening = boardId
  if ((await liesHere) || opening !== boardId) return
  ahead = { boardId, at: Date.now(), request: new FirstStateRequest(fetchStateOf(boardId)) }
}

/** The content of a board over HTTP: what was asked for ahead, else asked for now. */
export function takeFirstState(boardId: string): FirstStateRequest {
  const found = ahead
  ahead = null
  opening = null
  if (found?.boardId === boardId && Date.now() - found.at < AHEAD_MS) return found.request
  return new FirstStateRequest(fetchStateOf(boardId))
}

function fetchStateOf(boardId: string): FetchState {
  return async (signal, onProgress) => {
    try {
      const response = await api.boardState(boardId, signal)
      onProgress()
      const update = await readBody(response, onProgress)
      return { update, generation: response.headers.get('Board-Generation') }
    } catch (failure) {
      return endOf(failure) ?? 'unreachable'
    }
  }
}

async function readBody(response: Response, onProgress: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const reader = response.body?.getReader()
  for (let chunk = await reader?.read(); chunk?.value !== undefined; chunk = await reader?.read()) {
    onProgress()
    chunks.push(chunk.value)
  }
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

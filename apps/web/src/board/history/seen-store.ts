import { forget, remember, remembered } from '../../device/remembered.ts'

/** What somebody saw of a board on this device, and when. */
export type Seen = {
  /** Milliseconds since 1970. */
  at: number
  generation: string
  /** As `encodeSeen` says it. */
  state: Uint8Array
  /** Clients of the document that were this device since. */
  own: number[]
}

/** Boards of one person that this device remembers. */
const MOST_BOARDS = 20
/** In bytes; the state of a busy board of a week is a tenth of it. */
const MOST_STATE = 128 * 1024

const keyOf = (personId: string, boardId: string) => `seen.${personId}.${boardId}`
const listOf = (personId: string) => `seen.${personId}`

/** What is remembered of a board; null for nothing, and for what cannot be read. */
export function readSeen(personId: string, boardId: string): Seen | null {
  try {
    const said = JSON.parse(remembered(keyOf(personId, boardId)) ?? 'null') as Record<keyof Seen, unknown> | null
    if (said === null || typeof said.at !== 'number' || typeof said.generation !== 'string') return null
    const bytes = atob(String(said.state))
    const own = Array.isArray(said.own) ? said.own.filter((client) => typeof client === 'number') : []
    return { at: said.at, generation: said.generation, state: Uint8Array.from(bytes, (c) => c.charCodeAt(0)), own }
  } catch {
    return null
  }
}

/** Remembers it, and forgets the board that was longest not looked at when there are too many. */
export function writeSeen(personId: string, boardId: string, { state, ...seen }: Seen): void {
  if (state.byteLength > MOST_STATE) {
    forget(keyOf(personId, boardId))
    return
  }
  let bytes = ''
  for (const byte of state) bytes += String.fromCharCode(byte)
  remember(keyOf(personId, boardId), JSON.stringify({ ...seen, state: btoa(bytes) }))
  const boards = [boardId, ...(remembered(listOf(personId))?.split(',') ?? []).filter((id) => id !== boardId)]
  for (const old of boards.slice(MOST_BOARDS)) forget(keyOf(personId, old))
  remember(listOf(personId), boards.slice(0, MOST_BOARDS).join(','))
}

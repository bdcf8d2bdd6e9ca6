import type * as Y from 'yjs'
import { changedSince, encodeSeen, type Since } from './seen-state.ts'
import { readSeen, type Seen, writeSeen } from './seen-store.ts'

/** Shorter than this, in ms, nobody was away. */
export const AWAY_MS = 30 * 60_000
/** How often what is on screen is remembered, in ms, should the page end without a word. */
const SAVE_EVERY_MS = 60_000

/** What happened since a moment, in ms since 1970. */
export type News = Since & { since: number }

type FollowOptions = {
  personId: string
  boardId: string
  /** The open document, complete. */
  present(): { doc: Y.Doc; generation: string | null }
  /** Told once what happened while nobody looked; it stands until it is dismissed. */
  onNews(news: News): void
  now?: () => number
}

/**
 * Remembers what one has seen of a board while it is on screen, and tells what is other when one comes back: to the
 * board, or to its tab. Until that is dismissed, what is remembered stays, so that a reload tells it again.
 */
export function followSeen({ personId, boardId, present, onNews, now = Date.now }: FollowOptions) {
  let waits = false
  const save = () => {
    const { doc, generation } = present()
    if (generation === null) return
    const seen = waits ? readSeen(personId, boardId) : null
    if (seen === null) writeSeen(personId, boardId, { at: now(), generation, state: encodeSeen(doc), own: [] })
    else writeSeen(personId, boardId, { ...seen, own: [...new Set([...seen.own, doc.clientID])] })
  }
  const look = () => {
    const seen = readSeen(personId, boardId)
    if (seen === null || waits || now() - seen.at < AWAY_MS) return
    const since = sinceOf(seen, present())
    if (since === null || since.added.length + since.changed.length + since.removed.length === 0) return
    waits = true
    onNews({ ...since, since: seen.at })
  }
  const turn = () => (document.visibilityState === 'visible' ? look() : save())
  look()
  save()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') save()
  }, SAVE_EVERY_MS)
  document.addEventListener('visibilitychange', turn)
  window.addEventListener('pagehide', save)
  return {
    dismiss() {
      waits = false
      save()
    },
    stop() {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
      window.removeEventListener('pagehide', save)
      save()
    },
  }
}

function sinceOf(seen: Seen, { doc, generation }: ReturnType<FollowOptions['present']>): Since | null {
  // Put back and begun anew: nothing in it is what it was.
  if (generation !== seen.generation) return null
  try {
    return changedSince(doc, seen.state, new Set(seen.own))
  } catch {
    return null
  }
}

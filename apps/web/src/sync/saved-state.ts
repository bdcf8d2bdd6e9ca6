import type { RoomState } from '@samtavle/shared/protocol'

/**
 * What the board page says about saving, as a pure machine: no clock, no timers, no words. It never says `saved` while
 * something of mine may be lost (contract C2), and it is calm: a save that takes a moment shows nothing new.
 */
export type SavedName =
  /** Everything of mine is durable and the room is healthy. */
  | 'saved'
  /** Something is on its way, too briefly to say a word about. */
  | 'pending'
  | 'saving'
  /** The server has not confirmed for seconds, or says that it cannot keep anything just now. */
  | 'unsaved'
  | 'offline'
  /** No connection; what of mine the server lacks is in this device's storage: the transaction completed. */
  | 'offline-kept'
  /** No connection; it is on its way into this device's storage. */
  | 'offline-keeping'
  /** No connection and something of mine is only in this browser tab. */
  | 'offline-unsaved'

export const isOffline = (saved: SavedName): boolean => saved.startsWith('offline')

/** What is known at one moment. */
export type SaveFacts = {
  /** An open socket on which both ends have told each other what they hold. */
  connected: boolean
  /** When the oldest change that is not known to be durable was made, in ms; null when there is none. */
  oldestUnsavedAt: number | null
  room: RoomState
  /** Where this device stands with keeping what is unsaved; `off` when nothing is kept here. */
  device: 'kept' | 'writing' | 'off'
  /** When the oldest change was made that is still being written there, in ms. */
  writingSince?: number | null
  /** The first connection is still being made: that it is not there yet says nothing. */
  opening?: boolean
}

export type SavedState = Readonly<{
  shown: SavedName
  unsettledSince: number | null
  cleanSince: number | null
  disconnectedSince: number | null
  /** Since when something has been on its way into this device's storage, and since when nothing is any more. */
  keepingSince: number | null
  keptSince: number | null
}>

export const SAVED_AFTER = {
  /** A change that is not confirmed shows *Gemmer …*. */
  savingMs: 300,
  /** … and then *Ikke gemt endnu*. */
  unsavedMs: 3000,
  /** *Gemt* returns only after this long without a change, so that the word does not flicker while somebody types. */
  settledMs: 250,
  /** A lost connection that is back within this time is not spoken of. */
  offlineMs: 1000,
} as const

export const INITIAL_SAVED_STATE: SavedState = {
  shown: 'pending',
  unsettledSince: null,
  cleanSince: null,
  disconnectedSince: null,
  keepingSince: null,
  keptSince: null,
}

/** The next state at `now`, and in how many ms to ask again if nothing else happens (null: never). */
export function nextSavedState(
  state: SavedState,
  facts: SaveFacts,
  now: number,
): { state: SavedState; wakeInMs: number | null } {
  const dirty = facts.oldestUnsavedAt !== null
  const disconnectedSince = facts.connected || facts.opening ? null : (state.disconnectedSince ?? now)
  let unsettledSince = dirty ? (state.unsettledSince ?? facts.oldestUnsavedAt) : state.unsettledSince
  let cleanSince = dirty ? null : (state.cleanSince ?? now)
  if (unsettledSince === null) cleanSince = null
  else if (cleanSince !== null && now - cleanSince >= SAVED_AFTER.settledMs) {
    unsettledSince = null
    cleanSince = null
  }
  const times = { disconnectedSince, unsettledSince, cleanSince, ...keepingTimes(state, facts, now) }
  const shown = shownAt(state.shown, facts, times, now)
  return { state: { shown, ...times }, wakeInMs: wakeUp(facts, times, now) }
}

/** *Ligger på denne enhed* returns only after a while without a write, so that the words do not flicker while typing. */
function keepingTimes(state: SavedState, { device }: SaveFacts, now: number): KeepingTimes {
  if (device === 'off') return { keepingSince: null, keptSince: null }
  if (device === 'writing') return { keepingSince: state.keepingSince ?? now, keptSince: null }
  const keptSince = state.keptSince ?? now
  const isSettled = state.keepingSince === null || now - keptSince >= SAVED_AFTER.settledMs
  return { keepingSince: isSettled ? null : state.keepingSince, keptSince }
}

type KeepingTimes = Pick<SavedState, 'keepingSince' | 'keptSince'>
type Times = Omit<SavedState, 'shown'>

function offlineAt(
  { oldestUnsavedAt, device, writingSince }: SaveFacts,
  keepingSince: Times['keepingSince'],
  now: number,
) {
  if (oldestUnsavedAt === null) return 'offline'
  if (device === 'off') return 'offline-unsaved'
  if (keepingSince === null) return 'offline-kept'
  // A store that does not answer keeps nothing.
  const isStuck = device === 'writing' && now - (writingSince ?? now) >= SAVED_AFTER.unsavedMs
  return isStuck ? 'offline-unsaved' : 'offline-keeping'
}

function shownAt(before: SavedName, facts: SaveFacts, times: Times, now: number): SavedName {
  const { oldestUnsavedAt } = facts
  if (times.disconnectedSince !== null) {
    if (isOffline(before) || now - times.disconnectedSince >= SAVED_AFTER.offlineMs) {
      return offlineAt(facts, times.keepingSince, now)
    }
  }
  if (facts.room !== 'healthy') return 'unsaved'
  if (oldestUnsavedAt !== null) {
    if (now - oldestUnsavedAt >= SAVED_AFTER.unsavedMs) return 'unsaved'
    return now - (times.unsettledSince ?? oldestUnsavedAt) >= SAVED_AFTER.savingMs ? 'saving' : 'pending'
  }
  if (!facts.connected) return before === 'saved' ? 'saved' : 'pending'
  if (times.unsettledSince !== null && (before === 'pending' || before === 'saving')) return before
  return 'saved'
}

function wakeUp(facts: SaveFacts, times: Times, now: number): number | null {
  const moments: number[] = []
  if (times.disconnectedSince !== null) {
    moments.push(times.disconnectedSince + SAVED_AFTER.offlineMs)
    if (facts.writingSince != null) moments.push(facts.writingSince + SAVED_AFTER.unsavedMs)
    if (times.keptSince !== null) moments.push(times.keptSince + SAVED_AFTER.settledMs)
  }
  if (facts.oldestUnsavedAt !== null) {
    moments.push((times.unsettledSince ?? facts.oldestUnsavedAt) + SAVED_AFTER.savingMs)
    moments.push(facts.oldestUnsavedAt + SAVED_AFTER.unsavedMs)
  } else if (times.cleanSince !== null) moments.push(times.cleanSince + SAVED_AFTER.settledMs)
  const ahead = moments.filter((moment) => moment > now)
  return ahead.length === 0 ? null : Math.min(...ahead) - now
}

/** How bad a state is; an announcement is due when this rises, or falls back to 0. */
export function severityOf(shown: SavedName, room: RoomState = 'healthy'): 0 | 1 | 2 {
  switch (shown) {
    case 'offline-unsaved':
      return 2
    case 'offline-kept':
    case 'offline-keeping':
      return 1
    case 'unsaved':
      return room === 'read-only' ? 2 : 1
    case 'offline':
      return 1
    default:
      return 0
  }
}

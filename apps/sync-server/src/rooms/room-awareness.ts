import { LIMITS, ProtocolError } from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import { awarenessFrame } from './awareness-frame.ts'
import { type AwarenessState, readAwarenessState, stampState } from './awareness-state.ts'
import type { Allowance } from './budget.ts'
import type { Clock } from './clock.ts'
import { Paced } from './paced.ts'
import type { PresenceRounds } from './presence-rounds.ts'
import type { Seat } from './room-peer.ts'

/** How far ahead of its last message a client's clock may be; more would let one message silence all later ones. */
export const CLOCK_STEP_MAX = 1_000
/** Where a client's clock may begin. The clocks that the server sends lie far above, so an echo claims nothing. */
const FIRST_CLOCK_MAX = 2 ** 31

/** A peer with more than this in front of it, in bytes, is sent no presence until it has read (SEC-36). */
export const PRESENCE_BACKLOG_MAX = 1024 * 1024

/** How often a client may say where it is (threats table 2.2); of what comes faster the newest is shown, later. */
export const PRESENCE_PACE: Allowance = { perSecond: 40, atOnce: 80 }

/** How long after somebody left a text it counts as written in, in milliseconds. */
export const JUST_WRITTEN_MS = 5_000
const WRITTEN_MAX = 200
const RECORD_ID = /^[\w-]{1,64}$/

type Entry = { seat: Seat; state: AwarenessState }
type Left = { recordId: string; userId: string; at: number }
/** One entry of a client's message. */
type ClientEntry = { clientId: number; clock: number; state: AwarenessState | null }
/** A frame for the others, and the session it comes from, also when its seat is gone. */
type Waiting = { sessionHash: string; frame: Uint8Array }

/**
 * Who is here and where, without y-protocols' `Awareness` and its timer: a state lives as long as its socket.
 *
 * A socket has one client id, taken by its first message and nobody else's while it lasts; only the same session may
 * take it over, as a browser does that reconnects before its old socket was found dead. The clocks that others see are
 * the server's own and follow the time, so that no client can lock another out and a state that comes back after a
 * break is newer than its removal.
 */
export class RoomAwareness {
  readonly #clock: Clock
  readonly #seats: ReadonlySet<Seat>
  readonly #entries = new Map<number, Entry>()
  /** Latest frame per client id, to be sent at the end of the turn. */
  #waiting = new Map<number, Waiting>()
  readonly #paces = new Map<Seat, Paced<readonly ClientEntry[]>>()
  /** Which texts were left by whom and when, the latest last, by both. */
  readonly #written = new Map<string, Left>()
  readonly #rateLimits: boolean
  readonly #rounds: PresenceRounds
  #leaveRound = () => {}
  #lastClock = 0

  constructor(deps: { clock: Clock; rateLimits: boolean; presenceRounds: PresenceRounds }, seats: ReadonlySet<Seat>) {
    this.#clock = deps.clock
    this.#seats = seats
    this.#rateLimits = deps.rateLimits
    this.#rounds = deps.presenceRounds
  }

  /**
   * Takes one awareness message of a client. States for ids of others are passed over: stock clients echo them.
   * @throws ProtocolError when the bytes are no awareness update.
   */
  receive(seat: Seat, update: Uint8Array): void {
    const entries = readEntries(update).map(({ clientId, clock, json }) => {
      return { clientId, clock, state: readAwarenessState(json) }
    })
    if (!this.#rateLimits) {
      this.#take(seat, entries)
      return
    }
    let pace = this.#paces.get(seat)
    if (pace === undefined) {
      pace = new Paced(PRESENCE_PACE, this.#clock, (newest) => this.#take(seat, newest))
      this.#paces.set(seat, pace)
    }
    pace.offer(entries)
  }

  #take(seat: Seat, entries: readonly ClientEntry[]): void {
    for (const { clientId, clock, state } of entries) {
      if (!this.#owns(seat, clientId, clock)) continue
      if (state === null) this.#remove(seat)
      else if (this.#claim(seat, clientId)) this.#put(clientId, { seat, state })
      else continue
      seat.awarenessClock = clock
    }
  }

  /**
   * The records that somebody is writing in, or was a moment ago: their last letters may still be on the way. Said by
   * browsers, and so believed only where believing it costs nothing but that a record stays as it is.
   * @param asker what they themselves have left is not among them: they know what they wrote; null for nobody
   */
  writing(asker: string | null): Set<string> {
    const since = this.#clock.now() - JUST_WRITTEN_MS
    const open = new Set<string>()
    for (const [key, { recordId, userId, at }] of this.#written) {
      if (at < since) this.#written.delete(key)
      else if (userId !== asker) open.add(recordId)
    }
    for (const { state } of this.#entries.values()) {
      const id = openRecordOf(state)
      if (id !== undefined) open.add(id)
    }
    return open
  }

  #leaveText(before: Entry | undefined, after: AwarenessState | null): void {
    if (before === undefined) return
    const recordId = openRecordOf(before.state)
    if (recordId === undefined || (after !== null && openRecordOf(after) === recordId)) return
    const { userId } = before.seat.person
    const key = `${userId} ${recordId}`
    this.#written.delete(key)
    this.#written.set(key, { recordId, userId, at: this.#clock.now() })
    const [oldest] = this.#written.keys()
    if (this.#written.size > WRITTEN_MAX && oldest !== undefined) this.#written.delete(oldest)
  }

  /** Sends a peer what it may know of everybody else: at its arrival, and when it asks. */
  sendAll(seat: Seat): void {
    for (const [clientId, entry] of this.#entries) {
      if (mayShow(clientId, entry.seat.person.sessionHash, seat)) seat.peer.send(this.#encode(clientId, entry))
    }
  }

  /** A slow peer has read: it gets the states that it was left out of as they are now. */
  catchUp(seat: Seat): void {
    for (const clientId of seat.presenceLeftOut) {
      const entry = this.#entries.get(clientId) ?? null
      if (entry === null || mayShow(clientId, entry.seat.person.sessionHash, seat))
        seat.peer.send(this.#encode(clientId, entry))
    }
    seat.presenceLeftOut.clear()
  }

  /** The peer left: the others see it go. */
  leave(seat: Seat): void {
    this.#paces.get(seat)?.cancel()
    this.#paces.delete(seat)
    this.#remove(seat)
  }

  /** Somebody's name or colour changed. */
  restamp(userId: string): void {
    for (const [clientId, entry] of this.#entries) {
      if (entry.seat.person.userId === userId) this.#put(clientId, entry)
    }
  }

  #owns(seat: Seat, clientId: number, clock: number): boolean {
    if (seat.awarenessId === null) return clock <= FIRST_CLOCK_MAX
    if (seat.awarenessId !== clientId) return false
    return clock > seat.awarenessClock && clock <= seat.awarenessClock + CLOCK_STEP_MAX
  }

  #claim(seat: Seat, clientId: number): boolean {
    if (seat.awarenessId === clientId) return true
    const owner = [...this.#seats].find((other) => other.awarenessId === clientId)
    if (owner !== undefined) {
      if (owner.person.sessionHash !== seat.person.sessionHash) return false
      // Numbers that are no client id: the old socket of this browser shows nothing any more, and claims nothing new.
      owner.awarenessId = -1
    }
    seat.awarenessId = clientId
    // Until now states of the same session were kept back, because one of them could have been this socket's own.
    for (const [id, entry] of this.#entries) {
      const same = entry.seat.person.sessionHash === seat.person.sessionHash
      if (same && id !== clientId) seat.peer.send(this.#encode(id, entry))
    }
    return true
  }

  #put(clientId: number, entry: Entry): void {
    this.#leaveText(this.#entries.get(clientId), entry.state)
    this.#entries.set(clientId, entry)
    this.#show(clientId, { sessionHash: entry.seat.person.sessionHash, frame: this.#encode(clientId, entry) })
  }

  #remove(seat: Seat): void {
    const clientId = seat.awarenessId
    if (clientId === null || this.#entries.get(clientId)?.seat !== seat) return
    this.#leaveText(this.#entries.get(clientId), null)
    this.#entries.delete(clientId)
    this.#show(clientId, { sessionHash: seat.person.sessionHash, frame: this.#encode(clientId, null) })
  }

  #show(clientId: number, waiting: Waiting): void {
    if (this.#waiting.size === 0) this.#leaveRound = this.#rounds.join(() => this.flush())
    this.#waiting.set(clientId, waiting)
  }

  /** Sends what waits now: with an update, so that both are one write for every socket. */
  flush(): void {
    this.#leaveRound()
    if (this.#waiting.size === 0) return
    const waiting = this.#waiting
    // A cleared Map would lead on to what it holds next, and so its remains keep that from the young collector.
    this.#waiting = new Map()
    const all = [...waiting.values()].map(({ frame }) => frame)
    for (const seat of this.#seats) {
      if (seat.peer.backlog > PRESENCE_BACKLOG_MAX) for (const id of waiting.keys()) seat.presenceLeftOut.add(id)
      else if (seat.awarenessId !== null && !waiting.has(seat.awarenessId)) seat.peer.sendAll(all)
      else {
        for (const [clientId, { sessionHash, frame }] of waiting) {
          if (mayShow(clientId, sessionHash, seat)) seat.peer.send(frame)
        }
      }
    }
  }

  /** One state a frame, so that the echo of a stock client never outgrows what a client may send. */
  #encode(clientId: number, entry: Entry | null): Uint8Array {
    this.#lastClock = Math.max(this.#clock.now(), this.#lastClock + 1)
    const frameOf = (state: unknown) => awarenessFrame(clientId, this.#lastClock, JSON.stringify(state))
    if (entry === null) return frameOf(null)
    const { state, seat } = entry
    const whole = frameOf(stampState(state, seat.person))
    if (whole.byteLength <= LIMITS.awarenessBytes) return whole
    const { presence: _, ...rest } = state
    return frameOf(stampState(rest, seat.person))
  }
}

/** The record that this state says is open for writing. */
function openRecordOf({ presence }: AwarenessState): string | undefined {
  const { e } = (presence ?? {}) as { e?: unknown }
  return typeof e === 'string' && RECORD_ID.test(e) ? `shape:${e}` : undefined
}

/** A client must never be told of its own state: it would take an old one for newer than what it shows. */
function mayShow(clientId: number, sessionHash: string, seat: Seat): boolean {
  if (seat.awarenessId === clientId) return false
  return seat.awarenessId !== null || seat.person.sessionHash !== sessionHash
}

type WireEntry = { clientId: number; clock: number; json: Uint8Array }

/** The entries of an awareness update. */
function readEntries(update: Uint8Array): WireEntry[] {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: WireEntry[] = []
    // The count is the client's word: reading ends, with an error, where the bytes do.
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ clientId, clock, json: decoding.readVarUint8Array(decoder) })
    }
    return entries
  } catch (error) {
    throw new ProtocolError('an awareness update that cannot be read', { cause: error })
  }
}

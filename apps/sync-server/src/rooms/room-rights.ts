import type { BoardRole } from '@samtavle/shared/access'
import { type CloseReason, encodeEvent, type RoomEvent } from '@samtavle/shared/protocol'
import { ClientClaims } from './client-claims.ts'
import type { Clock } from './clock.ts'
import type { ClientClaim } from './doc-store.ts'
import { policyOf } from './own-policy.ts'
import type { Attendee } from './room-control.ts'
import type { RoomMetrics } from './room-metrics.ts'
import { mayEdit, mayView, type Seat } from './room-peer.ts'

/** How many dropped writes a minute somebody who may only view is forgiven. */
export const DROPPED_WRITES_MAX = 10

/** What the people in a room may do, and what reaches their sockets when that changes. */
export class RoomRights {
  /** An archived board is read-only for everybody. */
  archived = false
  /** Whose the client ids of the document are. */
  readonly claims: ClientClaims
  readonly #seats: ReadonlySet<Seat>
  readonly #clock: Clock
  readonly #metrics: RoomMetrics
  readonly #dismiss: (seat: Seat, reason: CloseReason) => void

  constructor(
    seats: ReadonlySet<Seat>,
    claims: readonly ClientClaim[],
    deps: { clock: Clock; metrics: RoomMetrics },
    dismiss: (seat: Seat, reason: CloseReason) => void,
  ) {
    this.#seats = seats
    this.#clock = deps.clock
    this.#metrics = deps.metrics
    this.#dismiss = dismiss
    const announcedBy = (clientId: number) => [...seats].find((seat) => seat.awarenessId === clientId)?.person.userId
    this.claims = new ClientClaims(claims, announcedBy, ({ clientId, principal }) => {
      for (const seat of seats) if (seat.person.userId === principal) this.tellOwn(seat, [clientId])
    })
  }

  /** Tells somebody who may change only their own which clients of the document are theirs; all without a list. */
  tellOwn(seat: Seat, added?: readonly number[]): void {
    if (seat.policy?.name !== 'own' || !mayEdit(seat, false)) return
    const clients = added ?? this.claims.clientsOf(seat.person.userId)
    seat.peer.send(encodeEvent({ type: 'own', clients }))
  }

  /** How many of those who are here may write. */
  get editors(): number {
    let count = 0
    for (const seat of this.#seats) if (mayEdit(seat, this.archived)) count += 1
    return count
  }

  /** Asked before every write. One by somebody who may only view goes nowhere, and its sender is told. */
  mayWrite(seat: Seat): boolean {
    if (mayEdit(seat, this.archived)) return true
    seat.count = 'readonly'
    this.#metrics.refused('readonly')
    const now = this.#clock.now()
    seat.dropped = [...seat.dropped.filter((at) => at > now - 60_000), now]
    if (seat.dropped.length > DROPPED_WRITES_MAX) this.#dismiss(seat, 'notAllowed')
    else seat.peer.send(encodeEvent({ type: 'readonly' }))
    return false
  }

  /** Somebody's role on this board changed; null takes it away. */
  changeAccess(userId: string, role: BoardRole | null): void {
    for (const seat of [...this.#seats]) {
      if (seat.person.userId !== userId) continue
      if (role === null) {
        this.#dismiss(seat, 'notAllowed')
        continue
      }
      seat.role = role
      // What waits for its statement is judged by this too.
      seat.policy = policyOf(seat.person, role)
      seat.peer.send(encodeEvent({ type: 'role', role }))
      this.tellOwn(seat)
      this.#restartIfBehind(seat)
    }
  }

  /** The board got another name, or its archived state changed. */
  changeBoard({ title, archived }: { title: string; archived: boolean }): void {
    this.archived = archived
    const frame = encodeEvent({ type: 'board', title, archived })
    for (const seat of [...this.#seats]) {
      if (!mayView(seat, archived)) {
        this.#dismiss(seat, 'notAllowed')
        continue
      }
      seat.peer.send(frame)
      this.#restartIfBehind(seat)
    }
  }

  /** Tells everybody who is here. */
  tell(event: RoomEvent): void {
    const frame = encodeEvent(event)
    for (const seat of this.#seats) seat.peer.send(frame)
  }

  /** A person's name or colour changed. */
  changePerson({ userId, name, colour }: Attendee): void {
    for (const seat of this.#seats) {
      if (seat.person.userId === userId) seat.person = { ...seat.person, name, colour }
    }
  }

  /** Ends the sockets of one session. */
  endSession(sessionHash: string): void {
    for (const seat of [...this.#seats]) if (seat.person.sessionHash === sessionHash) this.#dismiss(seat, 'signedOut')
  }

  /** Who is here, each person once. */
  attendees(): Attendee[] {
    const people = new Map<string, Attendee>()
    for (const { person } of this.#seats) {
      people.set(person.userId, { userId: person.userId, name: person.name, colour: person.colour })
    }
    return [...people.values()]
  }

  /** Who may edit again, but had writes dropped meanwhile, gets them in only by syncing anew. */
  #restartIfBehind(seat: Seat): void {
    if (seat.count === 'readonly' && mayEdit(seat, this.archived)) this.#dismiss(seat, 'restart')
  }
}

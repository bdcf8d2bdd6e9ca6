import { randomUUID } from 'node:crypto'
import type { BoardRole } from '@samtavle/shared/access'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClientClaims } from '../../apps/sync-server/src/rooms/client-claims.ts'
import { ownPolicy } from '../../apps/sync-server/src/rooms/own-policy.ts'
import type { PendingUpdate, WriterRoom } from '../../apps/sync-server/src/rooms/pending-update.ts'
import { createSeat, type RoomPeer, type Seat } from '../../apps/sync-server/src/rooms/room-peer.ts'
import { BatchOverlay, touchedRecords } from '../../apps/sync-server/src/rooms/touched-records.ts'
import { decodeDocumentUpdate } from '../../apps/sync-server/src/rooms/update-guard.ts'
import { admitUpdates } from '../../apps/sync-server/src/rooms/write-admission.ts'
import type { WritePolicy } from '../../apps/sync-server/src/rooms/write-policy.ts'
import { apply, copyOf } from '../support/applied-update.ts'
import { type BoardAct, boardAct, FuzzAuthor } from '../support/fuzz-author.ts'

/** `FUZZ_SEED=… FUZZ_RUNS=… npx vitest run --project fuzz` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.FUZZ_RUNS ?? 100)

/** Who is on the board, and the one record that each makes; all of them work on all records in all ways. */
const PEOPLE: readonly { role: BoardRole; makes: string }[] = [
  { role: 'owner', makes: 'shape:a' },
  { role: 'edit', makes: 'shape:b' },
  { role: 'contribute', makes: 'shape:c' },
  { role: 'contribute', makes: 'shape:d' },
]

type Step =
  | { do: 'act'; who: number; act: BoardAct }
  /** What these have sent becomes one batch. */
  | { do: 'commit'; who: number[]; merged: boolean }
  | { do: 'receive'; who: number }
  | { do: 'restart'; who: number }
type Figures = { admitted: number; refused: number }
type Choose = (role: BoardRole, userId: string) => WritePolicy | undefined

const who = fc.nat(PEOPLE.length - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: fc.constant('act' as const), who, act: boardAct }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      who: fc.array(who, { minLength: 1, maxLength: 4 }),
      merged: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('receive' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), who }) },
)

const peer = { id: 'fuzz', backlog: 0, send() {}, sendAll() {}, whenTaken() {}, close() {} } satisfies RoomPeer

type Participant = { userId: string; seat: Seat; author: FuzzAuthor }

class Board {
  readonly figures: Figures = { admitted: 0, refused: 0 }
  readonly #doc = new Y.Doc()
  readonly #claims = new ClientClaims()
  readonly #choose: Choose
  readonly #people: Participant[] = []
  #clientId = 0

  constructor(choose: Choose) {
    this.#choose = choose
    for (const i of PEOPLE.keys()) this.#enter(i, randomUUID())
    for (const [i, { makes: id }] of PEOPLE.entries()) this.take({ do: 'act', who: i, act: { what: 'create', id } })
    this.#commit([...PEOPLE.keys()], false)
    for (const { author } of this.#people) author.receive()
  }

  /** With a fresh document, as after a reload or a refusal. */
  #enter(i: number, userId: string): void {
    const { role } = PEOPLE[i] as (typeof PEOPLE)[number]
    const person = { userId, name: userId, colour: 1, role: 'member', sessionHash: userId } as const
    const seat = createSeat(peer, { person, role, archived: false, generation: 1 })
    seat.policy = this.#choose(role, userId) ?? seat.policy
    this.#clientId += 1
    const author = new FuzzAuthor(this.#clientId)
    Y.applyUpdate(author.doc, Y.encodeStateAsUpdate(this.#doc), author)
    this.#people[i] = { userId, seat, author }
  }

  take(next: Step): void {
    if (next.do === 'commit') {
      this.#commit([...new Set(next.who)], next.merged)
      return
    }
    const one = this.#people[next.who]
    if (one === undefined) return
    if (next.do === 'receive') one.author.receive()
    else if (next.do === 'restart') this.#leave(next.who)
    // Ids are random: nobody makes what somebody else is making.
    else if (next.act.what !== 'create' || next.act.id === PEOPLE[next.who]?.makes) one.author.act(next.act)
  }

  #leave(i: number): void {
    const one = this.#people[i]
    one?.author.destroy()
    this.#enter(i, one?.userId ?? '')
  }

  #commit(people: readonly number[], merged: boolean): void {
    const batch = people.flatMap((i): (PendingUpdate & { by: number })[] => {
      const { author, seat } = this.#people[i] as Participant
      const sent = author.outbox.splice(0)
      const updates = merged && sent.length > 0 ? [Y.mergeUpdates(sent)] : sent
      return updates.map((payload, ordinal) => {
        const decoded = decodeDocumentUpdate(payload)
        return {
          by: i,
          room: null as unknown as WriterRoom,
          seat,
          actorId: null,
          ordinal,
          payload,
          decoded,
          stage: 'queued',
        }
      })
    })
    const refused = new Set<Seat>()
    const admitted = new Set(
      admitUpdates({ doc: this.#doc, bound: { admit: () => 0 } }, this.#claims, batch, ({ seat, reason }) => {
        expect(reason).toBe('policy')
        if (seat === null) return
        refused.add(seat)
        seat.count = 'refused'
      }),
    )
    this.#judge(batch, admitted)
    this.#doc.transact(() => {
      for (const { payload } of admitted) Y.applyUpdate(this.#doc, payload)
    })
    for (const [i, { author, seat }] of [...this.#people.entries()]) {
      if (refused.has(seat)) this.#leave(i)
      else for (const update of batch) if (admitted.has(update) && update.by !== i) author.inbox.push(update.payload)
    }
  }

  /** By what the updates do to a copy, one after the other, and not by what the policy asks. */
  #judge(batch: readonly (PendingUpdate & { by: number })[], admitted: ReadonlySet<PendingUpdate>): void {
    const copy = copyOf(this.#doc)
    const overlay = new BatchOverlay()
    const stopped = new Set<Seat | null>()
    for (const update of batch) {
      const { role, makes } = PEOPLE[update.by] as (typeof PEOPLE)[number]
      if (admitted.has(update)) {
        const { ids } = apply(copy, update.payload)
        overlay.add(decodeDocumentUpdate(update.payload))
        if (role === 'contribute') expect([...ids].filter((id) => id !== makes)).toEqual([])
        this.figures.admitted += 1
      } else if (!stopped.has(update.seat)) {
        stopped.add(update.seat)
        expect(role).toBe('contribute')
        const touched = touchedRecords(this.#doc, overlay, decodeDocumentUpdate(update.payload))
        expect(touched.ok && [...touched.records.keys()].some((id) => id !== makes)).toBe(true)
        this.figures.refused += 1
      }
    }
    copy.destroy()
  }

  destroy(): void {
    for (const { author } of this.#people) author.destroy()
    this.#doc.destroy()
  }
}

const property = (choose: Choose, count?: (figures: Figures) => void) =>
  fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
    const board = new Board(choose)
    for (const next of steps) board.take(next)
    count?.(board.figures)
    board.destroy()
  })

it('O1 O4: of somebody who contributes exactly those updates are let in that touch nothing but what they made', () => {
  const sum: Figures = { admitted: 0, refused: 0 }
  const asItIs: Choose = () => undefined
  const count = ({ admitted, refused }: Figures) => {
    sum.admitted += admitted
    sum.refused += refused
  }
  fc.assert(property(asItIs, count), { seed, numRuns, endOnFailure: process.env.CI === 'true' })
  expect(sum.admitted).toBeGreaterThan(numRuns)
  expect(sum.refused).toBeGreaterThan(numRuns / 10)
})

/** A policy that is wrong in one way. */
const BUGS: Record<string, (own: WritePolicy) => WritePolicy> = {
  'lets everything be changed': (own) => ({ ...own, mayTouch: () => true }),
  'looks only at deletions': (own) => ({
    ...own,
    mayTouch: (id, touch, now) => touch !== 'delete' || own.mayTouch(id, touch, now),
  }),
  'knows no claims': (own) => ({
    ...own,
    mayTouch: (id, touch, now) => own.mayTouch(id, touch, { ...now, claims: new ClientClaims() }),
  }),
}

for (const [name, bug] of Object.entries(BUGS)) {
  it(`O1: a policy that ${name} is found out`, () => {
    const choose: Choose = (role, userId) => (role === 'contribute' ? bug(ownPolicy(userId)) : undefined)
    expect(fc.check(property(choose), { seed, numRuns: 60, endOnFailure: true }).failed).toBe(true)
  })
}

import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { assertNesting } from '../../apps/sync-server/src/rooms/nesting-guard.ts'
import {
  BatchOverlay,
  type Touch,
  type Touched,
  touchedRecords,
} from '../../apps/sync-server/src/rooms/touched-records.ts'
import { type DecodedUpdate, decodeDocumentUpdate } from '../../apps/sync-server/src/rooms/update-guard.ts'
import { type Applied, apply, concerned, copyOf, marksOf } from '../support/applied-update.ts'
import { forgedUpdate, forgery, mutateBytes } from '../support/forged-update.ts'
import { type BoardAct, boardAct, FuzzAuthor } from '../support/fuzz-author.ts'

/** `FUZZ_SEED=… FUZZ_RUNS=… npx vitest run --project fuzz` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.FUZZ_RUNS ?? 100)

const AUTHORS = 4
type Touches = typeof touchedRecords
/** Records that the guard named, and those of them of which it said more than was done: deleted, or changed. */
type Figures = { said: number; overstated: number }
type Step =
  | { do: 'act'; author: number; act: BoardAct }
  /** Everything that these authors have sent, one update each at a time, becomes one batch. */
  | { do: 'commit'; authors: number[]; merged: boolean }
  | { do: 'receive'; author: number }
  /** Sends all that the server lacked at some time, as after a lost connection. */
  | { do: 'resync'; author: number }

const author = fc.nat(AUTHORS - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('act' as const), author, act: boardAct }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      authors: fc.array(author, { minLength: 1, maxLength: 3 }),
      merged: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('receive' as const, 'resync' as const), author }) },
)

/** A board with two notes, as the server makes them. */
function startBoard(): Y.Doc {
  const one = new FuzzAuthor(AUTHORS + 1)
  one.act({ what: 'create', id: 'shape:a' })
  one.act({ what: 'create', id: 'shape:b' })
  return one.doc
}

type Allowed = Readonly<Record<'made' | 'kept' | 'gone' | 'never', readonly (Touch | undefined)[]>>
/** Who wins among several who made the same record at once only Yjs knows: within their batch making it anew is `change`. */
const HONEST: Allowed = {
  made: ['create', 'change'],
  kept: ['change', 'delete'],
  gone: ['delete'],
  never: ['create', 'change'],
}
/** Of what only Yjs could sort out, the guard may say that it changes or deletes something that is there. */
const FORGED: Allowed = { ...HONEST, made: ['create', 'change', 'delete'] }

function mustCover(said: ReadonlyMap<string, Touch>, { ids, before, after }: Applied, may: Allowed): void {
  for (const id of ids) {
    const fate = before.has(id) ? (after.has(id) ? 'kept' : 'gone') : after.has(id) ? 'made' : 'never'
    expect(may[fate], `${id}: ${fate}`).toContain(said.get(id))
  }
}

function run(steps: readonly Step[], touches: Touches): Figures {
  const server = new Y.Doc()
  const kept = new Y.Doc({ gc: false })
  const authors = Array.from({ length: AUTHORS }, (_, i) => new FuzzAuthor(i + 1))
  const seedBoard = Y.encodeStateAsUpdate(startBoard())
  for (const doc of [server, kept, ...authors.map((one) => one.doc)]) Y.applyUpdate(doc, seedBoard)
  for (const one of authors) one.outbox.length = 0
  const vectors = [Y.encodeStateVector(server)]
  const figures = { said: 0, overstated: 0 }

  const commit = (batch: readonly { from: FuzzAuthor; update: Uint8Array }[]): void => {
    const overlay = new BatchOverlay()
    const unchanged = Y.encodeStateAsUpdate(server)
    const copy = copyOf(server)
    const judged: { marks: Y.ID[]; said: ReadonlyMap<string, Touch> }[] = []
    for (const { update } of batch) {
      const decoded = decodeDocumentUpdate(update)
      const answer = touches(server, overlay, decoded)
      assertNesting(server, overlay, decoded)
      overlay.add(decoded)
      const real = apply(copy, update)
      // Nobody honest is refused, whatever was collected on their side.
      if (!answer.ok) throw new Error(answer.reason)
      mustCover(answer.records, real, HONEST)
      figures.said += answer.records.size
      for (const [id, touch] of answer.records) {
        const isMade = !real.before.has(id)
        if (real.after.has(id) && (touch === 'delete' || (isMade && touch !== 'create'))) figures.overstated += 1
      }
      judged.push({ marks: marksOf(server, decoded), said: answer.records })
    }
    expect(Y.encodeStateAsUpdate(server), 'the guard changed the document').toEqual(unchanged)
    server.transact(() => {
      for (const { update } of batch) Y.applyUpdate(server, update)
    })
    for (const { update } of batch) Y.applyUpdate(kept, update)
    for (const { marks, said } of judged) {
      const ids = concerned(kept, marks)
      for (const id of said.keys()) expect([...ids], 'said and not touched').toContain(id)
    }
    for (const one of authors) {
      for (const { from, update } of batch) if (from !== one) one.inbox.push(update)
    }
    vectors.push(Y.encodeStateVector(server))
    copy.destroy()
  }

  for (const next of steps) {
    if (next.do === 'commit') {
      const senders = [...new Set(next.authors)].map((i) => authors[i] as FuzzAuthor)
      const batch: { from: FuzzAuthor; update: Uint8Array }[] = []
      for (const from of senders) {
        const updates = from.outbox.splice(0)
        if (updates.length === 0) continue
        if (next.merged) batch.push({ from, update: Y.mergeUpdates(updates) })
        else batch.push(...updates.map((update) => ({ from, update })))
      }
      if (batch.length > 0) commit(batch)
      continue
    }
    const one = authors[next.author] as FuzzAuthor
    if (next.do === 'act') one.act(next.act)
    else if (next.do === 'receive') one.receive()
    else {
      // What is known already lies in front of what is new, as when the server went on since it said what it had.
      const vector = vectors[Math.max(0, vectors.length - 3)] as Uint8Array
      one.outbox.length = 0
      commit([{ from: one, update: Y.encodeStateAsUpdate(one.doc, vector) }])
    }
  }
  for (const one of authors) one.destroy()
  return figures
}

const property = (touches: Touches, count?: (figures: Figures) => void) =>
  fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
    const figures = run(steps, touches)
    count?.(figures)
  })

it('G1 G2 G3 G8: what an update is said to touch is what it touches, for honest authors in all their ways', () => {
  const sum: Figures = { said: 0, overstated: 0 }
  fc.assert(
    property(touchedRecords, ({ said, overstated }) => {
      sum.said += said
      sum.overstated += overstated
    }),
    { seed, numRuns, endOnFailure: process.env.CI === 'true' },
  )
  expect(sum.said).toBeGreaterThan(numRuns)
  expect(sum.overstated / sum.said).toBeLessThan(0.01)
})

/** A guard that is wrong in one way. */
const BUGS: Record<string, Touches> = {
  'does not look at deletions': (doc, overlay, { structs }, watch) =>
    touchedRecords(doc, overlay, { structs, ds: decodeDocumentUpdate(new Uint8Array([0, 0])).ds }, watch),
  'does not see the batch': (doc, _, decoded, watch) => touchedRecords(doc, new BatchOverlay(), decoded, watch),
  'ends with the first record': (doc, overlay, decoded) =>
    touchedRecords(doc, overlay, decoded, { touches: () => true, brings: () => false }),
  'takes deleting for changing': (doc, overlay, decoded) => {
    const answer: Touched = touchedRecords(doc, overlay, decoded)
    if (!answer.ok) return answer
    return {
      ok: true,
      records: new Map([...answer.records].map(([id, touch]) => [id, touch === 'delete' ? 'change' : touch])),
    }
  },
}

for (const [name, bug] of Object.entries(BUGS)) {
  it(`G1: a guard that ${name} is found out`, () => {
    expect(fc.check(property(bug), { seed, numRuns: 40, endOnFailure: true }).failed).toBe(true)
  })
}

it('G4: of a forged update either nothing is said, or nothing else is touched', () => {
  let judged = 0
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 20, maxLength: 40 }),
      fc.array(forgery, { minLength: 20, maxLength: 20 }),
      (steps, forgeries) => {
        const doc = new Y.Doc()
        const one = new FuzzAuthor(1)
        const other = new FuzzAuthor(2)
        for (const next of steps) if (next.do === 'act') (next.author % 2 === 0 ? one : other).act(next.act)
        for (const update of [...one.outbox, ...other.outbox]) Y.applyUpdate(doc, update)
        one.inbox.push(...other.outbox.splice(0))
        one.outbox.length = 0
        one.receive()
        one.act({ what: 'create', id: 'shape:a' })
        one.act({ what: 'moveAll', x: 1 })
        const honest = Y.mergeUpdates(one.outbox)
        // All that is judged makes one batch.
        const overlay = new BatchOverlay()
        const copy = copyOf(doc)
        for (const given of forgeries) {
          const update = given.mutate === null ? forgedUpdate(doc, given) : mutateBytes(honest, given.mutate)
          let decoded: DecodedUpdate
          try {
            decoded = decodeDocumentUpdate(update)
          } catch {
            continue
          }
          const answer = touchedRecords(doc, overlay, decoded)
          if (!answer.ok) continue
          judged += answer.records.size
          overlay.add(decoded)
          mustCover(answer.records, apply(copy, update), FORGED)
          expect(copy.store.pendingStructs).toBeNull()
        }
        copy.destroy()
        one.destroy()
        other.destroy()
      },
    ),
    { seed, numRuns: Math.ceil(numRuns / 2), endOnFailure: process.env.CI === 'true' },
  )
  expect(judged).toBeGreaterThan(numRuns)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type BoardRecord,
  createRecord,
  deleteRecord,
  readAllRecords,
  readRecord,
  recordMapOf,
  updateRecord,
} from '../../packages/shared/src/board-doc.ts'
import { richTextOf } from '../../packages/shared/src/rich-text-doc.ts'
import { settle } from '../support/manual-clock.ts'
import type { RoomClient } from '../support/room-client.ts'
import { BOARD, createTestRooms } from '../support/test-rooms.ts'

/** `SEED=… RUNS=… npx vitest run --project fuzz` repeats a run; fast-check prints both, and the shortest failing case. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.RUNS ?? 150)

const PEERS = 4
const IDS = ['shape:a', 'shape:b', 'shape:c', 'shape:d', 'shape:e']

type Edit = (record: BoardRecord) => BoardRecord
type Step =
  | { do: 'create' | 'delete'; peer: number; id: string }
  | { do: 'edit'; peer: number; id: string; edit: Edit }
  /** Delivers what this peer has sent, or what has been sent to it, in this order. */
  | { do: 'send' | 'receive'; peer: number }
  /** The socket breaks, with all that is under way on it. */
  | { do: 'drop' | 'reconnect'; peer: number }
  /** The statement in flight ends. */
  | { do: 'commit' | 'fail' }

const peer = fc.nat(PEERS - 1)
const id = fc.constantFrom(...IDS)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ x: fc.integer(), y: fc.integer(), parentId: fc.constantFrom('page:p', 'shape:frame') })
    .map((place) => (record: BoardRecord) => ({ ...record, ...place })),
  fc
    .constantFrom('yellow', 'blue', 'orange')
    .map((color) => (record: BoardRecord) => ({ ...record, props: { ...record.props, color } })),
  fc
    .string({ maxLength: 6 })
    .map((text) => (record: BoardRecord) => ({ ...record, props: { ...record.props, richText: richTextOf(text) } })),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('create' as const), peer, id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('delete' as const), peer, id }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), peer, id, edit }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'receive' as const), peer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('drop' as const, 'reconnect' as const), peer }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('commit' as const, 'commit' as const, 'fail' as const) }) },
)

const note = (recordId: string): BoardRecord => ({
  id: recordId,
  typeName: 'shape',
  type: 'note',
  parentId: 'page:p',
  x: 0,
  y: 0,
  props: { color: 'yellow', richText: richTextOf('') },
  meta: {},
})

function change(client: RoomClient, { do: what, id: recordId, ...rest }: Extract<Step, { id: string }>): void {
  const records = recordMapOf(client.doc)
  const before = readRecord(records, recordId)
  client.doc.transact(() => {
    if (what === 'create') {
      if (before === undefined) createRecord(records, note(recordId))
    } else if (before !== undefined) {
      if (what === 'delete') deleteRecord(records, recordId)
      else if ('edit' in rest) updateRecord(records, before, rest.edit(structuredClone(before)))
    }
  })
}

const sorted = (doc: Y.Doc): BoardRecord[] => readAllRecords(doc).sort((a, b) => (a.id < b.id ? -1 : 1))

it('W1 W4 W8: peers with broken sockets and failing commits end equal, and nobody ever sees what is not stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 80 }), async (steps) => {
      const rooms = createTestRooms()
      const clients = await Promise.all(Array.from({ length: PEERS }, () => rooms.connect()))
      const online = new Set(clients)
      const at = (index: number): RoomClient => clients[index] as RoomClient

      const storedDoc = async (): Promise<Y.Doc> => {
        const doc = new Y.Doc()
        for (const payload of (await rooms.memory.load(BOARD))?.payloads ?? []) Y.applyUpdate(doc, payload)
        return doc
      }
      /** What a peer holds of the others' edits must be in the store already; of its own, what was acknowledged. */
      const seenIsStored = async (): Promise<void> => {
        const stored = Y.decodeStateVector(Y.encodeStateVector(await storedDoc()))
        for (const client of clients) {
          for (const [author, clock] of Y.decodeStateVector(Y.encodeStateVector(client.doc))) {
            if (author !== client.doc.clientID) expect(stored.get(author) ?? 0).toBeGreaterThanOrEqual(clock)
          }
        }
      }
      const reconnect = async (client: RoomClient): Promise<void> => {
        if (online.has(client)) return
        online.add(client)
        await rooms.connect({ client })
      }

      rooms.store.hold.append = true
      for (const next of steps) {
        if ('id' in next) change(at(next.peer), next)
        else if (next.do === 'send') at(next.peer).pair.flushToServer()
        else if (next.do === 'receive') at(next.peer).pair.flushToClient((frame) => at(next.peer).receive(frame))
        else if (next.do === 'drop') {
          at(next.peer).reconnect()
          online.delete(at(next.peer))
        } else if (next.do === 'reconnect') await reconnect(at(next.peer))
        else if (rooms.store.inFlight.length > 0) {
          if (next.do === 'commit') rooms.store.proceed()
          else rooms.store.fail()
          await settle()
          // A failed statement is tried again after a second at most.
          rooms.clock.advance(1_000)
        }
        rooms.clock.turn()
        await seenIsStored()
      }

      rooms.store.hold.append = false
      while (rooms.store.inFlight.length > 0) rooms.store.proceed()
      await settle()
      rooms.clock.advance(1_000)
      for (const client of clients) await reconnect(client)
      await rooms.deliver(...clients)
      const expected = sorted(await storedDoc())
      for (const client of clients) expect(sorted(client.doc)).toEqual(expected)
      expect(rooms.registry.stats().waiting).toBe(0)
      for (const client of clients) client.destroy()
      rooms.registry.close()
    }),
    { seed, numRuns, endOnFailure: process.env.CI === 'true' },
  )
})

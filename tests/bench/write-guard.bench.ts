/**
 * What the write guard costs for each update: admitting updates of somebody under the policies `participant` and
 * `own` against those of somebody without one, on a board of 5,000 records, turn by turn. Writes `results/write-guard.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoardRole } from '@samtavle/shared/access'
import {
  type BoardRecord,
  encodeSeed,
  readRecord,
  recordMapOf,
  richTextFragmentOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import { heldRecords } from '@samtavle/shared/held-records'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'
import { BOARD_BOUNDS, BoardBound } from '../../apps/sync-server/src/rooms/board-bound.ts'
import { ClientClaims } from '../../apps/sync-server/src/rooms/client-claims.ts'
import type { PendingUpdate, WriterRoom } from '../../apps/sync-server/src/rooms/pending-update.ts'
import { createSeat, type RoomPeer, type Seat } from '../../apps/sync-server/src/rooms/room-peer.ts'
import { decodeDocumentUpdate } from '../../apps/sync-server/src/rooms/update-guard.ts'
import { admitUpdates } from '../../apps/sync-server/src/rooms/write-admission.ts'

const RECORDS = 5_000
/** As many as in the largest templates. */
const FIXED = 250
const ROUNDS = 41
/** Rounds that are not counted. */
const WARM_UP = 6
const UPDATES_PER_ROUND = 500
const GOAL_US = 3

const idOf = (i: number): string => `shape:note-${i}`
const records = Array.from({ length: RECORDS }, (_, i): BoardRecord => {
  const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Seddel ${i}` }] }] }
  return noteRecord(idOf(i), { richText: text }, { meta: i < FIXED ? { fixed: true } : {} })
})
const seed = encodeSeed(records)
const docOf = (): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed)
  return doc
}

/** Two moves and a letter, again and again, in notes all over the board. */
function writeAll(count: number): Uint8Array[] {
  const doc = docOf()
  const map = recordMapOf(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (let i = 0; i < count; i++) {
    const id = idOf(FIXED + ((i * 37) % (RECORDS - FIXED)))
    const before = readRecord(map, id)
    if (before === undefined) throw new Error(`no ${id}`)
    doc.transact(() => {
      if (i % 3 < 2) updateRecord(map, before, { ...before, x: i, y: i })
      else {
        const line = richTextFragmentOf(map, id)?.get(0) as Y.XmlElement
        const text = line.get(0) as Y.XmlText
        text.insert(0, 'x')
      }
    })
  }
  doc.destroy()
  return updates
}

const peer = { id: 'bench', backlog: 0, send() {}, sendAll() {}, whenTaken() {}, close() {} } satisfies RoomPeer
const person = { userId: 'bench', name: 'Bench', colour: 1, role: 'member', sessionHash: 'none' } as const
const seatOf = (role: BoardRole): Seat => createSeat(peer, { person, role, archived: false, generation: 1 })

/** Somebody's board on the server. */
const sides = (['owner', 'edit', 'contribute'] as const).map((role) => ({
  role,
  // All notes are of one person, so that everybody may move them.
  claims: new ClientClaims([...docOf().store.clients.keys()].map((clientId) => ({ clientId, principal: 'bench' }))),
  seat: seatOf(role),
  doc: docOf(),
  bound: new BoardBound(BOARD_BOUNDS, { now: () => 0 }, () => {}),
  us: [] as number[],
}))
if (sides.map(({ seat }) => seat.policy?.name).join() !== ',participant,own') throw new Error('other policies')

type Side = (typeof sides)[number]

function admitAll({ doc, bound, seat, claims }: Side, updates: readonly Uint8Array[], perBatch: number): number[] {
  const batches: PendingUpdate[][] = []
  for (const [i, payload] of updates.entries()) {
    const decoded = decodeDocumentUpdate(payload)
    const room = null as unknown as WriterRoom
    const update: PendingUpdate = { room, seat, actorId: null, ordinal: i, payload, decoded, stage: 'queued' }
    if (i % perBatch === 0) batches.push([])
    batches.at(-1)?.push(update)
  }
  const us: number[] = []
  for (const batch of batches) {
    const began = performance.now()
    const admitted = admitUpdates({ doc, bound }, claims, batch, (refusal) => {
      throw new Error(`refused: ${refusal.reason}`)
    })
    us.push(((performance.now() - began) * 1_000) / batch.length)
    doc.transact(() => {
      for (const { payload, growth } of admitted) {
        Y.applyUpdate(doc, payload)
        bound.applied(payload.byteLength, growth)
      }
    })
  }
  return us
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const round = (value: number): number => Number(value.toFixed(2))

const cold = docOf()
const began = performance.now()
heldRecords(cold).has('')
const findHeldMs = performance.now() - began

const result: Record<string, unknown> = {
  measured: new Date().toISOString().slice(0, 10),
  node: process.version,
  records: RECORDS,
  fixed: FIXED,
  rounds: ROUNDS - WARM_UP,
  updatesPerRound: UPDATES_PER_ROUND,
  goalUs: GOAL_US,
  findHeldMs: round(findHeldMs),
}
const updates = writeAll(2 * ROUNDS * UPDATES_PER_ROUND)
for (const perBatch of [1, 10]) {
  for (const side of sides) side.us = []
  for (let i = 0; i < ROUNDS; i++) {
    const own = updates.splice(0, UPDATES_PER_ROUND)
    // Who goes first pays for what the other finds warm.
    const order = i % 2 === 0 ? sides : sides.toReversed()
    for (const side of order) {
      const taken = admitAll(side, own, perBatch)
      if (i >= WARM_UP) side.us.push(median(taken))
    }
  }
  const [full = [], participant = [], own = []] = sides.map(({ us }) => us)
  const addedBy = (held: readonly number[]) => median(held.map((us, i) => us - (full[i] ?? Number.NaN)))
  const added = { addedUs: round(addedBy(participant)), ownAddedUs: round(addedBy(own)) }
  const medians = { fullUs: round(median(full)), participantUs: round(median(participant)), ownUs: round(median(own)) }
  result[`batchesOf${perBatch}`] = { ...medians, ...added, met: Math.max(...Object.values(added)) < GOAL_US }
}
console.log(JSON.stringify(result, null, 2))
await writeFile(join(import.meta.dirname, 'results/write-guard.json'), `${JSON.stringify(result, null, 2)}\n`)

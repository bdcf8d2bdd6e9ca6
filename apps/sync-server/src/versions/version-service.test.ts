import { gzipSync } from 'node:zlib'
import { type BoardRecord, encodeSeed, readAllRecords } from '@samtavle/shared/board-doc'
import type { RoomEvent } from '@samtavle/shared/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { systemClock } from '../rooms/clock.ts'
import type { EditOutcome } from '../rooms/edit-outcome.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import { freshDocument } from './version-document.ts'
import { createVersionReading } from './version-reading.ts'
import { createVersionService } from './version-service.ts'
import type { VersionStore } from './version-store.ts'

const BOARD = '00000000-0000-4000-8000-00000000b0a2'
const VERSION = '00000000-0000-4000-8000-00000000beef'
const owner: GrantedAccess = {
  boardId: BOARD,
  role: 'owner',
  state: 'active',
  generation: 1,
  title: 'Tavle',
  identity: {
    userId: 'owner',
    email: 'o@kommune.example',
    name: 'O',
    colour: 1,
    locale: 'da',
    role: 'member',
    sessionHash: 'none',
  },
}
const reading = createVersionReading(systemClock, null)
const BEFORE = '00000000-0000-4000-8000-00000000cafe'
const NOBODY: ReadonlySet<string> = new Set()
const other: BoardRecord = { id: 'shape:other', typeName: 'shape', props: {}, meta: {} }
const record: BoardRecord = { id: 'shape:a', typeName: 'shape', props: {}, meta: {} }

/** A document as versions are stored. */
function packed(records: readonly BoardRecord[]) {
  const { payload, sha256 } = freshDocument(records)
  return { payload: gzipSync(payload), sha256 }
}

/** A service on a board that holds `present` and has one version; `edits` are held until the test ends them. */
function prepare(present: readonly BoardRecord[] = [other]) {
  const log: string[] = []
  const edits: {
    change: (doc: Y.Doc, open: ReadonlySet<string>) => void
    end: (outcome: EditOutcome) => void
  }[] = []
  const { payload, sha256 } = freshDocument([record])
  const kept = freshDocument(present)
  const before = { payload: gzipSync(kept.payload), sha256: kept.sha256 }
  const about = { kind: 'automatic' as const, name: null, createdAt: new Date(0) }
  const told: RoomEvent[] = []
  let erased = false
  const store: Pick<VersionStore, 'read' | 'add' | 'thin' | 'replaceBoard' | 'removeLeftovers'> = {
    read: async (_board, id) => {
      if (erased) return undefined
      return id === BEFORE ? { ...before, ...about } : { payload: gzipSync(payload), sha256, ...about }
    },
    async add({ kind }) {
      log.push(`kept ${kind}`)
      return BEFORE
    },
    thin: async () => 0,
    async replaceBoard() {
      erased = true
      log.push('erased')
      return true
    },
    removeLeftovers: async () => void log.push('swept'),
  }
  const versions = createVersionService({
    reading,
    store: store as VersionStore,
    compactor: {
      capture: async () => {
        log.push('captured')
        return {
          ...before,
          stateVector: kept.stateVector,
          bytes: 1,
          records: 1,
          generation: 1,
          seqs: new BigInt64Array(),
        }
      },
    },
    rooms: {
      edit: (_board, actorId, change) => {
        log.push(`edit by ${actorId}`)
        return new Promise((end) => edits.push({ change, end }))
      },
      boardReplaced: () => void log.push('replaced'),
      tell: (_board, event) => void told.push(event),
    },
    now: () => new Date(),
  })
  return { log, edits, told, versions, keptState: kept.payload }
}

/** Waits until so many edits are under way. */
const underWay = (edits: readonly unknown[], count: number) =>
  expect.poll(() => edits.length, { timeout: 8_000 }).toBe(count)

test('V8: the board as it is becomes a version before anything is written', async () => {
  const { log, edits, versions } = prepare()
  const restored = versions.restore(owner, VERSION)
  await underWay(edits, 1)
  expect(log).toEqual(['captured', 'kept before-restore', 'edit by owner'])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeSeed([other]))
  doc.transact(() => edits[0]?.change(doc, NOBODY))
  edits[0]?.end('committed')
  await restored
  expect(readAllRecords(doc)).toEqual([record])
})

test('V12: what somebody is writing, wrote meanwhile or put down meanwhile stays, and everybody is told', async () => {
  const open: BoardRecord = { ...other, id: 'shape:open' }
  const written: BoardRecord = { ...other, id: 'shape:written' }
  const { edits, told, versions } = prepare([other, open, written])
  const restored = versions.restore(owner, VERSION)
  await underWay(edits, 1)
  const doc = new Y.Doc()
  const since = { ...written, meta: { role: 'fact' } }
  const added = { ...other, id: 'shape:added' }
  Y.applyUpdate(doc, encodeSeed([other, open, since, added]))
  doc.transact(() => edits[0]?.change(doc, new Set(['shape:open'])))
  edits[0]?.end('committed')
  await restored
  const byId = (records: readonly BoardRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(readAllRecords(doc))).toEqual(byId([record, open, since, added]))
  expect(told).toEqual([
    {
      type: 'restored',
      by: { id: 'owner', name: 'O' },
      version: { id: VERSION, kind: 'automatic', name: null, createdAt: new Date(0).toISOString() },
      before: BEFORE,
    },
  ])
})

test('V12: a board on which nobody wrote since it was kept is not read twice, and becomes the version', async () => {
  const { edits, versions, keptState } = prepare()
  const restored = versions.restore(owner, VERSION)
  await underWay(edits, 1)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, keptState)
  doc.transact(() => edits[0]?.change(doc, NOBODY))
  edits[0]?.end('committed')
  await restored
  expect(readAllRecords(doc)).toEqual([record])
})

test('V13: taken back, the board is as it was, but for what was done since', async () => {
  const { edits, told, versions } = prepare([other, { ...record, x: 1 }])
  const taken = versions.takeBack(owner, VERSION, BEFORE)
  await underWay(edits, 1)
  const doc = new Y.Doc()
  const added = { ...other, id: 'shape:added' }
  Y.applyUpdate(doc, encodeSeed([record, added]))
  doc.transact(() => edits[0]?.change(doc, NOBODY))
  edits[0]?.end('committed')
  await taken
  const byId = (records: readonly BoardRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(readAllRecords(doc))).toEqual(byId([other, { ...record, x: 1 }, added]))
  expect(told).toEqual([{ type: 'taken-back', by: { id: 'owner', name: 'O' } }])
})

test.for<[EditOutcome, string]>([
  ['gone', 'gone'],
  ['noSuchBoard', 'not_found'],
  ['full', 'board_full'],
  ['overloaded', 'unavailable'],
  ['restart', 'unavailable'],
  ['unavailable', 'unavailable'],
])('V8: a board that takes no edit (%s) says so (%s)', async ([reason, code]) => {
  const { edits, versions } = prepare()
  const restored = versions.restore(owner, VERSION)
  await underWay(edits, 1)
  edits[0]?.end(reason)
  await expect(restored).rejects.toMatchObject({ code })
})

test('V10: erasing waits for what goes back meanwhile, and what waits for the erasing finds no version', async () => {
  const { log, edits, versions } = prepare()
  const first = versions.restore(owner, VERSION)
  await underWay(edits, 1)
  const erasing = versions.erase(owner, VERSION)
  const second = versions.restore(owner, VERSION)
  await settle()
  expect(log).not.toContain('erased')
  edits[0]?.change(new Y.Doc(), NOBODY)
  edits[0]?.end('unavailable')
  await expect(first).rejects.toMatchObject({ code: 'unavailable' })
  await erasing
  await expect(second).rejects.toMatchObject({ code: 'not_found' })
  expect(log.slice(3)).toEqual(['erased', 'replaced', 'swept'])
  expect(edits).toHaveLength(1)
})

test('V10: only the owner erases, whatever the route let through', async () => {
  const { log, versions } = prepare()
  await expect(versions.erase({ ...owner, role: 'edit' }, VERSION)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(versions.erase({ ...owner, state: 'archived' }, VERSION)).rejects.toMatchObject({ code: 'forbidden' })
  expect(log).toEqual([])
})

test('V8: a version whose bytes are not what was stored is not written to the board', async () => {
  const { edits, versions } = prepare()
  const damaged = createVersionService({
    reading,
    store: { read: async () => ({ payload: gzipSync(new Uint8Array([0, 0])), sha256: new Uint8Array(32) }) } as never,
    compactor: {
      capture: async () => ({
        ...freshDocument([]),
        ...packed([]),
        bytes: 1,
        records: 0,
        generation: 1,
        seqs: new BigInt64Array(),
      }),
    },
    rooms: { edit: async () => 'committed', boardReplaced() {}, tell() {} },
    now: () => new Date(),
  })
  await expect(damaged.restore(owner, VERSION)).rejects.toThrow(/damaged/)
  await expect(versions.restore(owner, 'x')).rejects.toMatchObject({ code: 'not_found' })
  expect(edits).toEqual([])
})

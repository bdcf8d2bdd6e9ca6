import { gzipSync } from 'node:zlib'
import { type BoardRecord, encodeSeed, readAllRecords } from '@samtavle/shared/board-doc'
import type { CloseReason } from '@samtavle/shared/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import { freshDocument } from './version-document.ts'
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
const record: BoardRecord = { id: 'shape:a', typeName: 'shape', props: {}, meta: {} }

/** A service on a board with one version; `edits` are held until the test ends them. */
function prepare() {
  const log: string[] = []
  const edits: { change: (doc: Y.Doc) => void; end: (outcome: 'committed' | CloseReason) => void }[] = []
  const { payload, sha256 } = freshDocument([record])
  let erased = false
  const store: Pick<VersionStore, 'read' | 'add' | 'thin' | 'replaceBoard' | 'removeLeftovers'> = {
    read: async () => (erased ? undefined : { payload: gzipSync(payload), sha256 }),
    async add({ kind }) {
      log.push(`kept ${kind}`)
      return 'id'
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
    store: store as VersionStore,
    compactor: {
      capture: async () => {
        log.push('captured')
        const stateVector = new Uint8Array([0])
        return { payload, sha256, stateVector, bytes: 1, records: 1, generation: 1, seqs: new BigInt64Array() }
      },
    },
    rooms: {
      edit: (_board, actorId, change) => {
        log.push(`edit by ${actorId}`)
        return new Promise((end) => edits.push({ change, end }))
      },
      boardReplaced: () => void log.push('replaced'),
    },
    now: () => new Date(),
  })
  return { log, edits, versions }
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
  Y.applyUpdate(doc, encodeSeed([{ ...record, id: 'shape:other' }]))
  doc.transact(() => edits[0]?.change(doc))
  edits[0]?.end('committed')
  await restored
  expect(readAllRecords(doc)).toEqual([record])
})

test.for<[CloseReason, string]>([
  ['gone', 'gone'],
  ['noSuchBoard', 'not_found'],
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
  edits[0]?.change(new Y.Doc())
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
    store: { read: async () => ({ payload: gzipSync(new Uint8Array([0, 0])), sha256: new Uint8Array(32) }) } as never,
    compactor: { capture: async () => undefined },
    rooms: { edit: async () => 'committed', boardReplaced() {} },
    now: () => new Date(),
  })
  await expect(damaged.restore(owner, VERSION)).rejects.toThrow(/damaged/)
  await expect(versions.restore(owner, 'x')).rejects.toMatchObject({ code: 'not_found' })
  expect(edits).toEqual([])
})

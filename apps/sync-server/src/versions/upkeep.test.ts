import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createManualClock, settle } from '../../../../tests/support/manual-clock.ts'
import { createMemoryDocStore } from '../../../../tests/support/memory-doc-store.ts'
import { createInlineBuilder } from '../../test-support/inline-builder.ts'
import { createCompactor } from './compactor.ts'
import { createUpkeep, UPKEEP } from './upkeep.ts'

const MINUTE = 60_000

/** An upkeep on the in-memory store and a clock that stands still; `log` says what it did, in order. */
function prepare() {
  const clock = createManualClock()
  const memory = createMemoryDocStore()
  const log: string[] = []
  const failing = new Set<string>()
  const store = {
    ...memory,
    async readSource(boardId: string, least: number) {
      if (failing.has(boardId)) throw new Error('the store failed on purpose')
      return await memory.readSource(boardId, least)
    },
    async saveSnapshot(...args: Parameters<typeof memory.saveSnapshot>) {
      log.push(`compacted ${args[0].boardId}`)
      return await memory.saveSnapshot(...args)
    },
  }
  const newest = new Map<string, string>()
  const upkeep = createUpkeep({
    compactor: createCompactor({ store, builder: createInlineBuilder() }),
    versions: {
      async add({ boardId, captured, kind, at }) {
        const digest = Buffer.from(captured.sha256).toString('hex')
        if (newest.get(boardId) === digest) return undefined
        newest.set(boardId, digest)
        log.push(`${kind} of ${boardId} at ${(at.getTime() - start) / MINUTE}`)
        return 'id'
      },
      thin: async (boardId) => log.push(`thinned ${boardId}`),
      purge: async (deletedBefore, now) => log.push(`purged ${(now.getTime() - deletedBefore.getTime()) / MINUTE}`),
      removeExpired: async () => log.push('removed expired'),
      removeLeftovers: async () => void log.push('removed leftovers'),
      giveBackSpace: async () => void log.push('gave back space'),
    },
    clock,
    log: { info() {}, warn() {}, error: (details) => void log.push(`failed ${(details as { job: string }).job}`) },
  })
  const start = clock.now()
  onTestFinished(() => upkeep.close())

  const docs = new Map<string, Y.Doc>()
  /** Commits some rows of a board, and says so. */
  async function commit(boardId: string, rows: number, bytes = rows * 10): Promise<void> {
    const doc = docs.get(boardId) ?? new Y.Doc()
    if (!docs.has(boardId)) memory.putBoard(boardId)
    docs.set(boardId, doc)
    const payloads: Uint8Array[] = []
    const keep = (payload: Uint8Array) => void payloads.push(payload)
    doc.on('update', keep)
    for (let i = 0; i < rows; i++) doc.getMap('records').set(`${i % 3}`, i)
    doc.off('update', keep)
    await memory.append(payloads.map((payload) => ({ boardId, generation: 1, actorId: null, payload })))
    upkeep.committed(boardId, 1, rows, bytes)
  }
  /** Lets time pass in steps that let the jobs run. */
  async function pass(ms: number, steps = 10): Promise<void> {
    for (let i = 0; i < steps; i++) {
      clock.advance(ms / steps)
      await settle()
    }
  }
  return { clock, memory, log, failing, upkeep, commit, pass }
}

test('V1: a journal is compacted when it has grown by 500 rows or by a megabyte', async () => {
  const { log, upkeep, commit, pass, memory } = prepare()
  await commit('a', UPKEEP.rows - 1)
  await commit('b', 1, UPKEEP.bytes - 1)
  await pass(1_000)
  expect(log).toEqual([])
  await commit('a', 1)
  await commit('b', 1, 1)
  await pass(1_000)
  expect(log).toEqual(['compacted a', 'compacted b'])
  await pass(UPKEEP.restMs)
  await commit('a', UPKEEP.rows - 1)
  await pass(1_000)
  expect(upkeep.stats()).toMatchObject({ compactions: 2, failures: 0, waiting: 0 })
  expect((await memory.load('a'))?.payloads).toHaveLength(UPKEEP.rows)
})

test('V1: a board on which much happens is compacted every half minute', async () => {
  const { clock, log, upkeep, commit, pass } = prepare()
  await commit('a', UPKEEP.rows)
  for (let i = 0; i < 3; i++) await commit('a', UPKEEP.rows)
  await pass(UPKEEP.restMs - 1)
  expect(log).toEqual(['compacted a'])
  clock.advance(1)
  await pass(1_000)
  expect(log).toEqual(['compacted a', 'compacted a'])
  await pass(2 * UPKEEP.restMs)
  expect(log).toHaveLength(2)
  await commit('a', UPKEEP.rows)
  await commit('a', UPKEEP.rows)
  upkeep.unloaded('a')
  await pass(2 * UPKEEP.restMs)
  // At once for the first, and for the others when the board was gone: nothing waits for it then.
  expect(log.filter((line) => line === 'compacted a')).toHaveLength(4)
  expect(upkeep.stats().waiting).toBe(0)
})

test('V1: a board that left memory is compacted when enough rows lie there, also from before this server', async () => {
  const { log, upkeep, commit, pass } = prepare()
  await commit('few', UPKEEP.rowsLeftBehind - 1)
  await commit('many', UPKEEP.rowsLeftBehind)
  upkeep.unloaded('few')
  upkeep.unloaded('many')
  upkeep.unloaded('unknown')
  await pass(2_000)
  expect(log.filter((line) => line.startsWith('compacted'))).toEqual(['compacted many'])
})

test('V1: one job at a time, with a pause between', async () => {
  const { clock, log, commit } = prepare()
  for (const board of ['a', 'b', 'c']) await commit(board, UPKEEP.rows)
  await settle()
  expect(log).toEqual(['compacted a'])
  clock.advance(UPKEEP.pauseMs - 1)
  await settle()
  expect(log).toHaveLength(1)
  clock.advance(1)
  await settle()
  expect(log).toEqual(['compacted a', 'compacted b'])
})

test('V5: what fails is tried again, ever later, and holds up nothing else', async () => {
  const { log, failing, upkeep, commit, pass } = prepare()
  failing.add('bad')
  await commit('bad', UPKEEP.rows)
  await commit('good', UPKEEP.rows)
  await pass(1_000)
  expect(log).toEqual(['failed compact bad', 'compacted good'])
  // More rows meanwhile change nothing about when.
  await commit('bad', UPKEEP.rows)
  await pass(UPKEEP.retryMs.first - 1_500)
  expect(log).toHaveLength(2)
  await pass(1_000)
  expect(log).toHaveLength(3)
  await pass(UPKEEP.retryMs.first)
  expect(log).toHaveLength(3)
  failing.clear()
  await pass(UPKEEP.retryMs.first + 1_000)
  expect(log.slice(2)).toEqual(['failed compact bad', 'compacted bad'])
  expect(upkeep.stats()).toMatchObject({ compactions: 2, failures: 2 })
})

test('V5: telling it something returns at once and throws nothing, also when it is closed', async () => {
  const { clock, log, failing, upkeep, commit } = prepare()
  failing.add('bad')
  await commit('bad', UPKEEP.rows)
  await settle()
  await commit('a', 1)
  await upkeep.close()
  expect(clock.waiting()).toBe(0)
  upkeep.committed('a', 1, UPKEEP.rows, 0)
  upkeep.unloaded('a')
  await settle()
  expect(clock.waiting()).toBe(0)
  expect(log).toEqual(['failed compact bad'])
})

test('V6: a version is taken five minutes after the first change since the one before', async () => {
  const { log, commit, pass } = prepare()
  await commit('a', 1)
  await pass(4 * MINUTE)
  await commit('a', 1)
  await pass(2 * MINUTE, 20)
  const versions = () => log.filter((line) => line.startsWith('automatic'))
  expect(versions()).toEqual(['automatic of a at 5'])
  expect(log).toContain('thinned a')
  await pass(30 * MINUTE)
  expect(versions()).toHaveLength(1)
  await commit('a', 3)
  await pass(6 * MINUTE, 60)
  expect(versions()).toEqual(['automatic of a at 5', 'automatic of a at 41'])
})

test('V6: a version is taken when the board leaves memory, unless nothing differs', async () => {
  const { log, upkeep, commit, pass } = prepare()
  await commit('a', 2)
  await pass(MINUTE / 2)
  upkeep.unloaded('a')
  await pass(1_000)
  expect(log.filter((line) => line.includes('of a'))).toEqual(['automatic of a at 0.5'])
  upkeep.unloaded('a')
  // The same values: nothing that anybody could tell from before.
  upkeep.committed('a', 1, 1, 2)
  upkeep.unloaded('a')
  await pass(1_000)
  expect(log.filter((line) => line.includes('of a'))).toHaveLength(1)
  expect(upkeep.stats().versions).toBe(1)
})

test('V11: once an hour what is past its time is removed', async () => {
  const { log, upkeep, pass } = prepare()
  upkeep.start()
  await pass(2 * UPKEEP.firstSweepMs)
  const sweep = [`purged ${30 * 24 * 60}`, 'removed expired', 'removed leftovers', 'gave back space']
  expect(log).toEqual(sweep)
  await pass(UPKEEP.sweepEveryMs)
  expect(log).toEqual([...sweep, ...sweep])
})

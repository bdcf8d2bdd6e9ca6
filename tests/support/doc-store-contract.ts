import { createHash, randomUUID } from 'node:crypto'
import { LIMITS } from '@samtavle/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type DocStore,
  type JournalRow,
  SNAPSHOT_BYTES_MAX,
  type Snapshot,
  type SnapshotSource,
  type SnapshotStore,
} from '../../apps/sync-server/src/rooms/doc-store.ts'

/** A store under test, and the way to make boards for it. */
export type StoreUnderTest = {
  store: DocStore & SnapshotStore
  /** A new board's id. */
  createBoard(): Promise<string>
  deleteBoard(boardId: string): Promise<void>
  /** From now on the board is of this generation. */
  setGeneration(boardId: string, generation: number): Promise<void>
  /** Changes the bytes of a snapshot behind the store's back. */
  damageSnapshot(boardId: string, number: number): Promise<void>
  /** Boards of which damage was reported, each time. */
  readonly damageReports: readonly string[]
  /** A row that was given its number before all others of the board, and is committed only now. */
  appendLate(row: JournalRow): Promise<void>
  close(): Promise<void>
}

const bytesOf = (size: number, seed: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * 31 + seed) % 256)

/** The rows of a source, as the store framed them. */
export function framedRows({ rows }: Pick<SnapshotSource, 'rows'>): { seq: bigint; payload: Uint8Array }[] {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength)
  const result: { seq: bigint; payload: Uint8Array }[] = []
  for (let at = 0; at < rows.byteLength; ) {
    const end = at + 12 + view.getUint32(at + 8)
    result.push({ seq: view.getBigInt64(at), payload: new Uint8Array(rows.slice(at + 12, end)) })
    at = end
  }
  return result
}

/** What every `DocStore` must do, whatever it is made of: section J of `docs/sync-spec.md`. */
export function docStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`doc store contract: ${name}`, () => {
    let opened: StoreUnderTest
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    const rowOf = (boardId: string, payload: Uint8Array, more: Partial<JournalRow> = {}): JournalRow => {
      return { boardId, generation: 1, actorId: null, payload, ...more }
    }
    const load = async (boardId: string): Promise<Uint8Array[] | undefined> => {
      const stored = await opened.store.load(boardId)
      return stored?.payloads.map((payload) => new Uint8Array(payload))
    }

    test('J1: every row comes back, byte for byte, in order', async () => {
      const board = await opened.createBoard()
      const payloads = [bytesOf(1, 0), bytesOf(256, 0), bytesOf(70_000, 3), new Uint8Array([0, 255, 92, 39, 0])]
      for (const payload of payloads) await opened.store.append([rowOf(board, payload, { actorId: randomUUID() })])
      expect(await load(board)).toEqual(payloads)
      expect((await opened.store.load(board))?.generation).toBe(1)
    })

    test.for([
      ['update of a client', LIMITS.frameBytes],
      ['board as a whole', SNAPSHOT_BYTES_MAX],
    ] as const)('J1: the largest %s fits', async ([, size]) => {
      const board = await opened.createBoard()
      const largest = new Uint8Array(size).fill(7)
      await opened.store.append([rowOf(board, largest)])
      const [stored] = (await load(board)) ?? []
      expect(Buffer.from(stored ?? []).equals(largest)).toBe(true)
      expect((await opened.store.readSource(board, 1))?.rows.byteLength).toBe(12 + size)
    })

    test('J2: a row may be appended again', async () => {
      const board = await opened.createBoard()
      const rows = [rowOf(board, bytesOf(5, 1)), rowOf(board, bytesOf(5, 2))]
      await opened.store.append(rows)
      await opened.store.append(rows)
      const distinct = new Set((await load(board))?.map((payload) => payload.join()))
      expect(distinct).toEqual(new Set(rows.map((row) => row.payload.join())))
    })

    test('J3: a board that does not exist or is deleted loads as nothing, an empty one as no updates', async () => {
      expect(await opened.store.load(randomUUID())).toBeUndefined()
      const board = await opened.createBoard()
      expect(await opened.store.load(board)).toEqual({ generation: 1, payloads: [], claims: [] })
      await opened.store.append([rowOf(board, bytesOf(3, 1))])
      await opened.deleteBoard(board)
      expect(await opened.store.load(board)).toBeUndefined()
      // What was on its way when the board was deleted does not hold up the others.
      await opened.store.append([rowOf(board, bytesOf(3, 2)), rowOf(randomUUID(), bytesOf(3, 3))])
    })

    test('J4: rows of another generation are not loaded', async () => {
      const board = await opened.createBoard()
      await opened.store.append([rowOf(board, bytesOf(4, 1)), rowOf(board, bytesOf(4, 2), { generation: 2 })])
      await opened.setGeneration(board, 2)
      await opened.store.append([rowOf(board, bytesOf(4, 3))])
      expect(await opened.store.load(board)).toMatchObject({ generation: 2 })
      expect(await load(board)).toEqual([bytesOf(4, 2)])
    })

    test('J13: a client id is theirs who claimed it first, in its generation of its board', async () => {
      const [board, other] = [await opened.createBoard(), await opened.createBoard()]
      const [anna, bo] = [randomUUID(), randomUUID()]
      const claiming = (principal: string, ...clientIds: number[]) => {
        return { claims: clientIds.map((clientId) => ({ clientId, principal })) }
      }
      const claimsOf = async (boardId: string) =>
        (await opened.store.load(boardId))?.claims.toSorted((a, b) => a.clientId - b.clientId)
      const first = rowOf(board, bytesOf(3, 1), claiming(anna, 7, 2 ** 53 - 1))
      // Twice in one statement, and the same again: who was first stays.
      await opened.store.append([first, rowOf(board, bytesOf(3, 2), claiming(bo, 7, 9)), rowOf(other, bytesOf(3, 3))])
      await opened.store.append([rowOf(board, bytesOf(3, 4), claiming(bo, 7)), first])
      expect(await claimsOf(board)).toEqual([
        { clientId: 7, principal: anna },
        { clientId: 9, principal: bo },
        { clientId: 2 ** 53 - 1, principal: anna },
      ])
      expect(await claimsOf(other)).toEqual([])
      await opened.store.append([rowOf(board, bytesOf(3, 5), { generation: 2, ...claiming(bo, 7) })])
      await opened.setGeneration(board, 2)
      expect(await claimsOf(board)).toEqual([{ clientId: 7, principal: bo }])
    })

    test('J5: one call takes a thousand rows of many boards', async () => {
      const boards = await Promise.all(Array.from({ length: 10 }, () => opened.createBoard()))
      const rows = Array.from({ length: 1_000 }, (_, i) => rowOf(boards[i % 10] as string, bytesOf(100, i)))
      await opened.store.append(rows)
      for (const [i, board] of boards.entries()) {
        const own = rows.filter((row) => row.boardId === board).map((row) => row.payload)
        expect(own).toHaveLength(100)
        expect(await load(board), `board ${i}`).toEqual(own)
      }
      await opened.store.append([])
    })

    // Snapshots: what they hold is nothing to a store, so that these are just bytes.
    const append = async (board: string, ...seeds: number[]): Promise<void> =>
      opened.store.append(seeds.map((seed) => rowOf(board, bytesOf(5, seed))))
    const bytes = (...seeds: number[]): Uint8Array[] => seeds.map((seed) => bytesOf(5, seed))

    async function prepare(board: string, seed: number): Promise<Snapshot> {
      const source = await opened.store.readSource(board, 0)
      if (source === undefined) throw new Error('there is no such board')
      const { generation, number, previous } = source
      const payload = bytesOf(5, seed)
      const sha256 = new Uint8Array(createHash('sha256').update(payload).digest())
      const seqs = BigInt64Array.from(framedRows(source).map((row) => row.seq))
      const stateVector = new Uint8Array([0])
      return {
        boardId: board,
        generation,
        number,
        previous: previous?.number ?? null,
        payload,
        sha256,
        stateVector,
        seqs,
      }
    }
    const compact = async (board: string, seed: number): Promise<boolean> =>
      opened.store.saveSnapshot(await prepare(board, seed))

    test('J7: a snapshot comes first, then every row that it does not hold, whatever its number', async () => {
      const board = await opened.createBoard()
      await append(board, 1, 2, 3)
      expect(await compact(board, 100)).toBe(true)
      expect(await load(board)).toEqual(bytes(100))
      await append(board, 4)
      await opened.appendLate(rowOf(board, bytesOf(5, 0)))
      expect(await load(board)).toEqual(bytes(100, 0, 4))
      expect(await compact(board, 101)).toBe(true)
      expect(await load(board)).toEqual(bytes(101))
      expect((await opened.store.load(board))?.generation).toBe(1)
    })

    test('J7: a snapshot of the largest size comes back byte for byte', async () => {
      const board = await opened.createBoard()
      await append(board, 1)
      const payload = new Uint8Array(24 * 1024 * 1024).fill(9)
      const sha256 = new Uint8Array(createHash('sha256').update(payload).digest())
      expect(await opened.store.saveSnapshot({ ...(await prepare(board, 1)), payload, sha256 })).toBe(true)
      const [stored] = (await load(board)) ?? []
      expect(Buffer.from(stored ?? []).equals(payload)).toBe(true)
    })

    test('J8: a damaged snapshot is passed over for the one before it, and nothing is missing', async () => {
      const board = await opened.createBoard()
      await append(board, 1, 2)
      await compact(board, 100)
      const reports = () => opened.damageReports.filter((one) => one === board).length
      expect([await load(board), reports()]).toEqual([bytes(100), 0])
      await opened.damageSnapshot(board, 1)
      expect([await load(board), reports()]).toEqual([bytes(1, 2), 1])
      // Made anew from the rows, and again without the one that is damaged.
      await append(board, 3)
      await compact(board, 101)
      expect(await load(board)).toEqual(bytes(101))
      await append(board, 4)
      await compact(board, 102)
      await append(board, 5)
      await opened.damageSnapshot(board, 3)
      expect(await load(board)).toEqual(bytes(101, 4, 5))
      const source = await opened.store.readSource(board, 0)
      expect([source?.number, source?.previous?.number]).toEqual([4, 2])
      expect(await compact(board, 103)).toBe(true)
      expect(await load(board)).toEqual(bytes(103))
      await opened.damageSnapshot(board, 4)
      expect(await load(board)).toEqual(bytes(101, 4, 5))
    })

    test('J8: a board of which parts are gone is not loaded, and not compacted', async () => {
      const board = await opened.createBoard()
      await append(board, 1)
      await compact(board, 100)
      await append(board, 2)
      await compact(board, 101)
      await opened.damageSnapshot(board, 1)
      expect(await load(board)).toEqual(bytes(101))
      await opened.damageSnapshot(board, 2)
      await expect(opened.store.load(board)).rejects.toThrow(/damaged/)
      await expect(opened.store.readSource(board, 0)).rejects.toThrow(/damaged/)
    })

    test('J9: saving a snapshot removes the rows of the one before it, and no other', async () => {
      const board = await opened.createBoard()
      const other = await opened.createBoard()
      await opened.store.append([1, 2, 3, 4].map((seed) => rowOf(seed % 2 === 0 ? other : board, bytesOf(5, seed))))
      await compact(board, 100)
      const second = await prepare(board, 101)
      // Between reading and saving, also with a number that is lower than those that were read.
      await append(board, 5)
      await opened.appendLate(rowOf(board, bytesOf(5, 6)))
      expect(await opened.store.saveSnapshot(second)).toBe(true)
      expect(await load(board)).toEqual(bytes(101, 6, 5))
      expect(await load(other)).toEqual(bytes(2, 4))
      // What the first one held is gone, what came later is there.
      await opened.damageSnapshot(board, 2)
      expect(await load(board)).toEqual(bytes(100, 6, 5))
    })

    test('J10: of two snapshots that began from the same one, the first is saved', async () => {
      const board = await opened.createBoard()
      await append(board, 1)
      const slow = await prepare(board, 100)
      await append(board, 2)
      expect(await compact(board, 101)).toBe(true)
      expect(await opened.store.saveSnapshot(slow)).toBe(false)
      expect(await load(board)).toEqual(bytes(101))
      const slower = await prepare(board, 102)
      for (const seed of [3, 4, 5]) {
        await append(board, seed)
        expect(await compact(board, 200 + seed)).toBe(true)
      }
      expect(await opened.store.saveSnapshot(slower)).toBe(false)
      expect(await load(board)).toEqual(bytes(205))
    })

    test('J11: a snapshot is not saved for another generation, nor for a board that is deleted', async () => {
      const board = await opened.createBoard()
      await append(board, 1)
      const snapshot = await prepare(board, 100)
      await opened.setGeneration(board, 2)
      expect(await opened.store.saveSnapshot(snapshot)).toBe(false)
      expect(await load(board)).toEqual([])
      const [again, deleted] = [await prepare(board, 101), await prepare(board, 102)]
      expect(await opened.store.saveSnapshot(again)).toBe(true)
      await opened.setGeneration(board, 1)
      expect(await load(board)).toEqual(bytes(1))
      await opened.deleteBoard(board)
      expect(await opened.store.saveSnapshot(deleted)).toBe(false)
      expect(await opened.store.readSource(board, 0)).toBeUndefined()
      expect(await opened.store.readSource(randomUUID(), 0)).toBeUndefined()
    })

    test('J12: a source tells its rows exactly, and nothing when there are too few', async () => {
      const board = await opened.createBoard()
      expect(await opened.store.readSource(board, 1)).toBeUndefined()
      const payloads = [new Uint8Array([0, 255, 92]), bytesOf(700, 3), bytesOf(1, 1)]
      await opened.store.append(payloads.map((payload) => rowOf(board, payload)))
      expect(await opened.store.readSource(board, 4)).toBeUndefined()
      const source = await opened.store.readSource(board, 3)
      expect(source).toMatchObject({ generation: 1, number: 1, previous: null, rowCount: 3, complete: true })
      const rows = source === undefined ? [] : framedRows(source)
      expect(rows.map((row) => row.payload)).toEqual(payloads)
      expect(new Set(rows.map((row) => row.seq)).size).toBe(3)
    })
  })
}

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocStore, JournalRow } from '../../apps/sync-server/src/rooms/doc-store.ts'

/** A store under test, and the way to make boards for it. */
export type StoreUnderTest = {
  store: DocStore
  /** A new board's id. */
  createBoard(): Promise<string>
  deleteBoard(boardId: string): Promise<void>
  /** From now on the board is of this generation. */
  setGeneration(boardId: string, generation: number): Promise<void>
  close(): Promise<void>
}

const bytesOf = (size: number, seed: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * 31 + seed) % 256)

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

    test('J1: the largest update that a client may send fits', async () => {
      const board = await opened.createBoard()
      const largest = new Uint8Array(8 * 1024 * 1024).fill(7)
      await opened.store.append([rowOf(board, largest)])
      const [stored] = (await load(board)) ?? []
      expect(stored?.byteLength).toBe(largest.byteLength)
      expect(stored?.every((byte) => byte === 7)).toBe(true)
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
      expect(await opened.store.load(board)).toEqual({ generation: 1, payloads: [] })
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
  })
}

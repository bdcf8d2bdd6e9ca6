import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { loadDocument } from '../../test-support/stored-edits.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import { createPgSnapshotStore } from '../db/pg-snapshot-store.ts'
import { systemClock } from '../rooms/clock.ts'
import type { SnapshotStore } from '../rooms/doc-store.ts'
import { type CompactionStep, createCompactor } from './compactor.ts'
import { createSnapshotBuilder } from './snapshot-builder.ts'

const STEPS: CompactionStep[] = ['read', 'built', 'saved']

describeDatabases('compaction', (open, kind) => {
  let database: TestDatabase
  let owner: string
  const builder = createSnapshotBuilder(systemClock)

  beforeAll(async () => {
    database = await open()
    owner = randomUUID()
    await database.sql`
      INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
      VALUES (${owner}, 'owner@example.test', 'none', 'Owner', 1, 'da', 'member')`
  })
  afterAll(async () => {
    await builder.close()
    await database.close()
  })

  /** A board on which somebody writes; `doc` is what that person sees, and so what must never be missing. */
  async function createBoard() {
    const { sql } = database
    const boardId = randomUUID()
    await sql`INSERT INTO board (id, title, owner_id, locale) VALUES (${boardId}, 'Tavle', ${owner}, 'da')`
    const journal = createPgDocStore(singleConnection(sql))
    const snapshots = createPgSnapshotStore(sql)
    const doc = new Y.Doc()
    let updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const records = doc.getMap<unknown>('records')
    let edits = 0

    /** Some edits, a deletion among them, as updates that are nowhere yet. */
    function edit(times: number): Uint8Array[] {
      for (let i = 0; i < times; i++) {
        edits += 1
        records.set(`shape:${edits}`, { edits })
        if (edits % 5 === 0) records.delete(`shape:${edits - 2}`)
      }
      const made = updates
      updates = []
      return made
    }
    /** An edit of somebody else, on which nothing here builds. */
    function editByAnother(): Uint8Array {
      const another = new Y.Doc()
      another.getMap('records').set('shape:another', {})
      const update = Y.encodeStateAsUpdate(another)
      Y.applyUpdate(doc, update)
      updates = []
      return update
    }
    const write = async (times: number): Promise<void> => {
      await journal.append(edit(times).map((payload) => ({ boardId, generation: 1, actorId: owner, payload })))
    }
    /** One edit whose number is lower than those of all other rows, and which is committed only now. */
    async function writeLate(): Promise<void> {
      for (const payload of edit(1)) {
        await sql`
          INSERT INTO board_update (board_id, seq, generation, payload) OVERRIDING SYSTEM VALUE
          SELECT ${boardId}, least(min(seq), 0) - 1, 1, ${payload} FROM board_update WHERE board_id = ${boardId}`
      }
    }
    async function expectAll(): Promise<void> {
      const stored = await loadDocument(journal, boardId)
      expect(stored.getMap('records').toJSON()).toEqual(records.toJSON())
      expect(Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(doc))).toBe(true)
      stored.destroy()
    }
    /** Values that a load hands out, and rows that lie in the journal. */
    async function sizes(): Promise<[loaded: number, rows: number]> {
      const [count] = await sql<{ rows: number }[]>`
        SELECT count(*)::int AS rows FROM board_update WHERE board_id = ${boardId}`
      return [(await journal.load(boardId))?.payloads.length ?? 0, count?.rows ?? 0]
    }
    const compactor = createCompactor({ store: snapshots, builder })
    return { boardId, sql, snapshots, compactor, editByAnother, write, writeLate, expectAll, sizes }
  }

  test('V2: after each compaction the board loads the same from less', async () => {
    const board = await createBoard()
    await board.write(30)
    expect(await board.compactor.compact(board.boardId, 40)).toBe('nothing')
    expect(await board.compactor.compact(board.boardId, 30)).toBe('saved')
    await board.expectAll()
    // The rows of the newest snapshot stay until the next one, and are not loaded.
    expect(await board.sizes()).toEqual([1, 36])
    await board.write(10)
    expect(await board.compactor.compact(board.boardId)).toBe('saved')
    await board.expectAll()
    expect(await board.sizes()).toEqual([1, 12])
    expect(await board.compactor.compact(board.boardId)).toBe('nothing')
  })

  test.for(STEPS)('V3: ended when it has come to "%s", it has lost nothing, and the next one goes on', async (step) => {
    const board = await createBoard()
    for (let round = 0; round < 3; round++) {
      await board.write(10)
      const dying = createCompactor({
        store: board.snapshots,
        builder,
        failpoint(at) {
          if (at === step) throw new Error('the process is gone')
        },
      })
      await expect(dying.compact(board.boardId)).rejects.toThrow('the process is gone')
      await board.expectAll()
      await board.write(10)
      await board.expectAll()
      expect(await board.compactor.compact(board.boardId)).toBe('saved')
      await board.expectAll()
    }
  })

  test('V3: a statement that fails leaves everything as it was', async () => {
    const board = await createBoard()
    await board.write(10)
    await board.compactor.compact(board.boardId)
    await board.write(10)
    const before = await board.sizes()
    const store: SnapshotStore = {
      ...board.snapshots,
      // The database refuses it in the middle of the statement: rows would be gone if they were removed on their own.
      saveSnapshot: (snapshot) => board.snapshots.saveSnapshot({ ...snapshot, sha256: new Uint8Array(3) }),
    }
    await expect(createCompactor({ store, builder }).compact(board.boardId)).rejects.toThrow(/check constraint/)
    expect(await board.sizes()).toEqual(before)
    await board.expectAll()
  })

  test.for(STEPS.slice(0, 2))('V4: what is committed after "%s", also with a lower number, stays', async (step) => {
    const board = await createBoard()
    await board.write(10)
    await board.compactor.compact(board.boardId)
    await board.write(10)
    const busy = createCompactor({
      store: board.snapshots,
      builder,
      async failpoint(at) {
        if (at !== step) return
        await board.write(3)
        await board.writeLate()
      },
    })
    expect(await busy.compact(board.boardId)).toBe('saved')
    await board.expectAll()
    expect((await board.sizes())[0]).toBeGreaterThan(4)
    expect(await board.compactor.compact(board.boardId)).toBe('saved')
    await board.expectAll()
    expect((await board.sizes())[0]).toBe(1)
  })

  test('V4: another compaction meanwhile loses nothing either', async () => {
    const board = await createBoard()
    await board.write(10)
    const slow = createCompactor({
      store: board.snapshots,
      builder,
      async failpoint(at) {
        if (at !== 'built') return
        // Three whole ones: what the slow one has read is gone from the journal by now.
        for (let i = 0; i < 3; i++) {
          await board.write(2)
          expect(await board.compactor.compact(board.boardId)).toBe('saved')
        }
      },
    })
    expect(await slow.compact(board.boardId)).toBe('superseded')
    await board.expectAll()
  })

  test('V2: a board is captured as it is stored, gzipped', async () => {
    const board = await createBoard()
    await board.write(20)
    await board.compactor.compact(board.boardId)
    await board.write(5)
    const captured = await board.compactor.capture(board.boardId)
    expect(captured).toMatchObject({ generation: 1, records: 20 })
    expect(captured?.payload.subarray(0, 2)).toEqual(new Uint8Array([0x1f, 0x8b]))
    expect(await board.compactor.capture(randomUUID())).toBeUndefined()
    await board.expectAll()
  })

  if (kind === 'postgres') {
    test('V4: a row whose number was given before those that were read, and committed after them, stays', async () => {
      const board = await createBoard()
      await board.write(5)
      await board.compactor.compact(board.boardId)
      const late = await board.sql.reserve()
      try {
        await late`BEGIN`
        await late`
          INSERT INTO board_update (board_id, generation, payload)
          VALUES (${board.boardId}, 1, ${board.editByAnother()})`
        await board.write(5)
        expect(await board.compactor.compact(board.boardId)).toBe('saved')
        await late`COMMIT`
        await board.expectAll()
        await board.write(1)
        expect(await board.compactor.compact(board.boardId)).toBe('saved')
        await board.expectAll()
        expect((await board.sizes())[0]).toBe(1)
      } finally {
        late.release()
      }
    })
  }
})

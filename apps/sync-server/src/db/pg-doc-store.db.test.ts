import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { docStoreContract } from '../../../../tests/support/doc-store-contract.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { singleConnection } from './journal-connections.ts'
import { APPEND_DEADLINE_MS, createPgDocStore } from './pg-doc-store.ts'
import { createPgSnapshotStore } from './pg-snapshot-store.ts'

describeDatabases('journal', (openDatabase, kind) => {
  docStoreContract(kind, async () => {
    const { sql, close } = await openDatabase()
    const owner = randomUUID()
    await sql`
      INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
      VALUES (${owner}, 'owner@example.test', 'none', 'Owner', 1, 'da', 'member')`
    const damageReports: string[] = []
    const report = (boardId: string) => void damageReports.push(boardId)
    return {
      store: { ...createPgDocStore(singleConnection(sql), report), ...createPgSnapshotStore(sql, report) },
      damageReports,
      async createBoard() {
        const id = randomUUID()
        await sql`INSERT INTO board (id, title, owner_id, locale) VALUES (${id}, 'Board', ${owner}, 'da')`
        return id
      },
      deleteBoard: async (boardId) => void (await sql`UPDATE board SET deleted_at = now() WHERE id = ${boardId}`),
      async setGeneration(boardId, generation) {
        await sql`UPDATE board SET generation = ${generation} WHERE id = ${boardId}`
      },
      async damageSnapshot(boardId, number) {
        await sql`
          UPDATE board_snapshot SET payload = set_byte(payload, 0, get_byte(payload, 0) # 255)
          WHERE board_id = ${boardId} AND number = ${number}`
      },
      async appendLate({ boardId, generation, payload }) {
        await sql`
          INSERT INTO board_update (board_id, seq, generation, payload) OVERRIDING SYSTEM VALUE
          SELECT ${boardId}, least(min(seq), 0) - 1, ${generation}, ${payload} FROM board_update
          WHERE board_id = ${boardId}`
      },
      close,
    }
  })

  if (kind === 'postgres') {
    /** Bytes of a row, and how many milliseconds more they give it. */
    const rows = [
      [1, 0],
      [4 * 1024 * 1024, 1_024],
    ] as const
    test.for(rows)(
      'J6: an append of %i bytes that the database does not answer rejects at its deadline, %i ms later',
      async ([size, more]) => {
        const { sql, close } = await openDatabase()
        const [locker, journal] = [await sql.reserve(), await sql.reserve()]
        try {
          // Else that is what ends the longer wait.
          await journal`SET lock_timeout = 0`
          await locker`BEGIN`
          await locker`LOCK TABLE board_update IN ACCESS EXCLUSIVE MODE`
          const started = performance.now()
          const rows = [{ boardId: randomUUID(), generation: 1, actorId: null, payload: new Uint8Array(size) }]
          await expect(createPgDocStore(singleConnection(journal)).append(rows)).rejects.toMatchObject({
            code: 'unavailable',
          })
          const took = performance.now() - started
          expect(took).toBeGreaterThan(APPEND_DEADLINE_MS + more - 50)
          expect(took).toBeLessThan(APPEND_DEADLINE_MS + more + 1_500)
        } finally {
          await locker`ROLLBACK`
          locker.release()
          journal.release()
          await close()
        }
      },
    )
  }
})

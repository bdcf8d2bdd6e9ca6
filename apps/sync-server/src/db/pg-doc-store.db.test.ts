import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { docStoreContract } from '../../../../tests/support/doc-store-contract.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { APPEND_DEADLINE_MS, createPgDocStore } from './pg-doc-store.ts'

describeDatabases('journal', (openDatabase, kind) => {
  docStoreContract(kind, async () => {
    const { sql, close } = await openDatabase()
    const owner = randomUUID()
    await sql`
      INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
      VALUES (${owner}, 'owner@example.test', 'none', 'Owner', 1, 'da', 'member')`
    return {
      store: createPgDocStore(sql),
      async createBoard() {
        const id = randomUUID()
        await sql`INSERT INTO board (id, title, owner_id, locale) VALUES (${id}, 'Board', ${owner}, 'da')`
        return id
      },
      deleteBoard: async (boardId) => void (await sql`UPDATE board SET deleted_at = now() WHERE id = ${boardId}`),
      async setGeneration(boardId, generation) {
        await sql`UPDATE board SET generation = ${generation} WHERE id = ${boardId}`
      },
      close,
    }
  })

  if (kind === 'postgres') {
    test('J6: an append that the database does not answer rejects at its deadline', async () => {
      const { sql, close } = await openDatabase()
      const locker = await sql.reserve()
      try {
        await locker`BEGIN`
        await locker`LOCK TABLE board_update IN ACCESS EXCLUSIVE MODE`
        const started = performance.now()
        const rows = [{ boardId: randomUUID(), generation: 1, actorId: null, payload: new Uint8Array([1]) }]
        await expect(createPgDocStore(sql).append(rows)).rejects.toMatchObject({ code: 'unavailable' })
        const took = performance.now() - started
        expect(took).toBeGreaterThan(APPEND_DEADLINE_MS - 50)
        expect(took).toBeLessThan(APPEND_DEADLINE_MS + 1_500)
      } finally {
        await locker`ROLLBACK`
        locker.release()
        await close()
      }
    })
  }
})

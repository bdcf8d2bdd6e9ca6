import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { signIn } from '../../support/api-session.ts'
import { startPostgresServer } from '../../support/postgres-server.ts'
import { ADMINISTRATOR } from '../../support/spawned-server.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import type { StoredBoard } from './stored-board.ts'

/** The built server. */
export const OUR_PROGRAM = join(import.meta.dirname, '../../apps/sync-server/dist/main.js')
/** Rows of one statement, when a long history is put into the journal. */
const ROWS_AT_ONCE = 2_000

export type OurServer = ServerProcess & { headers: Record<string, string> }

/** Our server's home during the bench: a PostgreSQL of its own, on which the built server is started again and again. */
export type OurHome = {
  /** Stores the same board so many times. @returns their ids */
  createBoards(board: StoredBoard, count: number): Promise<string[]>
  /** Takes all boards and their journals out again: the next measurement must not pay for this one's rows. */
  removeBoards(): Promise<void>
  start(nodeArgs?: readonly string[]): Promise<OurServer>
  /** PostgreSQL's first process. */
  databasePid: number
  close(): Promise<void>
}

/** @throws when there is no PostgreSQL, or the server was not built */
export async function openOurHome(): Promise<OurHome> {
  const server = await startPostgresServer()
  const dataDir = await mkdtemp(join(tmpdir(), 'samtavle-bench-'))
  const sql = postgres(server.url, { max: 2, onnotice: () => {} })
  const close = async () => {
    await sql.end()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }

  const start = async (nodeArgs: readonly string[] = []): Promise<OurServer> => {
    const running = await startServerProcess(process.execPath, [...nodeArgs, OUR_PROGRAM], {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: server.url,
      RATE_LIMITS: 'off',
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
    })
    const url = `http://127.0.0.1:${running.port}`
    const { cookie } = await signIn({ url, origin: url }, ADMINISTRATOR)
    return { ...running, headers: { Cookie: cookie, Origin: url } }
  }

  try {
    // The first start makes the tables and the administrator.
    await (await start()).stop()
  } catch (error) {
    await close()
    throw error
  }
  const [owner] = await sql<{ id: string }[]>`SELECT id FROM app_user WHERE email = ${ADMINISTRATOR.email}`
  if (owner === undefined) throw new Error('the administrator was not made')

  const [lines] = await sql<{ pid: string }[]>`SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1) AS pid`

  return {
    start,
    close,
    databasePid: Number(lines?.pid),
    async createBoards({ updates }, count) {
      const ids = Array.from({ length: count }, () => randomUUID())
      const [first] = ids
      for (const id of ids) {
        await sql`INSERT INTO board (id, title, owner_id, locale) VALUES (${id}, 'Måling', ${owner.id}, 'da')`
      }
      if (first === undefined) return ids
      for (let from = 0; from < updates.length; from += ROWS_AT_ONCE) {
        const rows = updates.slice(from, from + ROWS_AT_ONCE).map((payload) => {
          return { board_id: first, generation: 1, actor_id: owner.id, payload }
        })
        await sql`INSERT INTO board_update ${sql(rows)}`
      }
      for (const id of ids.slice(1)) {
        await sql`
          INSERT INTO board_update (board_id, generation, actor_id, payload)
          SELECT ${id}, generation, actor_id, payload FROM board_update WHERE board_id = ${first} ORDER BY seq`
      }
      // As autovacuum would have done by the time that anybody comes back to these boards.
      await sql`ANALYZE`
      return ids
    },
    async removeBoards() {
      await sql`TRUNCATE board, board_update CASCADE`
      await sql`CHECKPOINT`
    },
  }
}

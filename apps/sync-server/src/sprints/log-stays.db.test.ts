import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiSession, anonymous, createPerson } from '../../../../tests/support/api-session.ts'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts'
import { createLogApi, insertSprint, type LogPerson } from '../../test-support/log-api.ts'
import type { Sql } from '../db/database.ts'

const LINE = { type: 'solution', from: 'En app', to: 'Et opkald', why: 'Det ville de' } as const
const GATE = { kind: 'gate', outcome: 'stop', words: 'Stop her', decidedBy: 'Styregruppe' } as const
const TABLES = ['sprint_log_line', 'sprint_purpose', 'sprint_decision'] as const

/** What stands in a sprint's log up to these numbers, and when its purpose was locked: differs as soon as a letter does. */
async function digest(sql: Sql, sprintId: string): Promise<unknown[]> {
  const all: unknown[] = []
  for (const table of TABLES) {
    const [row] = await sql`
      SELECT count(*)::int AS rows, md5(string_agg(kept::text, '|' ORDER BY number)) AS words
      FROM (SELECT * FROM ${sql(table)} WHERE sprint_id = ${sprintId} AND number <= 2) AS kept`
    all.push({ ...row })
  }
  const [sprint] = await sql`SELECT purpose_locked_at AS locked FROM sprint WHERE id = ${sprintId}`
  return [...all, sprint?.locked]
}

async function write(add: (path: string, body?: unknown) => Promise<unknown>): Promise<void> {
  await add('/purpose', { purpose: 'Færre klager', plan: 'Ny skabelon' })
  await add('/purpose/lock')
  await add('/purpose', { purpose: 'Forudsigelig uge', plan: 'Kort og opkald', why: 'Alle talte om ventetid' })
  for (const body of [LINE, { ...LINE, to: 'Et opkald på dag to', corrects: 1 }]) await add('/log', body)
  for (const body of [GATE, { ...GATE, outcome: 'go', corrects: 1 }]) await add('/decisions', body)
}

describeDatabases('what was written in a log', (open, kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())

  test('is neither changed nor removed by SQL, nor with its sprint', async () => {
    const { sql } = database
    const api = await createLogApi(sql)
    const sprint = await api.sprint()
    await write(async (path, body) => {
      const { status } = await api.ask('facilitator', 'POST', `/api/sprints/${sprint}${path}`, body)
      expect(status).toBeLessThan(300)
    })
    const before = await digest(sql, sprint)
    expect(before).toMatchObject([{ rows: 2 }, { rows: 2 }, { rows: 2 }, expect.any(Date)])
    for (const table of TABLES) {
      await expect(sql`UPDATE ${sql(table)} SET by_role = 'nobody'`).rejects.toThrow('never changed or removed')
      await expect(sql`DELETE FROM ${sql(table)} WHERE number = 1`).rejects.toThrow('never changed or removed')
    }
    await expect(sql`DELETE FROM sprint WHERE id = ${sprint}`).rejects.toThrow(/foreign key|never changed/)
    expect(await digest(sql, sprint)).toEqual(before)
  })

  // The whole server needs a database that two may open.
  if (kind !== 'postgres') return
  describe('through the whole server', () => {
    let server: TestServer
    const sessions = new Map<LogPerson | 'administrator' | 'nobody', ApiSession>()
    let facilitator: ApiSession
    let sprint: string

    beforeAll(async () => {
      server = await startTestServer({ env: { DATABASE_URL: database.url ?? undefined } })
      const admin = await server.signIn()
      const ids = new Map<string, string>()
      for (const name of ['facilitator', 'member', 'sparring', 'observer', 'commissioner', 'stranger'] as const) {
        const { session, id } = await createPerson(admin, { name })
        sessions.set(name, session)
        ids.set(name, id)
        if (name === 'facilitator') facilitator = session
      }
      sessions.set('administrator', admin)
      sessions.set('nobody', anonymous(server))
      sprint = await insertSprint(database.sql, (place) => ids.get(place) ?? '')
      await write(
        (path, body) => sessions.get('facilitator')?.ask('POST', `/api/sprints/${sprint}${path}`, body) as never,
      )
    })
    afterAll(() => server?.close())

    test('stays as it is, whatever route anybody tries in whatever way', { timeout: 120_000 }, async () => {
      const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
        paths: Record<string, Record<string, unknown>>
      }
      const described = Object.keys(paths).filter((path) => path !== '/api/auth/sign-out')
      expect(described).toContain('/api/sprints/{id}/log')
      // Addresses that somebody would guess.
      const guessed = ['log', 'purpose', 'purpose/lock', 'decisions'].flatMap((part) =>
        ['', '/1', '/1/delete', '?number=1'].map((rest) => `/api/sprints/{id}/${part}${rest}`),
      )
      const before = await digest(database.sql, sprint)
      const bodyFor = (path: string) => {
        if (path.includes('/purpose')) return { purpose: 'Andet', why: 'Fordi' }
        return path.includes('/decisions') ? GATE : LINE
      }
      let answered = 0
      for (const [name, session] of sessions) {
        for (const path of new Set([...described, ...guessed])) {
          const address = path.replace('{id}', sprint).replace(/\{\w+\}/g, '1')
          for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
            const { status } = await session.send(method, address, bodyFor(path))
            expect(status, `${name}: ${method} ${address}`).not.toBe(500)
            answered += 1
          }
        }
      }
      expect(answered).toBeGreaterThan(1000)
      expect(await digest(database.sql, sprint)).toEqual(before)
      // Those who may have added by it: what was there is still the beginning.
      const { lines } = await facilitator.ask<SprintLog>('GET', `/api/sprints/${sprint}/log`)
      expect(lines.slice(0, 2).map(({ to }) => to)).toEqual(['Et opkald', 'Et opkald på dag to'])
      expect(lines.length).toBeGreaterThan(2)
    })
  })
})

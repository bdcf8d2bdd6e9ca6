import { randomUUID } from 'node:crypto'
import type { SprintPlace } from '@samtavle/shared/access'
import type { Agenda } from '@samtavle/shared/agenda'
import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { Hono } from 'hono'
import { pino } from 'pino'
import type { Sql } from '../src/db/database.ts'
import type { AppEnv, Identity } from '../src/http/app-env.ts'
import { errorResponse } from '../src/http/error-response.ts'
import { createLogRoutes } from '../src/sprints/log-routes.ts'
import { createLogService } from '../src/sprints/log-service.ts'
import { createLogStore } from '../src/sprints/log-store.ts'
import { createSprintAccessService } from '../src/sprints/sprint-access-service.ts'
import { createSprintReadingStore } from '../src/sprints/sprint-reading-store.ts'

const TIME_ZONE = 'Europe/Copenhagen'

/** One per place in the sprint, and somebody who has none. */
export const LOG_PEOPLE = ['facilitator', 'member', 'sparring', 'observer', 'commissioner', 'stranger'] as const
export type LogPerson = (typeof LOG_PEOPLE)[number]

const day = (key: string, date: string, title: string, blocks: Agenda['days'][number]['blocks'] = []) => ({
  key,
  date,
  lastDate: null,
  title,
  goal: 'Et mål',
  phases: [],
  startsAt: 8 * 60 + 30,
  blocks,
  handsOver: [],
  managerSees: null,
  quiet: false,
})
const block = (id: string, minutes: number, boards: string[], lockedStart: number | null = null) => ({
  id,
  kind: 'work' as const,
  title: id,
  note: '',
  minutes,
  lockedStart,
  boards,
})

/** Monday to Monday from 7 September 2026, with a kick-off until 10.30. */
export const LOG_AGENDA: Agenda = {
  days: [
    { ...day('before', '2026-08-24', 'Før sprintet', [block('b1', 60, ['T02'])]), lastDate: '2026-09-06' },
    day('mon', '2026-09-07', 'Mandag', [
      block('m1', 30, ['T01']),
      block('m2', 90, ['T02'], 9 * 60),
      block('m3', 60, ['T04']),
    ]),
    day('tue', '2026-09-08', 'Tirsdag'),
  ],
}

/** The routes of process logs on a real database, asked as anybody and at any time. */
export type LogApi = {
  sql: Sql
  clock: { now: Date }
  people: Readonly<Record<LogPerson, Identity>>
  /** A sprint that runs, with everybody in their place. */
  sprint(): Promise<string>
  ask(who: LogPerson | null, method: string, path: string, body?: unknown): Promise<Response>
  /** Adds, and must succeed. */
  add(who: LogPerson, path: string, body: unknown): Promise<number>
  log(sprintId: string, who?: LogPerson): Promise<SprintLog>
}

/** Builds the routes over `sql`, with one person for each place. */
export async function createLogApi(sql: Sql): Promise<LogApi> {
  const clock = { now: new Date('2026-09-08T13:40:00Z') }
  const people = {} as Record<LogPerson, Identity>
  for (const name of LOG_PEOPLE) {
    const userId = randomUUID()
    const email = `${userId}@kommune.example`
    people[name] = { userId, email, name: `Navn ${name}`, colour: 3, locale: 'da', role: 'member', sessionHash: 'none' }
    await sql`INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
      VALUES (${userId}, ${email}, 'none', ${people[name].name}, 3, 'da', 'member')`
  }
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('identity', people[c.req.header('x-test-user') as LogPerson] ?? null)
    c.set('requestId', 'test')
    await next()
  })
  const log = createLogService({ store: createLogStore(sql, TIME_ZONE), timeZone: TIME_ZONE, now: () => clock.now })
  const access = createSprintAccessService({ store: createSprintReadingStore(sql) })
  app.route('/api/sprints', createLogRoutes({ log, access }))
  const logger = pino({ level: 'silent' })
  app.onError((error, c) => errorResponse(error, c, logger))

  const ask: LogApi['ask'] = async (who, method, path, body) =>
    await app.request(path, {
      method,
      headers: {
        ...(who === null ? {} : { 'x-test-user': who }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    sql,
    clock,
    people,
    ask,
    sprint: () => insertSprint(sql, (name) => people[name].userId),
    async add(who, path, body) {
      const response = await ask(who, 'POST', path, body)
      if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return ((await response.json()) as { number: number }).number
    },
    async log(sprintId, who = 'facilitator') {
      const response = await ask(who, 'GET', `/api/sprints/${sprintId}/log`)
      if (response.status !== 200) throw new Error(await response.text())
      return (await response.json()) as SprintLog
    },
  }
}

/** A running sprint of these people, straight in the tables, and its id. */
export async function insertSprint(sql: Sql, userOf: (place: SprintPlace) => string): Promise<string> {
  const id = randomUUID()
  await sql`INSERT INTO sprint (id, title, challenge, start_date, programme_id, locale, status, agenda,
      commissioner_name, commissioner_id, created_by, created_at)
    VALUES (${id}, 'Hjem med hjælp', 'Jeg ved ikke, hvem der kommer', '2026-09-07', 'monday', 'da', 'running',
      ${JSON.stringify(LOG_AGENDA)}, 'Lone Friis', ${userOf('commissioner')}, ${userOf('facilitator')}, now())`
  for (const role of ['facilitator', 'member', 'sparring', 'observer'] as const)
    await sql`INSERT INTO sprint_member (sprint_id, user_id, role, added_at)
      VALUES (${id}, ${userOf(role)}, ${role}, now())`
  return id
}

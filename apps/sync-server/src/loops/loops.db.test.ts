import { randomUUID } from 'node:crypto'
import type { LearningLoops, Reminders } from '@samtavle/shared/loop-api'
import { Hono } from 'hono'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { createLogApi, insertSprint, LOG_PEOPLE, type LogApi, type LogPerson } from '../../test-support/log-api.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import type { AppEnv } from '../http/app-env.ts'
import { errorResponse } from '../http/error-response.ts'
import type { Letter } from '../mail/mailer.ts'
import { createAccessService } from '../sharing/access-service.ts'
import { createSharingStore } from '../sharing/sharing-store.ts'
import { createLoopFeatures } from './loop-features.ts'
import { createLoopLetters } from './loop-letters.ts'
import { createLoopStore } from './loop-store.ts'

const LOOP = {
  question: 'Ringer vi til tiden?',
  owner: { name: 'Aftenholdet', userId: null },
  everyWeeks: 2,
  first: { date: '2026-09-28', atMinute: 9 * 60, minutes: 45 },
} as const

describeDatabases('learning loops', (open) => {
  let database: TestDatabase
  let api: LogApi
  let app: Hono<AppEnv>
  let sprint: string
  const clock = { now: new Date('2026-09-21T08:00:00Z') }

  beforeAll(async () => {
    database = await open()
    const { sql } = database
    api = await createLogApi(sql)
    const logger = pino({ level: 'silent' })
    app = new Hono<AppEnv>()
    app.use(async (c, next) => {
      c.set('identity', api.people[c.req.header('x-test-user') as LogPerson] ?? null)
      await next()
    })
    const now = () => clock.now
    const { features } = createLoopFeatures({
      sql,
      docStore: createPgDocStore(singleConnection(sql)),
      rooms: { edit: async () => 'committed', openDocument: () => undefined },
      mail: undefined,
      access: createAccessService({ store: createSharingStore(sql), now }),
      publicAddress: () => 'https://tavle.example',
      timeZone: 'Europe/Copenhagen',
      clock: createManualClock(),
      log: logger,
      now,
    })
    for (const feature of features) app.route(feature.path, feature.app)
    app.onError((error, c) => errorResponse(error, c, logger))
  })
  afterAll(() => database?.close())
  beforeEach(async () => {
    clock.now = new Date('2026-09-21T08:00:00Z')
    await database.sql`DELETE FROM learning_loop`
    sprint = await insertSprint(database.sql, (place) => api.people[place].userId)
  })

  const ask = async (who: LogPerson | null, method: string, rest: string, body?: unknown) =>
    await app.request(rest.startsWith('/api') ? rest : `/api/sprints/${sprint}/loops${rest}`, {
      method,
      headers: {
        ...(who && { 'x-test-user': who }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  async function plan(more: Record<string, unknown> = {}): Promise<string> {
    const answer = await ask('member', 'POST', '', { ...LOOP, ...more })
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }
  const list = async (who: LogPerson = 'member') => (await (await ask(who, 'GET', '')).json()) as LearningLoops
  const dates = async () =>
    (await list()).loops.map(({ rounds }) => rounds.map(({ date, heldAt }) => [date, heldAt !== null]))
  const held = (loop: string, number: number, next: string | null) =>
    ask('member', 'POST', `/${loop}/held`, { number, learned: 'Ja, for det meste', adjusted: 'Vi ringer kl. 10', next })

  test('a round is held, what it brought is kept, and the next one is planned', async () => {
    const loop = await plan()
    expect((await held(loop, 1, '2026-10-12')).status).toBe(204)
    expect((await held(loop, 1, '2026-10-13')).status).toBe(409)
    const [one] = (await list()).loops
    expect(one).toMatchObject({ question: LOOP.question, owner: { ...LOOP.owner, receives: false }, endedAt: null })
    expect(one?.rounds).toMatchObject([
      { number: 1, date: '2026-09-28', learned: 'Ja, for det meste', heldAt: '2026-09-21T08:00:00.000Z' },
      { number: 2, date: '2026-10-12', atMinute: 540, minutes: 45, heldAt: null },
    ])
  })

  test('the next round is moved, and one that was held is not', async () => {
    const loop = await plan()
    await held(loop, 1, '2026-10-12')
    const to = { date: '2026-10-14', atMinute: 600, minutes: 30 }
    expect((await ask('facilitator', 'PUT', `/${loop}/next`, to)).status).toBe(204)
    expect(await dates()).toEqual([
      [
        ['2026-09-28', true],
        ['2026-10-14', false],
      ],
    ])
  })

  test('a loop ends with its last round or by itself, and goes on when somebody takes it up', async () => {
    const first = await plan()
    await held(first, 1, null)
    expect((await list()).loops[0]).toMatchObject({ endedAt: expect.any(String), endedWhy: 'Vi ringer kl. 10' })
    expect((await ask('member', 'POST', `/${first}/go-on`, { date: '2026-11-02' })).status).toBe(204)
    expect(await dates()).toEqual([
      [
        ['2026-09-28', true],
        ['2026-11-02', false],
      ],
    ])
    expect((await ask('member', 'POST', `/${first}/end`, { why: 'Det er hverdag nu' })).status).toBe(204)
    expect((await ask('member', 'POST', `/${first}/end`, { why: 'igen' })).status).toBe(404)
    expect((await ask('member', 'POST', `/${first}/go-on`, { date: '2026-12-07' })).status).toBe(204)
    expect(await dates()).toEqual([
      [
        ['2026-09-28', true],
        ['2026-12-07', false],
      ],
    ])
  })

  test('every place in the sprint reads, the team plans, strangers and foreign loops are not found', async () => {
    const loop = await plan()
    const statuses: Record<string, number[]> = {}
    for (const who of LOG_PEOPLE) {
      const other = { ...LOOP, question: who }
      statuses[who] = [
        (await ask(who, 'GET', '')).status,
        (await ask(who, 'POST', '', other)).status,
        (await ask(who, 'PATCH', `/${loop}`, { everyWeeks: 3 })).status,
        (await ask(who, 'PUT', `/${loop}/next`, LOOP.first)).status,
        (await ask(who, 'GET', `/${loop}/calendar.ics`)).status,
      ]
    }
    const readers = [200, 403, 403, 403, 200]
    expect(statuses).toEqual({
      facilitator: [200, 201, 204, 204, 200],
      member: [200, 201, 204, 204, 200],
      sparring: readers,
      observer: readers,
      commissioner: readers,
      stranger: [404, 404, 404, 404, 404],
    })
    expect((await ask(null, 'GET', '')).status).toBe(401)
    expect((await ask('member', 'PATCH', `/${randomUUID()}`, { everyWeeks: 3 })).status).toBe(404)
    const foreign = sprint
    sprint = await insertSprint(database.sql, (place) => api.people[place].userId)
    expect((await ask('member', 'PATCH', `/${loop}`, { everyWeeks: 4 })).status).toBe(404)
    expect((await ask('member', 'POST', '', { ...LOOP, boardId: randomUUID() })).status).toBe(404)
    sprint = foreign
    const unknown = { owner: { name: 'Ukendt', userId: randomUUID() } }
    expect((await ask('member', 'POST', '', { ...LOOP, ...unknown })).status).toBe(400)
    expect((await ask('member', 'PATCH', `/${loop}`, { owner: { name: 'Ukendt', userId: randomUUID() } })).status).toBe(
      400,
    )
    expect((await list()).loops.find(({ id }) => id === loop)?.everyWeeks).toBe(3)
  })

  test('the calendar has the coming rounds at the time of the clock on the wall, with lasting ids', async () => {
    const loop = await plan({ question: 'Virker det?\nOgså om natten; altid, ikke?' })
    const calendar = await (await ask('observer', 'GET', `/${loop}/calendar.ics`)).text()
    expect(calendar.match(/^DTSTART:.*$/gm)).toEqual(
      ['0928', '1012', '1026', '1109', '1123', '1207'].map((day) => `DTSTART:2026${day}T090000`),
    )
    expect(calendar).toContain(`UID:${loop}-1@samtavle`)
    expect(calendar).toContain('DURATION:PT45M')
    expect(calendar).toContain(`URL:https://tavle.example/sprints/${sprint}`)
    // What somebody typed stays within its line.
    expect(calendar.split(/\r\n(?! |\t)/).filter((line) => line.startsWith('Også'))).toEqual([])
  })

  test('reminders: two weeks ahead and overdue, for the owner, else for those who lead', async () => {
    await plan({
      owner: { name: 'Navn member', userId: api.people.member.userId },
      first: { ...LOOP.first, date: '2026-10-05' },
    })
    await plan({ question: 'Overskredet', first: { ...LOOP.first, date: '2026-09-18' } })
    await plan({ question: 'Langt ude', first: { ...LOOP.first, date: '2026-10-06' } })
    const told = async (who: LogPerson) => {
      const { rounds } = (await (await ask(who, 'GET', '/api/reminders')).json()) as Reminders
      return rounds.filter(({ sprintId }) => sprintId === sprint).map(({ question, inDays }) => [question, inDays])
    }
    expect(await told('member')).toEqual([[LOOP.question, 14]])
    expect(await told('facilitator')).toEqual([['Overskredet', -3]])
    expect(await told('observer')).toEqual([])
  })

  test('an owner who has left the sprint is told no more; those who lead are', async () => {
    const owner = { name: 'Navn observer', userId: api.people.observer.userId }
    await plan({ owner })
    const told = async (who: LogPerson) => {
      const { rounds } = (await (await ask(who, 'GET', '/api/reminders')).json()) as Reminders
      return rounds.filter(({ sprintId }) => sprintId === sprint).length
    }
    expect([await told('observer'), await told('facilitator')]).toEqual([1, 0])
    await database.sql`DELETE FROM sprint_member WHERE sprint_id = ${sprint} AND user_id = ${owner.userId}`
    expect([await told('observer'), await told('facilitator')]).toEqual([0, 1])
    await plan({ owner: { name: 'Lone Friis', userId: api.people.commissioner.userId } })
    expect(await told('commissioner')).toBe(1)
  })

  test('letters go out seven and two days before, once each, in working hours, and again when a server refused them', async () => {
    await plan()
    const letters: Letter[] = []
    let refuses = true
    const mailer = {
      async send(letter: Letter) {
        if (refuses) throw Object.assign(new Error('no'), { code: 'ECONNECTION' })
        letters.push(letter)
      },
      close() {},
    }
    const writer = createLoopLetters({
      store: createLoopStore(database.sql),
      mailer,
      publicAddress: () => 'https://tavle.example',
      timeZone: 'Europe/Copenhagen',
      clock: createManualClock(),
      log: pino({ level: 'silent' }),
      now: () => clock.now,
    })
    expect(await writer.write()).toBe(0)
    refuses = false
    expect(await writer.write()).toBe(1)
    expect(await writer.write()).toBe(0)
    clock.now = new Date('2026-09-26T09:00:00Z')
    expect(await writer.write()).toBe(0)
    clock.now = new Date('2026-09-21T19:00:00Z')
    expect(await writer.write()).toBe(0)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.to).toBe(api.people.facilitator.email)
    expect(letters[0]?.text).toContain('mandag den 28. september 2026 9.00')
    expect(letters[0]?.text).toContain(`https://tavle.example/sprints/${sprint}`)
  })
})

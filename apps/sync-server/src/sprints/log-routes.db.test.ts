import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { createLogApi, LOG_PEOPLE, type LogApi, type LogPerson } from '../../test-support/log-api.ts'

const LINE = {
  type: 'solution',
  from: 'En app',
  to: 'Et opkald på dag to',
  why: 'Borgerne ville ringes op',
  decidedBy: 'Team og opgavestiller',
  consequence: 'Aftenholdet inviteres',
} as const
const GATE = {
  kind: 'gate',
  words: 'Stop her',
  outcome: 'stop',
  reason: 'Løsningen hører til et andet sted',
  decidedBy: 'Styregruppe',
} as const

describeDatabases('process log over HTTP', (open) => {
  let database: TestDatabase
  let api: LogApi
  beforeAll(async () => {
    database = await open()
    api = await createLogApi(database.sql)
  })
  afterAll(() => database?.close())
  const at = (sprint: string, rest = '/log') => `/api/sprints/${sprint}${rest}`

  test('a line is read as it was written, with its day, role and time', async () => {
    const sprint = await api.sprint()
    expect(await api.add('member', at(sprint), LINE)).toBe(1)
    const { lines, sprint: about } = await api.log(sprint)
    expect(lines).toEqual([
      {
        ...LINE,
        number: 1,
        day: 'tue',
        corrects: null,
        byRole: 'member',
        byName: 'Navn member',
        at: '2026-09-08T13:40:00.000Z',
      },
    ])
    expect(about).toMatchObject({ title: 'Hjem med hjælp', kickOffEnds: { date: '2026-09-07', minute: 630 } })
  })

  test('a commissioner reads roles and no names; the team reads both', async () => {
    const sprint = await api.sprint()
    await api.add('member', at(sprint), LINE)
    await api.add('facilitator', at(sprint, '/purpose'), { purpose: 'Færre klager' })
    await api.add('facilitator', at(sprint, '/decisions'), GATE)
    const names = async (who: LogPerson) => {
      const { lines, purposes, decisions } = await api.log(sprint, who)
      return [...lines, ...purposes, ...decisions].map(({ byName, byRole }) => [byRole, byName])
    }
    expect(await names('commissioner')).toEqual([
      ['member', ''],
      ['facilitator', ''],
      ['facilitator', ''],
    ])
    expect((await names('observer'))[0]).toEqual(['member', 'Navn member'])
  })

  test('everybody has the rights of their place, and a stranger finds nothing', async () => {
    const sprint = await api.sprint()
    await api.add('facilitator', at(sprint, '/purpose'), { purpose: 'Færre klager' })
    const statuses = async (method: string, path: string, body?: unknown) => {
      const all: number[] = []
      for (const who of LOG_PEOPLE) all.push((await api.ask(who, method, path, body)).status)
      return all
    }
    // In the order of LOG_PEOPLE: facilitator, member, sparring, observer, commissioner, stranger.
    expect(await statuses('GET', at(sprint))).toEqual([200, 200, 200, 200, 200, 404])
    expect(await statuses('POST', at(sprint), LINE)).toEqual([201, 201, 403, 403, 403, 404])
    expect(await statuses('POST', at(sprint, '/purpose'), { purpose: 'Nyt' })).toEqual([201, 403, 403, 403, 403, 404])
    expect(await statuses('POST', at(sprint, '/decisions'), GATE)).toEqual([201, 403, 403, 403, 403, 404])
    expect(await statuses('POST', at(sprint, '/purpose/lock'))).toEqual([204, 403, 403, 403, 403, 404])
    const aside = at(sprint, `/proposals/${randomUUID()}/set-aside`)
    expect(await statuses('POST', aside)).toEqual([404, 404, 403, 403, 403, 404])
    expect((await api.ask(null, 'GET', at(sprint))).status).toBe(401)
    expect((await api.ask('facilitator', 'GET', at(randomUUID()))).status).toBe(404)
    expect((await api.ask('facilitator', 'GET', at('..'))).status).toBe(404)
  })

  test('twenty lines at once have the numbers one to twenty', async () => {
    const sprint = await api.sprint()
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => api.add('member', at(sprint), { ...LINE, to: `Linje ${index}` })),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(new Set((await api.log(sprint)).lines.map(({ to }) => to)).size).toBe(20)
  })

  test('a correction is a new line; what it corrects stays, and must be there', async () => {
    const sprint = await api.sprint()
    await api.add('member', at(sprint), LINE)
    expect(await api.add('member', at(sprint), { ...LINE, to: 'Et opkald på dag tre', corrects: 1 })).toBe(2)
    const { lines } = await api.log(sprint)
    expect(lines.map(({ to, corrects }) => [to, corrects])).toEqual([
      [LINE.to, null],
      ['Et opkald på dag tre', 1],
    ])
    expect((await api.ask('member', 'POST', at(sprint), { ...LINE, corrects: 7 })).status).toBe(400)
    await api.add('facilitator', at(sprint, '/decisions'), GATE)
    expect((await api.ask('facilitator', 'POST', at(sprint, '/decisions'), { ...GATE, corrects: 2 })).status).toBe(400)
    expect(await api.add('facilitator', at(sprint, '/decisions'), { ...GATE, corrects: 1 })).toBe(2)
  })

  test('that nothing changed is one line a day', async () => {
    const sprint = await api.sprint()
    const none = { type: 'no-change' }
    const numbers = await Promise.all(Array.from({ length: 5 }, () => api.add('member', at(sprint), none)))
    expect(new Set(numbers)).toEqual(new Set([1]))
    api.clock.now = new Date('2026-09-08T22:10:00Z')
    // Past midnight on the wall, though not in Greenwich.
    expect(await api.add('facilitator', at(sprint), none)).toBe(2)
    api.clock.now = new Date('2026-09-08T13:40:00Z')
    expect((await api.log(sprint)).lines.map(({ day }) => day)).toEqual(['tue', null])
  })

  test('side benefits are added to an archived sprint, and nothing else is', async () => {
    const sprint = await api.sprint()
    await api.add('member', at(sprint), LINE)
    await database.sql`UPDATE sprint SET status = 'archived' WHERE id = ${sprint}`
    const benefit = { type: 'side-benefit', to: 'Hjemmesygeplejen bruger kortet til medicin' }
    expect(await api.add('member', at(sprint), benefit)).toBe(2)
    expect(await api.add('member', at(sprint), { ...benefit, to: 'Også aftenholdet', corrects: 2 })).toBe(3)
    expect((await api.ask('member', 'POST', at(sprint), LINE)).status).toBe(403)
    expect((await api.ask('member', 'POST', at(sprint), { ...benefit, corrects: 1 })).status).toBe(403)
    expect((await api.ask('facilitator', 'POST', at(sprint, '/purpose'), { purpose: 'Nyt' })).status).toBe(403)
    expect((await api.log(sprint)).may).toEqual({
      write: false,
      addSideBenefit: true,
      changePurpose: false,
      decide: false,
    })
  })

  describe('decisions', () => {
    test.each([
      ['a gate without outcome', { ...GATE, outcome: null }],
      ['conditions without any', { ...GATE, outcome: 'conditions' }],
      ['conditions of another outcome', { ...GATE, conditions: 'Orientér tillidsrepræsentanten' }],
      ['an outcome of no gate', { ...GATE, kind: 'decision' }],
      ['nobody who decided', { ...GATE, decidedBy: ' ' }],
    ])('%s is refused', async (_, body) => {
      const sprint = await api.sprint()
      expect((await api.ask('facilitator', 'POST', at(sprint, '/decisions'), body)).status).toBe(400)
      expect((await api.log(sprint)).decisions).toEqual([])
    })

    test('all four outcomes are kept alike', async () => {
      const sprint = await api.sprint()
      for (const outcome of ['go', 'conditions', 'loop', 'stop'])
        await api.add('facilitator', at(sprint, '/decisions'), {
          ...GATE,
          outcome,
          conditions: outcome === 'conditions' ? 'Orientér tillidsrepræsentanten' : '',
        })
      const { decisions } = await api.log(sprint)
      expect(decisions.map(({ number, outcome }) => [number, outcome])).toEqual([
        [1, 'go'],
        [2, 'conditions'],
        [3, 'loop'],
        [4, 'stop'],
      ])
    })
  })

  test.each([
    ['a line that became nothing', { ...LINE, to: ' ' }],
    ['a control character', { ...LINE, to: 'a\u0007' }],
    ['too many words', { ...LINE, why: 'x'.repeat(501) }],
    ['an unknown type', { ...LINE, type: 'deviation' }],
    ['a number of one’s own', { ...LINE, number: 9 }],
  ])('%s is refused', async (_, body) => {
    const sprint = await api.sprint()
    expect((await api.ask('member', 'POST', at(sprint), body)).status).toBe(400)
  })
})

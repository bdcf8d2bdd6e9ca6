import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { createLogApi, type LogApi } from '../../test-support/log-api.ts'

const FIRST = { purpose: 'Færre klager over brevet', plan: 'Ny brevskabelon' }
const CHANGED = { purpose: 'Mere forudsigelig første uge', plan: 'Kort, opkald og brev', why: 'Alle talte om ventetid' }

describeDatabases('purpose of a sprint', (open) => {
  let database: TestDatabase
  let api: LogApi
  beforeAll(async () => {
    database = await open()
    api = await createLogApi(database.sql)
  })
  afterAll(() => database?.close())
  const at = (sprint: string, rest: string) => `/api/sprints/${sprint}${rest}`
  const version = (sprint: string, body: object) => api.add('facilitator', at(sprint, '/purpose'), body)
  const lock = async (sprint: string) => (await api.ask('facilitator', 'POST', at(sprint, '/purpose/lock'))).status

  test('is drafted freely until the lock makes the newest version the original', async () => {
    const sprint = await api.sprint()
    expect(await lock(sprint)).toBe(409)
    await version(sprint, { purpose: 'Et udkast' })
    expect(await version(sprint, FIRST)).toBe(2)
    // The same words again are no new version.
    expect(await version(sprint, FIRST)).toBe(2)
    expect(await lock(sprint)).toBe(204)
    expect(await lock(sprint)).toBe(204)
    const { purposes, lockedAt, proposals } = await api.log(sprint)
    expect(purposes.map(({ purpose, isOriginal }) => [purpose, isOriginal])).toEqual([
      ['Et udkast', false],
      [FIRST.purpose, true],
    ])
    expect(lockedAt).toBe('2026-09-08T13:40:00.000Z')
    expect(proposals).toEqual([])
  })

  test('after the lock a change needs a reason, proposes its lines, and leaves the original as it was', async () => {
    const sprint = await api.sprint()
    await version(sprint, FIRST)
    await lock(sprint)
    expect((await api.ask('facilitator', 'POST', at(sprint, '/purpose'), { ...CHANGED, why: ' ' })).status).toBe(400)
    // In the very millisecond of the lock.
    expect(await version(sprint, CHANGED)).toBe(2)
    const { purposes, proposals, lines } = await api.log(sprint)
    expect(purposes.map(({ purpose, isOriginal }) => [purpose, isOriginal])).toEqual([
      [FIRST.purpose, true],
      [CHANGED.purpose, false],
    ])
    expect(lines).toEqual([])
    expect(proposals).toMatchObject([
      { type: 'purpose', from: FIRST.purpose, to: CHANGED.purpose },
      { type: 'plan', from: FIRST.plan, to: CHANGED.plan },
    ])
    expect((await api.log(sprint, 'observer')).proposals).toEqual([])
  })

  test('a proposal becomes one line, whoever confirms it, or is set aside and taken back', async () => {
    const sprint = await api.sprint()
    await version(sprint, FIRST)
    await lock(sprint)
    await version(sprint, CHANGED)
    const [purpose, plan] = (await api.log(sprint)).proposals
    if (purpose === undefined || plan === undefined) throw new Error('nothing was proposed')
    const line = { type: 'purpose', from: purpose.from, to: purpose.to, proposal: purpose.id }
    const both = await Promise.all([
      api.ask('member', 'POST', at(sprint, '/log'), line),
      api.ask('facilitator', 'POST', at(sprint, '/log'), line),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const aside = at(sprint, `/proposals/${plan.id}/set-aside`)
    expect((await api.ask('member', 'POST', aside)).status).toBe(204)
    expect((await api.log(sprint)).proposals).toEqual([])
    expect((await api.ask('member', 'DELETE', aside)).status).toBe(204)
    expect((await api.log(sprint)).proposals.map(({ id }) => id)).toEqual([plan.id])
    // What has become a line cannot be set aside, nor can another sprint's proposal.
    expect((await api.ask('member', 'POST', at(sprint, `/proposals/${purpose.id}/set-aside`))).status).toBe(404)
    const other = await api.sprint()
    expect((await api.ask('member', 'POST', at(other, `/proposals/${plan.id}/set-aside`))).status).toBe(404)
    expect((await api.ask('member', 'POST', at(other, '/log'), { ...line, proposal: plan.id })).status).toBe(409)
    expect((await api.log(sprint)).lines.map(({ number, to }) => [number, to])).toEqual([[1, CHANGED.purpose]])
    expect((await api.log(other)).lines).toEqual([])
  })

  test('ten versions and a lock at once: one original, and nothing after it without a reason', async () => {
    const sprint = await api.sprint()
    await version(sprint, FIRST)
    const asked = Array.from({ length: 10 }, (_, index) =>
      api.ask('facilitator', 'POST', at(sprint, '/purpose'), {
        purpose: `Udgave ${index}`,
        why: index % 2 ? 'Fordi' : '',
      }),
    )
    const statuses = [...(await Promise.all([...asked.slice(0, 5), lock(sprint), ...asked.slice(5)]))]
    expect(statuses).toContain(204)
    const { purposes } = await api.log(sprint)
    expect(purposes.map(({ number }) => number)).toEqual(purposes.map((_, index) => index + 1))
    const original = purposes.findIndex(({ isOriginal }) => isOriginal)
    expect(original).toBeGreaterThanOrEqual(0)
    expect(purposes.filter(({ isOriginal }) => isOriginal)).toHaveLength(1)
    for (const later of purposes.slice(original + 1)) expect(later.why).not.toBe('')
  })
})

import type { OrganisationRole } from '@samtavle/shared/access'
import {
  type ProcessModelAnswer,
  processModelResponse,
  processModelsResponse,
} from '@samtavle/shared/process-model-api'
import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useEmptyAccounts } from '../../test-support/empty-accounts.ts'
import type { AppEnv, Identity } from '../http/app-env.ts'
import { errorResponse } from '../http/error-response.ts'
import { createProcessModelFeature } from './process-model-routes.ts'

const person = (role: OrganisationRole): Identity => ({
  userId: '22222222-2222-4222-8222-222222222222',
  email: 'p@kommune.example',
  name: 'P',
  colour: 1,
  locale: 'da',
  role,
  sessionHash: '',
})

describeDatabases('process model', (open) => {
  const sql = useEmptyAccounts(open)

  async function scene() {
    await sql()`DELETE FROM organisation_setting`
    const clock = { now: new Date('2026-09-07T08:00:00Z') }
    const feature = createProcessModelFeature({ sql: sql(), now: () => clock.now })
    const ask = async (who: Identity | null, method: string, path = '', body?: unknown): Promise<Response> => {
      const app = new Hono<AppEnv>()
      app.use(async (c, next) => {
        c.set('identity', who)
        await next()
      })
      app.route(feature.path, feature.app)
      app.onError((error, c) => errorResponse(error, c, pino({ level: 'silent' })))
      const json =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      return await app.request(`${feature.path}${path}`, { method, ...json })
    }
    const admin = person('admin')
    const read = async () => processModelResponse.parse(await (await ask(person('manager'), 'GET')).json())
    const put = async (body: unknown) => (await ask(admin, 'PUT', '', body)).status
    const models = async () => processModelsResponse.parse(await (await ask(admin, 'GET', '/models')).json()).models
    const chosen = async (model: ProcessModelAnswer['model'], changedAt: string | null) => {
      const found = (await models()).find((one) => one.model === model)
      if (found === undefined) throw new Error(model)
      return { model, phases: structuredClone(found.phases), changedAt }
    }
    return { clock, ask, read, put, models, chosen, admin }
  }

  test('until somebody chooses it is Forstå – Skab – Virk, for everybody who is signed in', async () => {
    const { ask, read, models } = await scene()
    const first = await read()
    expect([first.model, first.changedAt]).toEqual(['understand-create-work', null])
    expect(first.phases.work.word).toEqual({ da: 'Virk', en: 'Put to work', nb: 'Sett i verk' })
    expect(await models()).toHaveLength(4)
    expect((await ask(null, 'GET')).status).toBe(401)
    expect((await ask(null, 'GET', '/models')).status).toBe(401)
  })

  test('an administrator chooses another one, and words of one’s own for a phase; nobody else may', async () => {
    const { ask, read, put, chosen, admin } = await scene()
    const wanted = await chosen('four-steps', null)
    wanted.phases.create.word = { da: ' Udforsk sammen ', en: '', nb: '' }
    wanted.phases.work.questions = [{ da: '', en: '', nb: 'Hvem eier den?' }]
    for (const role of ['designer', 'member', 'manager'] as const) {
      expect((await ask(person(role), 'PUT', '', wanted)).status).toBe(403)
    }
    expect((await ask(null, 'PUT', '', wanted)).status).toBe(401)
    expect(await put(wanted)).toBe(200)
    const { phases, model } = await read()
    expect(model).toBe('four-steps')
    // Empty words borrow from another language, so that nobody reads nothing.
    expect(phases.create.word).toEqual({ da: 'Udforsk sammen', en: 'Udforsk sammen', nb: 'Udforsk sammen' })
    expect(phases.work.questions).toEqual([{ da: 'Hvem eier den?', en: 'Hvem eier den?', nb: 'Hvem eier den?' }])
    expect(phases.understand).toEqual(wanted.phases.understand)
    // Only what is said otherwise is stored: better words of ours still reach the rest.
    const [stored] = await sql()<{ value: string; changedBy: string }[]>`
      SELECT value, changed_by AS "changedBy" FROM organisation_setting WHERE key = 'process-model'`
    expect(Object.keys(JSON.parse(stored?.value ?? '').own)).toEqual(['create', 'work'])
    expect(stored?.changedBy).toBe(admin.userId)
  })

  test('who did not see the newest one is refused, also in the same millisecond and when it was the first', async () => {
    const { read, put, chosen } = await scene()
    const mine = await chosen('four-steps', null)
    expect(await put(mine)).toBe(200)
    expect(await put(await chosen('six-phases', null))).toBe(409)
    const { changedAt } = await read()
    expect(await put(await chosen('six-phases', changedAt))).toBe(200)
    expect(await put(await chosen('four-phases', changedAt))).toBe(409)
    expect((await read()).model).toBe('six-phases')
  })

  test('words that are none, too long or too many are refused', async () => {
    const { put, chosen, read } = await scene()
    const question = { da: 'Hvad?', en: '', nb: '' }
    const bad = async (change: (wanted: Awaited<ReturnType<typeof chosen>>) => void) => {
      const wanted = await chosen('four-steps', null)
      change(wanted)
      return await put(wanted)
    }
    const word = (da: string) => ({ da, en: '', nb: '' })
    expect(await bad((wanted) => void Object.assign(wanted.phases.work, { word: word('  ') }))).toBe(400)
    expect(await bad((wanted) => void Object.assign(wanted.phases.work, { word: word('x'.repeat(61)) }))).toBe(400)
    expect(await bad((wanted) => void Object.assign(wanted.phases.work, { word: word('a\nb') }))).toBe(400)
    expect(await bad((wanted) => void Object.assign(wanted.phases.work, { questions: Array(6).fill(question) }))).toBe(
      400,
    )
    expect(await bad((wanted) => void Object.assign(wanted, { model: 'constructor' }))).toBe(400)
    expect(await bad((wanted) => void Object.assign(wanted.phases, { extra: wanted.phases.work }))).toBe(400)
    expect((await read()).changedAt).toBeNull()
  })
})

import type { OrganisationRole } from '@samtavle/shared/access'
import { LOCALES, type Locale } from '@samtavle/shared/locale'
import { dayResponse, programmesResponse, type StartAnswer, startResponse } from '@samtavle/shared/sprint-api'
import { findTemplate } from '@samtavle/templates/catalog'
import { Hono } from 'hono'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { AppEnv, Identity } from '../http/app-env.ts'
import { errorResponse } from '../http/error-response.ts'
import { createDayRoutes, createProgrammeRoutes } from './programme-routes.ts'

const person = (locale: Locale, role: OrganisationRole): Identity => ({
  userId: '22222222-2222-4222-8222-222222222222',
  email: 'p@kommune.example',
  name: 'P',
  colour: 1,
  locale,
  role,
  sessionHash: '',
})

function appFor(identity: Identity | null): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('identity', identity)
    await next()
  })
  app.route('/api/programmes', createProgrammeRoutes())
  app.route('/api/days', createDayRoutes())
  app.onError((error, c) => errorResponse(error, c, pino({ level: 'silent' })))
  return app
}

const app = appFor(person('da', 'manager'))

async function start(date: string, more = '', programme = 'monday-to-monday'): Promise<StartAnswer> {
  const response = await app.request(`/api/programmes/${programme}/start?date=${date}${more}`)
  expect(response.status).toBe(200)
  return startResponse.parse(await response.json())
}
const told = ({ collisions }: StartAnswer) => collisions.map(({ date, country, kind }) => `${date} ${country} ${kind}`)

test('every programme is told in all languages, with its days and the template of each board', async () => {
  const { programmes } = programmesResponse.parse(await (await app.request('/api/programmes')).json())
  expect(programmes[0]).toMatchObject({ id: 'monday-to-monday', startsOnMonday: true })
  expect(programmes[0]?.days.map((day) => day.key)).toEqual([
    'before',
    'mon',
    'tue',
    'wed',
    'thu',
    'fri',
    'weekend',
    'mon2',
  ])
  for (const { boards, name } of programmes) {
    for (const locale of LOCALES) expect(name[locale]).not.toBe('')
    for (const board of boards) expect(findTemplate(board.templateId), board.key).toBeDefined()
  }
})

describe('a start of Monday to Monday', () => {
  test('in an ordinary week collides with nothing; any day of the week means its Monday', async () => {
    const monday = { date: '2026-09-07', week: 37, until: '2026-09-14', collisions: [], nextClean: null }
    expect(await start('2026-09-07')).toEqual(monday)
    expect(await start('2026-09-10')).toEqual(monday)
  })

  test('on Easter Monday, or ending on it, collides in both countries, and the next clean week is told', async () => {
    const easter = await start('2026-04-06')
    expect(told(easter)).toEqual(['2026-04-06 DK holiday', '2026-04-06 NO holiday'])
    expect(easter.nextClean).toEqual({ date: '2026-04-13', week: 16 })
    expect(easter.collisions[0]?.name.da).toBe('Anden påskedag')
    const before = await start('2026-03-30')
    expect(told(before)).toEqual([
      '2026-04-02 DK holiday',
      '2026-04-02 NO holiday',
      '2026-04-03 DK holiday',
      '2026-04-03 NO holiday',
      '2026-04-06 DK holiday',
      '2026-04-06 NO holiday',
    ])
    expect(before.nextClean).toEqual({ date: '2026-04-13', week: 16 })
  })

  test('Whit Monday, the Friday after Ascension Day, and 5 June', async () => {
    expect(told(await start('2026-05-18'))).toEqual(['2026-05-25 DK holiday', '2026-05-25 NO holiday'])
    expect(told(await start('2026-05-11'))).toEqual([
      '2026-05-14 DK holiday',
      '2026-05-14 NO holiday',
      '2026-05-15 DK half',
      '2026-05-15 NO half',
    ])
    const june = await start('2026-06-01')
    expect([told(june), june.nextClean]).toEqual([['2026-06-05 DK half'], null])
  })

  test('1 May is Norwegian: a warning to both, another week only for Norwegians', async () => {
    const da = await start('2026-04-27')
    expect([told(da), da.nextClean]).toEqual([['2026-05-01 NO holiday'], null])
    const nb = await start('2026-04-27', '&locale=nb')
    expect(nb.nextClean).toEqual({ date: '2026-05-04', week: 19 })
    const norwegian = await appFor(person('nb', 'member')).request(
      '/api/programmes/monday-to-monday/start?date=2026-04-27',
    )
    expect(await norwegian.json()).toEqual(nb)
  })

  test('a holiday at the weekend is nobody’s work: 17 May 2026 is a Sunday', async () => {
    expect(told(await start('2026-05-11')).some((line) => line.startsWith('2026-05-17'))).toBe(false)
  })

  test('Christmas: holidays, eves and two quiet weeks; the next start without a holiday is in January', async () => {
    const christmas = await start('2026-12-21')
    expect(told(christmas).filter((line) => line.includes('DK'))).toEqual([
      '2026-12-21 DK quiet',
      '2026-12-24 DK half',
      '2026-12-25 DK holiday',
      '2026-12-28 DK quiet',
    ])
    expect(christmas.nextClean).toEqual({ date: '2027-01-04', week: 1 })
  })

  test('a quiet week is told once, and asks for no other start', async () => {
    const summer = await start('2027-07-05')
    expect(told(summer)).toEqual([
      '2027-07-05 DK quiet',
      '2027-07-05 NO quiet',
      '2027-07-12 DK quiet',
      '2027-07-12 NO quiet',
    ])
    expect(summer.nextClean).toBeNull()
    expect(summer.collisions[0]?.name).toMatchObject({ da: 'Sommerferie, uge 27', nb: 'Sommerferie, uke 27' })
  })
})

test('unknown programmes, and dates that are none', async () => {
  const status = async (path: string) => (await app.request(`/api/programmes/${path}`)).status
  expect(await status('constructor/start?date=2026-09-07')).toBe(404)
  for (const query of [
    '',
    '?date=2026-02-30',
    '?date=0001-01-01',
    '?date=2100-01-04',
    '?date=x',
    '?date=2026-09-07&x=1',
  ]) {
    expect(await status(`monday-to-monday/start${query}`), query).toBe(400)
  }
})

test.each([
  ['an ordinary Monday', '2026-09-14', '', [], null],
  ['a Saturday', '2026-09-19', '', [], '2026-09-21'],
  [
    'Maundy Thursday, with Good Friday and Easter behind it',
    '2027-03-25',
    '',
    ['DK holiday', 'NO holiday'],
    '2027-03-30',
  ],
  ['Constitution Day of Norway', '2028-05-17', '?locale=nb', ['NO holiday'], '2028-05-18'],
  ['the same day in Denmark', '2028-05-17', '?locale=da', ['NO holiday'], null],
  ['a day of the autumn holiday', '2026-10-12', '', ['DK quiet'], null],
] as const)('a single day: %s', async (_which, date, more, expected, next) => {
  const response = await app.request(`/api/days/${date}${more}`)
  const day = dayResponse.parse(await response.json())
  expect(day.collisions.map(({ country, kind }) => `${country} ${kind}`)).toEqual(expected)
  expect(day.nextWorkday).toBe(next)
})

test('days that are none', async () => {
  const status = async (path: string) => (await app.request(`/api/days/${path}`)).status
  expect([await status('2026-02-30'), await status('x'), await status('0001-01-01')]).toEqual([404, 404, 400])
})

test('who is not signed in is told nothing', async () => {
  for (const path of ['', '/monday-to-monday/start?date=2026-09-07', '/x/start']) {
    expect((await appFor(null).request(`/api/programmes${path}`)).status).toBe(401)
  }
  expect((await appFor(null).request('/api/days/2026-09-07')).status).toBe(401)
})

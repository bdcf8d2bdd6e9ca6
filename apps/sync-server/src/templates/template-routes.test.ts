import { templateRecordsResponse, templatesResponse } from '@samtavle/shared/api'
import { LOCALES } from '@samtavle/shared/locale'
import { listTemplates } from '@samtavle/templates/catalog'
import { Hono } from 'hono'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { AppEnv, Identity } from '../http/app-env.ts'
import { errorResponse } from '../http/error-response.ts'
import { createTemplateRoutes } from './template-routes.ts'
import { createTemplateService } from './template-service.ts'

const person: Identity = {
  userId: '22222222-2222-4222-8222-222222222222',
  email: 'p@kommune.example',
  name: 'P',
  colour: 1,
  locale: 'da',
  role: 'manager',
  sessionHash: '',
}

function appFor(identity: Identity | null): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('identity', identity)
    await next()
  })
  const store = {
    list: async () => [],
    some: async () => [],
    content: async () => undefined,
    hidden: async () => new Set(''),
  }
  const templates = createTemplateService({ store, checkRecords: async () => [] })
  app.route('/api/templates', createTemplateRoutes({ templates }))
  app.onError((error, c) => errorResponse(error, c, pino({ level: 'silent' })))
  return app
}

const app = appFor(person)
const templates = async () =>
  templatesResponse.strict().parse(await (await app.request('/api/templates')).json()).templates

describe('templates over HTTP', () => {
  test('the gallery holds the whole library, in its order', async () => {
    const numbers = (await templates()).map((template) => template.number)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`))
  })

  test('nothing is for nobody', async () => {
    const [first] = await templates()
    const paths = ['', '?ids=borgerrejse', `/${first?.id}/preview.svg`, `/${first?.id}/records`]
    for (const path of paths.map((rest) => `/api/templates${rest}`)) {
      expect((await appFor(null).request(path)).status).toBe(401)
    }
  })

  test('some of them are told of without the others, in the order of the gallery', async () => {
    const asked = async (ids: string) => {
      const response = await app.request(`/api/templates?ids=${encodeURIComponent(ids)}`)
      return templatesResponse
        .strict()
        .parse(await response.json())
        .templates.map(({ id }) => id)
    }
    const inOrder = (await templates()).map(({ id }) => id).filter((id) => ['mulighedsrum', 'borgerrejse'].includes(id))
    expect(await asked('mulighedsrum,findes-ikke,borgerrejse')).toEqual(inOrder)
    expect(await asked('')).toEqual([])
    expect(await asked('__proto__,constructor')).toEqual([])
    expect((await app.request(`/api/templates?ids=${'a'.repeat(2001)}`)).status).toBe(400)
  })

  test('the list is compressed, and a browser that holds it is not sent it again', async () => {
    const headers = { 'accept-encoding': 'br' }
    const packed = await app.request('/api/templates', { headers })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(packed.headers.get('content-type')).toBe('application/json')
    const etag = packed.headers.get('etag') ?? ''
    const again = await app.request('/api/templates', { headers: { ...headers, 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('what a template puts on a board is told whole or short, with examples or without, in each language', async () => {
    const records = async (query: string) => {
      const response = await app.request(`/api/templates/borgerrejse/records?${query}`)
      return templateRecordsResponse.parse(await response.json()).records
    }
    const whole = await records('locale=da&examples=true')
    const isExample = ({ meta }: (typeof whole)[number]) =>
      (meta as { example?: boolean } | undefined)?.example === true
    expect(whole.some(isExample)).toBe(true)
    expect((await records('examples=false')).some(isExample)).toBe(false)
    expect((await records('short=true')).length).toBeLessThan(whole.length)
    expect(JSON.stringify(await records('locale=en'))).not.toBe(JSON.stringify(whole))
    expect(await records('locale=da')).toEqual(whole)
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
  })

  test('every template has a picture of its own in every language and theme, with and without examples', async () => {
    const pictures = new Set<string>()
    let count = 0
    for (const { id } of await templates()) {
      for (const locale of LOCALES) {
        for (const theme of ['light', 'dark']) {
          for (const examples of ['true', 'false']) {
            const query = new URLSearchParams({ locale, theme, examples, detail: 'full' })
            const response = await app.request(`/api/templates/${id}/preview.svg?${query}`)
            expect(response.status).toBe(200)
            expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
            expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
            pictures.add(await response.text())
            count += 1
          }
        }
      }
    }
    expect(count).toBe(25 * 12)
    // Where there are no examples, the picture with them is the one without.
    const bare = listTemplates().filter((template) => template.examples.length === 0)
    expect(bare.map(({ number }) => number)).toEqual(['T03'])
    expect(pictures.size).toBe(count - 6)
  }, 60_000)

  test('without a word about it one gets a small Danish picture by day, with examples', async () => {
    const [first] = await templates()
    const address = `/api/templates/${first?.id}/preview.svg`
    const small = await (await app.request(address)).text()
    const same = await app.request(`${address}?locale=da&theme=light&detail=thumbnail&examples=true`)
    expect(await same.text()).toBe(small)
    const full = await (await app.request(`${address}?detail=full`)).text()
    expect(small.length).toBeLessThan(full.length)
  })

  test('a picture keeps its name between servers, so that browsers keep it', async () => {
    const [first] = await templates()
    const path = `/api/templates/${first?.id}/preview.svg?locale=nb`
    const etag = (await app.request(path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await appFor(person).request(path, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await app.request(`${path}&theme=dark`, { headers: { 'if-none-match': etag } })
    expect(other.status).toBe(200)
  })

  test('an unknown template and a wrong query are refused', async () => {
    const [first] = await templates()
    for (const id of ['nothing', '__proto__', 'constructor', `${first?.id}%00`]) {
      expect([id, (await app.request(`/api/templates/${id}/preview.svg`)).status]).toEqual([id, 404])
      expect([id, (await app.request(`/api/templates/${id}/records`)).status]).toEqual([id, 404])
    }
    for (const query of ['locale=sv', 'theme=', 'examples=1', 'locale=da&locale=en', 'short=2', 'more=1']) {
      expect((await app.request(`/api/templates/${first?.id}/records?${query}`)).status).toBe(400)
      expect((await app.request(`/api/templates/${first?.id}/preview.svg?${query}`)).status).toBe(400)
    }
  })
})

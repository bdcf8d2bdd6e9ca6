import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReaderServer, startReaderServer, WEDNESDAY } from '../../test-support/reader-server.ts'
import type { Identity } from '../http/app-env.ts'

const MEMBER = 'session=member'
let server: ReaderServer
let sessionsRead = 0
beforeEach(async () => {
  sessionsRead = 0
  server = await startReaderServer({
    readSession: async (cookie) => {
      sessionsRead += 1
      return cookie === MEMBER ? { identity: { userId: 'u', role: 'manager' } as Identity } : null
    },
  })
})
afterEach(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, redirect: 'manual' })
const answer = (headers: Record<string, string> = {}) =>
  fetch(`${server.url}/s/${WEDNESDAY}/answer`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ answer: 'yes', words: '' }) },
    headers: { origin: server.origin, ...headers },
  })
const only = (over: { needsAccount?: boolean; passcode?: string }) =>
  server.memory.links.set(WEDNESDAY, { snapshotId: 'wednesday', mayAnswer: true, ...over })

test('a link for people with an account asks whoever is not signed in, and says nothing else', async () => {
  only({ needsAccount: true })
  for (const path of ['', '/case', '/pictures/2.svg', '/answer']) {
    for (const headers of [{}, { cookie: 'session=other' }]) {
      const response = await get(`/s/${WEDNESDAY}${path}`, headers as Record<string, string>)
      const words = await response.text()
      expect([path, response.status]).toEqual([path, 401])
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(words).toContain('Log ind for at læse')
      expect(words).toContain(`href="/sign-in?next=${encodeURIComponent(`/s/${WEDNESDAY}`)}"`)
      expect(words).not.toMatch(/Onsdag|Hjem med|Mulighedsrum/u)
    }
  }
  expect((await answer()).status).toBe(401)
  expect(server.memory.answers).toEqual([])
  const norwegian = await (await get(`/s/${WEDNESDAY}`, { 'accept-language': 'nb' })).text()
  expect(norwegian).toContain('Logg inn for å lese')
})

test('whoever is signed in reads, answers, and is asked again when the session is over', async () => {
  only({ needsAccount: true })
  const page = await get(`/s/${WEDNESDAY}`, { cookie: MEMBER })
  expect([page.status, (await page.text()).includes('Onsdag: Mulighedsrum')]).toEqual([200, true])
  expect((await get(`/s/${WEDNESDAY}/pictures/2.svg`, { cookie: MEMBER })).status).toBe(200)
  expect((await answer({ cookie: MEMBER })).status).toBe(303)
  expect(server.memory.answers.length).toBe(1)
  // What the browser keeps is not shown without asking, and the answer is not that it is unchanged.
  const kept = await get(`/s/${WEDNESDAY}`, { cookie: MEMBER })
  const held = { 'if-none-match': kept.headers.get('etag') ?? '' }
  expect((await get(`/s/${WEDNESDAY}`, held)).status).toBe(401)
  expect((await get(`/s/${WEDNESDAY}`, { ...held, cookie: MEMBER })).status).toBe(304)
})

test('the passcode is asked for after signing in, and never before', async () => {
  only({ needsAccount: true, passcode: 'vinter' })
  const unlock = (passcode: string, headers: Record<string, string>) =>
    fetch(`${server.url}/s/${WEDNESDAY}/unlock`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ passcode }) },
      headers: { origin: server.origin, ...headers },
    })
  expect((await unlock('vinter', {})).status).toBe(401)
  const asked = await get(`/s/${WEDNESDAY}`, { cookie: MEMBER })
  expect([asked.status, (await asked.text()).includes('Skriv kodeordet')]).toEqual([200, true])
  const opened = await unlock('vinter', { cookie: MEMBER })
  expect(opened.status).toBe(303)
  const key = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const read = await get(`/s/${WEDNESDAY}`, { cookie: key })
  expect(read.status).toBe(401)
})

test('an open link asks for no session at all', async () => {
  expect((await get(`/s/${WEDNESDAY}`, { cookie: MEMBER })).status).toBe(200)
  expect(sessionsRead).toBe(0)
})

import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ReaderServer, startReaderServer, WEDNESDAY } from '../../test-support/reader-server.ts'

const LOCKED = 'TokenOfALinkThatHasAPasscodeOfItsOwn'

let server: ReaderServer
let log: string[]
beforeEach(async () => {
  log = []
  server = await startReaderServer({
    isLimited: true,
    embedOrigins: ['https://intranet.example'],
    log: { write: (line) => void log.push(line) },
  })
  server.memory.links.set(LOCKED, { snapshotId: 'wednesday', mayAnswer: true, passcode: 'æble 12' })
})
afterEach(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { 'accept-language': 'da', ...headers }, redirect: 'manual' })

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: server.origin, ...headers },
    redirect: 'manual',
  })

/** Beside `fetch`, which sets headers of its own. */
function bareStatus(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(server.url + path, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject)
    asked.end('answer=yes&words=')
  })
}

describe('the page', () => {
  test('is made once, kept, and not sent again to whoever holds it', async () => {
    const first = await get(`/s/${WEDNESDAY}`)
    const bytes = await first.text()
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('x-robots-tag')).toContain('noindex')
    expect(first.headers.get('referrer-policy')).toBe('no-referrer')
    expect(bytes).toContain('Onsdag: Mulighedsrum')
    expect(await (await get(`/s/${WEDNESDAY}`)).text()).toBe(bytes)
    expect(server.memory.asked.contents).toBe(1)
    // Gathered for a second, then counted together.
    await vi.waitFor(() => expect(server.memory.asked.openings).toBe(2), { timeout: 5_000 })
    const again = await get(`/s/${WEDNESDAY}`, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test.each(['br', 'gzip'])('goes out as %s', async (encoding) => {
    const response = await get(`/s/${WEDNESDAY}`, { 'accept-encoding': encoding })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(await response.text()).toContain('Ikke nået i dag')
  })

  test('may run nothing but its own script, style itself by hash, and stand in no frame', async () => {
    const policy = (await get(`/s/${WEDNESDAY}`)).headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'sha256-[\w+/]{43}='; img-src 'self'/u)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('its script is its own file, which never changes', async () => {
    const page = await (await get(`/s/${WEDNESDAY}`)).text()
    const [, path = ''] = /<script src="([^"]+)"/u.exec(page) ?? []
    const script = await get(path)
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(script.headers.get('content-type')).toContain('javascript')
    expect((await get('/s/files/other.js')).status).toBe(404)
  })

  test('pictures may do nothing at all, have a dark one, and are named by their place', async () => {
    const page = await (await get(`/s/${WEDNESDAY}`)).text()
    expect(page).toContain(`src="/s/${WEDNESDAY}/pictures/2.svg"`)
    const light = await get(`/s/${WEDNESDAY}/pictures/2.svg`)
    expect(light.headers.get('content-type')).toContain('image/svg+xml')
    expect(light.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/u)
    const dark = await get(`/s/${WEDNESDAY}/pictures/2-dark.svg`)
    expect(await dark.text()).not.toBe(await light.text())
    await get(`/s/${WEDNESDAY}/pictures/2.svg`)
    expect(server.memory.asked.pictures).toBe(2)
    const held = { 'if-none-match': light.headers.get('etag') ?? '' }
    expect((await get(`/s/${WEDNESDAY}/pictures/2.svg`, held)).status).toBe(304)
    for (const name of ['1.svg', 'board-1.svg', '99.svg', '0.svg', '2.png', '2-dark', 'spaces', '%2e%2e'])
      expect((await get(`/s/${WEDNESDAY}/pictures/${name}`)).status, name).toBe(404)
  })
})

describe('no longer, and never', () => {
  test('withdrawn and expired ones are gone at once, also for whoever holds the page', async () => {
    const held = { 'if-none-match': (await get(`/s/${WEDNESDAY}`)).headers.get('etag') ?? '' }
    const state = server.memory.snapshots.get('wednesday')
    if (state === undefined) throw new Error('no snapshot')
    for (const status of ['withdrawn', 'expired'] as const) {
      state.status = status
      const response = await get(`/s/${WEDNESDAY}`, held)
      const words = await response.text()
      expect(response.status).toBe(410)
      expect(words).toContain('Spørg den, der sendte dig linket.')
      expect(words).not.toMatch(/Onsdag|Hjem med/u)
      expect((await get(`/s/${WEDNESDAY}/pictures/2.svg`)).status).toBe(410)
      expect((await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: '' })).status).toBe(410)
    }
    expect(server.memory.answers).toEqual([])
  })

  test('a link that is gone says the same as a snapshot that is', async () => {
    const link = server.memory.links.get(WEDNESDAY)
    if (link !== undefined) link.isGone = true
    expect((await get(`/s/${WEDNESDAY}`)).status).toBe(410)
  })

  test('unknown links, drafts and everything else below /s look alike, in the language of the browser', async () => {
    const unknown = await get('/s/unknown', { 'accept-language': 'nb-NO,nb;q=0.9' })
    const words = await unknown.text()
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(words).toContain('Lenken fører ikke til noe')
    const state = server.memory.snapshots.get('wednesday')
    if (state !== undefined) state.status = 'draft'
    for (const path of [`/s/${WEDNESDAY}`, `/s/${'x'.repeat(500)}`, `/s/${WEDNESDAY}/board`, '/s/']) {
      const response = await get(path, { 'accept-language': 'no' })
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.text()).toBe(words)
    }
  })

  test('who guesses at links is slowed', async () => {
    for (let round = 0; round < 5; round++) expect((await get(`/s/guess${round}`)).status).toBe(404)
    const slowed = await get('/s/guess6')
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await get(`/s/${WEDNESDAY}`)).status, 'who reads is not').toBe(200)
  })
})

describe('a passcode', () => {
  test('is asked for, opens everything of this link, and no other one', async () => {
    const asked = await get(`/s/${LOCKED}`)
    expect([asked.status, await asked.text()]).toEqual([200, expect.not.stringContaining('Onsdag')])
    const opened = await post(`/s/${LOCKED}/unlock`, { passcode: 'æble 12' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/s/${LOCKED}`])
    const cookie = opened.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(new RegExp(`Path=/s/${LOCKED}; HttpOnly; SameSite=Lax`, 'u'))
    expect(cookie).not.toMatch(/æble|%C3%A6ble/u)
    const key = { cookie: cookie.split(';')[0] ?? '' }
    expect(await (await get(`/s/${LOCKED}`, key)).text()).toContain('Onsdag: Mulighedsrum')
    expect((await get(`/s/${LOCKED}/pictures/2.svg`, key)).status).toBe(200)
    server.memory.links.set('Another', { snapshotId: 'wednesday', mayAnswer: true, passcode: 'æble 12' })
    expect(await (await get('/s/Another', key)).text()).toContain('Skriv kodeordet')
    server.memory.links.delete(LOCKED)
    expect((await get(`/s/${LOCKED}`, key)).status, 'withdrawn').toBe(410)
  })

  test('a wrong one is said, and several are slowed, whoever tries', async () => {
    for (let round = 0; round < 3; round++) {
      const wrong = await post(`/s/${LOCKED}/unlock`, { passcode: `pære ${round}` })
      expect([wrong.status, await wrong.text()]).toEqual([403, expect.stringContaining('Kodeordet passer ikke.')])
    }
    const slowed = await post(`/s/${LOCKED}/unlock`, { passcode: 'æble 12' }, { 'x-forwarded-for': '192.0.2.9' })
    expect([slowed.status, await slowed.text()]).toEqual([429, expect.stringContaining('Prøv igen om 1 minut.')])
  })
})

describe('an answer', () => {
  test('is taken once, thanked for, and replaced in words by a second one', async () => {
    const sent = await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes-but', words: ' Husk\r\ntillidsrepræsentanten ' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/s/${WEDNESDAY}/answer`])
    expect(server.memory.answers).toMatchObject([{ answer: 'yes-but', words: 'Husk tillidsrepræsentanten' }])
    const thanks = await (await get(`/s/${WEDNESDAY}/answer`)).text()
    expect(thanks).toMatch(/Tak for dit svar[\s\S]*Ja, med forbehold/u)
    expect(thanks, 'the line is for the team').not.toContain('Husk tillidsrepræsentanten')
    const page = await (await get(`/s/${WEDNESDAY}`)).text()
    expect(page).toContain('Der er allerede svaret »Ja, med forbehold«')
    expect(page).toContain('Et nyt svar erstatter det. Begge bliver stående i loggen.')
    await post(`/s/${WEDNESDAY}/answer`, { answer: 'no', words: '' })
    expect(server.memory.answers.map(({ answer }) => answer)).toEqual(['yes-but', 'no'])
    expect(await (await get(`/s/${WEDNESDAY}`)).text()).toContain('Der er allerede svaret »Nej«')
  })

  test('without a choice, or with too long a line, keeps what was typed', async () => {
    const words = 'Ring ikke <før> kl. 9'
    const none = await post(`/s/${WEDNESDAY}/answer`, { words })
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('Vælg et af de fire svar.')])
    const long = await (await post(`/s/${WEDNESDAY}/answer`, { answer: 'no', words: 'y'.repeat(301) })).text()
    expect(long).toContain('Linjen har 301 tegn.')
    expect(long).toContain('y'.repeat(301))
    expect(long).toMatch(/value="no" required checked/u)
    expect(server.memory.answers).toEqual([])
  })

  test('too many are slowed without losing the line', async () => {
    for (let round = 0; round < 3; round++) await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: '' })
    const slowed = await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: 'Stadig her' })
    expect([slowed.status, await slowed.text()]).toEqual([429, expect.stringContaining('>Stadig her</textarea>')])
    expect(server.memory.answers).toHaveLength(3)
  })

  test('that is no longer taken is said, and stays in the form', async () => {
    server.memory.isClosed.now = true
    const closed = await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: 'For sent' })
    expect([closed.status, await closed.text()]).toEqual([409, expect.stringContaining('>For sent</textarea>')])
  })

  test('is not taken where none is asked for', async () => {
    const link = server.memory.links.get(WEDNESDAY)
    if (link !== undefined) link.mayAnswer = false
    expect(await (await get(`/s/${WEDNESDAY}`)).text()).not.toContain('<form')
    expect((await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: '' })).status).toBe(404)
  })

  test('SEC-08 comes from a page of ours, as a form, and from nowhere else', async () => {
    const form = 'application/x-www-form-urlencoded'
    const path = `/s/${WEDNESDAY}/answer`
    const attempts: [headers: Record<string, string>, status: number][] = [
      [{ 'content-type': form }, 403],
      [{ 'content-type': form, origin: 'null' }, 403],
      [{ 'content-type': form, origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'content-type': form, origin: 'null', 'sec-fetch-site': 'same-site' }, 403],
      [{ 'content-type': form, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
      [{ 'content-type': 'text/plain', origin: server.origin }, 415],
      [{ 'content-type': 'multipart/form-data; boundary=x', origin: server.origin }, 415],
    ]
    for (const [headers, status] of attempts) {
      expect([headers, await bareStatus(path, { ...headers, 'content-length': '17' })]).toEqual([headers, status])
    }
    expect(server.memory.answers).toEqual([])
    for (const headers of [
      { 'content-type': form, origin: server.origin },
      { 'content-type': `${form};charset=UTF-8`, origin: 'null', 'sec-fetch-site': 'same-origin' },
      { 'content-type': form, 'sec-fetch-site': 'same-origin' },
    ]) {
      expect([headers, await bareStatus(path, { ...headers, 'content-length': '17' })]).toEqual([headers, 303])
    }
  })

  test('a form of nonsense, or of a megabyte, is refused in words', async () => {
    const response = await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: 'z'.repeat(1_000_000) })
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
  })
})

test('other sites may show a case where the operator allows them, and no other page', async () => {
  const shown = await get(`/s/${WEDNESDAY}/case`)
  expect(shown.headers.get('content-security-policy')).toContain('frame-ancestors https://intranet.example')
  expect(shown.headers.get('x-frame-options')).toBeNull()
  const words = await shown.text()
  expect(words).toContain('Onsdag: Mulighedsrum')
  expect(words).not.toMatch(/<form|aftenholdet være med/u)
  const own = await get(`/s/${WEDNESDAY}`)
  expect(own.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(own.headers.get('x-frame-options')).toBe('DENY')
})

test('the log knows routes, and no link', async () => {
  await get(`/s/${WEDNESDAY}`)
  await get(`/s/${WEDNESDAY}/pictures/2.svg`)
  await post(`/s/${WEDNESDAY}/answer`, { answer: 'yes', words: '' })
  await post(`/s/${LOCKED}/unlock`, { passcode: 'æble 12' })
  server.memory.snapshots.clear()
  await get(`/s/${WEDNESDAY}`)
  expect(log.join('')).toContain('/s/:token/answer')
  expect(log.join('')).not.toMatch(new RegExp(`${WEDNESDAY}|${LOCKED}|æble`, 'u'))
})

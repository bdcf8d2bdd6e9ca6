import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const SOURCE = readFileSync(join(import.meta.dirname, '../../apps/web/service-worker/service-worker.js'), 'utf8')
const ORIGIN = 'https://tavle.test'

type Stored = Map<string, Response>
type WorkerEvent = { request?: WorkerRequest; preloadResponse?: Promise<Response | undefined> }
type WorkerRequest = { url: string; method: string; mode: string }

/** The caches of one browser, which outlive a version of the worker. */
let kept: Map<string, Stored>
/** What the server has, and every address that it was asked for. */
let server: Map<string, Response | 'silent'>
let asked: string[]
let online: boolean

const pathOf = (request: string | WorkerRequest) =>
  new URL(typeof request === 'string' ? request : request.url, ORIGIN).pathname

const cacheOf = (stored: Stored) => ({
  match: async (request: string | WorkerRequest) => stored.get(pathOf(request))?.clone(),
  put: async (request: string | WorkerRequest, response: Response) => void stored.set(pathOf(request), response),
})

const caches = {
  async open(name: string) {
    const stored = kept.get(name) ?? new Map()
    kept.set(name, stored)
    return cacheOf(stored)
  },
  keys: async () => [...kept.keys()],
  delete: async (name: string) => kept.delete(name),
  async match(request: string | WorkerRequest) {
    for (const stored of kept.values()) {
      const found = stored.get(pathOf(request))
      if (found !== undefined) return found.clone()
    }
    return undefined
  },
}

async function fetchFake(request: string | WorkerRequest): Promise<Response> {
  asked.push(pathOf(request))
  const answer = server.get(pathOf(request)) ?? new Response('no such file', { status: 404 })
  if (!online) throw new TypeError('Failed to fetch')
  if (answer === 'silent') return new Promise(() => {})
  return answer.clone()
}

/** One version of the worker, as the build writes it. */
function worker(version: string, files: readonly string[]) {
  const listeners = new Map<string, (event: object) => void>()
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    skipWaiting: vi.fn(),
    clients: { claim: vi.fn() },
    registration: { navigationPreload: { enable: vi.fn() } },
  }
  const source = SOURCE.replace('__VERSION__', version).replace("['__FILES__']", JSON.stringify(files))
  runInContext(source, createContext({ self, caches, fetch: fetchFake, URL, setTimeout, clearTimeout, Promise }))
  const lifecycle = async (name: string) => {
    let done: Promise<unknown> = Promise.resolve()
    listeners.get(name)?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
    await done
  }
  return {
    install: () => lifecycle('install'),
    activate: () => lifecycle('activate'),
    /** What the worker answers; undefined when it leaves the request alone. */
    ask(path: string, { mode = 'cors', method = 'GET', origin = ORIGIN } = {}) {
      let answer: Promise<Response> | undefined
      const event: WorkerEvent & { respondWith(response: Promise<Response>): void } = {
        request: { url: origin + path, mode, method },
        preloadResponse: Promise.resolve(undefined),
        respondWith: (response) => (answer = response),
      }
      listeners.get('fetch')?.(event)
      return answer
    },
  }
}

const wordsOf = async (answer: Promise<Response> | undefined) => (await answer)?.text()
const FILES = ['/index.html', '/assets/app-1.js', '/favicon.svg']

beforeEach(() => {
  kept = new Map([['somebody else', new Map()]])
  asked = []
  online = true
  server = new Map([...FILES, '/assets/app-2.js', '/assets/rare.woff2'].map((path) => [path, new Response(path)]))
})
afterEach(() => vi.useRealTimers())

test('D9: without a server the app opens from this device, at every address of its own', async () => {
  const { install, activate, ask } = worker('one', FILES)
  await install()
  await activate()
  online = false
  expect(await wordsOf(ask('/boards/abc', { mode: 'navigate' }))).toBe('/index.html')
  expect(await wordsOf(ask('/', { mode: 'navigate' }))).toBe('/index.html')
  expect(await wordsOf(ask('/assets/app-1.js'))).toBe('/assets/app-1.js')
  expect(await wordsOf(ask('/favicon.svg'))).toBe('/favicon.svg')
})

test('D9: what the API says, and everything that is not the app, is neither kept nor answered', async () => {
  const { install, ask } = worker('one', FILES)
  await install()
  for (const path of ['/api/me', '/api/boards/abc/state', '/sync/abc', '/healthz', '/licenses/x.txt', '/s/secret'])
    for (const mode of ['cors', 'navigate']) expect(ask(path, { mode }), path).toBeUndefined()
  expect(ask('/boards', { method: 'POST', mode: 'navigate' })).toBeUndefined()
  expect(ask('/assets/app-1.js', { origin: 'https://elsewhere.test' })).toBeUndefined()
  expect(ask('/unknown.txt')).toBeUndefined()
  const paths = [...kept.values()].flatMap((stored) => [...stored.keys()])
  expect(paths.sort()).toEqual([...FILES].sort())
})

test('D9: with a server its page is shown; one that is silent or down behind a proxy is not waited for', async () => {
  vi.useFakeTimers()
  const { install, ask } = worker('one', FILES)
  await install()
  server.set('/boards', new Response('newer page'))
  expect(await wordsOf(ask('/boards', { mode: 'navigate' }))).toBe('newer page')
  server.set('/boards', new Response('bad gateway', { status: 502 }))
  expect(await wordsOf(ask('/boards', { mode: 'navigate' }))).toBe('/index.html')
  server.set('/boards', 'silent')
  const answer = wordsOf(ask('/boards', { mode: 'navigate' }))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await answer).toBe('/index.html')
})

test('D9: a version of which a file is missing is not installed', async () => {
  server.delete('/assets/app-1.js')
  await expect(worker('one', FILES).install()).rejects.toThrow('/assets/app-1.js')
})

test('D9: a new build is fetched as far as it is new; the one before stays for pages that still run it', async () => {
  await worker('one', FILES).install()
  asked = []
  server.set('/index.html', new Response('second page'))
  const second = worker('two', ['/index.html', '/assets/app-1.js', '/assets/app-2.js'])
  await second.install()
  await second.activate()
  expect(asked).toEqual(['/index.html', '/assets/app-2.js'])
  expect([...kept.keys()]).toEqual(['somebody else', 'samtavle-app-one', 'samtavle-app-two'])
  online = false
  expect(await wordsOf(second.ask('/', { mode: 'navigate' }))).toBe('second page')
  online = true
  const third = worker('three', ['/index.html', '/assets/app-2.js'])
  await third.install()
  await third.activate()
  expect([...kept.keys()]).toEqual(['somebody else', 'samtavle-app-two', 'samtavle-app-three'])
  online = false
  expect(await wordsOf(third.ask('/assets/app-1.js'))).toBe('/assets/app-1.js')
})

test('D9: a file that never changes is kept once it was asked for', async () => {
  const { install, ask } = worker('one', FILES)
  await install()
  expect(await wordsOf(ask('/assets/rare.woff2'))).toBe('/assets/rare.woff2')
  online = false
  expect(await wordsOf(ask('/assets/rare.woff2'))).toBe('/assets/rare.woff2')
  await expect(ask('/assets/never.js')).rejects.toThrow('Failed to fetch')
})

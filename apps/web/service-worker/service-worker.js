/**
 * Keeps the app's own files on this device, so that boards that lie here open without a server. Nothing else: what the
 * API says is never kept, no other site is ever asked. The build writes in which files there are, and their version.
 */
const VERSION = '__VERSION__'
/** @type {string[]} addresses of the build's files, the page first */
const FILES = ['__FILES__']

const PREFIX = 'samtavle-app-'
const CACHE = PREFIX + VERSION
const PAGE = '/index.html'
/** A server that has not answered for so long, in ms, is not waited for. */
const PAGE_WAIT_MS = 3_000
/** Pages of these addresses are the server's own, not the app's. */
const NOT_THE_APP = /^\/(api|sync|s|licenses|healthz|readyz|metrics)(\/|$)/
/** Files with a hash of their content in their name: they never change. */
const IMMUTABLE = /^\/assets\//

self.addEventListener('install', (event) => {
  event.waitUntil(fill())
  // The page that runs has its files from the version before, which stays until the next one.
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || NOT_THE_APP.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (IMMUTABLE.test(pathname)) event.respondWith(fromCacheFirst(request))
  else if (FILES.includes(pathname)) event.respondWith(fromServerFirst(request))
})

/** All files or none: a version that is not complete is not used. What the version before has is not fetched again. */
async function fill() {
  const cache = await caches.open(CACHE)
  for (const path of FILES) {
    if ((await cache.match(path)) !== undefined) continue
    const known = IMMUTABLE.test(path) ? await caches.match(path, { ignoreVary: true }) : undefined
    const response = known ?? (await fetch(path, { cache: 'no-cache', credentials: 'same-origin' }))
    if (!response.ok || response.redirected) throw new Error(`${path} could not be had`)
    await cache.put(path, response)
  }
}

async function takeOver() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  // In the order of their making; a page of the version before may still ask for its files.
  const former = versions.filter((name) => name !== CACHE).slice(0, -1)
  await Promise.all(former.map((name) => caches.delete(name)))
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

/** The server's page, which is the newest; without an answer the one that lies here. */
async function page(event) {
  const asked = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request))
  let timer
  const silence = new Promise((resolve) => {
    timer = setTimeout(resolve, PAGE_WAIT_MS)
  })
  try {
    const response = await Promise.race([asked, silence])
    // What stands in front of a server answers like this when the server is down.
    if (response !== undefined && !(response.status >= 502 && response.status <= 504)) return response
  } catch {
    // No connection.
  } finally {
    clearTimeout(timer)
  }
  const cache = await caches.open(CACHE)
  return (await cache.match(PAGE)) ?? asked
}

/** What never changes; a file that the list has not, such as a rarer font, is kept once it was asked for. */
async function fromCacheFirst(request) {
  const known = await caches.match(request, { ignoreVary: true })
  if (known !== undefined) return known
  const response = await fetch(request)
  if (response.status === 200) await keep(request, response.clone())
  return response
}

async function keep(request, response) {
  try {
    const cache = await caches.open(CACHE)
    await cache.put(request, response)
  } catch {
    // No room: it comes from the server.
  }
}

async function fromServerFirst(request) {
  try {
    return await fetch(request)
  } catch (failure) {
    const cache = await caches.open(CACHE)
    const known = await cache.match(request, { ignoreVary: true })
    if (known === undefined) throw failure
    return known
  }
}

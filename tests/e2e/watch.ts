import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test'

/**
 * What every browser test also proves: no request goes anywhere but to this installation, and nothing is reported on
 * the console that nobody expected, a refusal by the content security policy included.
 */
export type Watch = {
  /** Watches a browser context from now on. */
  over(context: BrowserContext): void
  /** Lets console errors through that match: for tests that provoke them, such as by killing the server. */
  allowErrors(pattern: RegExp): void
  /** A second installation that the test started itself, such as one without an administrator. */
  alsoOwn(origin: string): void
  /** Own requests seen so far; for tests about bytes and counts. */
  requests(): readonly Request[]
  /** @throws with everything that should not have been */
  verify(): void
}

/** tldraw's mark asks for this without a key; the policy refuses it, and nothing leaves. */
const BEACON = /^https:\/\/cdn\.tldraw\.com\/.*watermark-track\.svg/
/** A refused API call is part of many journeys (who am I? wrong password), and the browser reports each. */
const REFUSED =
  /^Failed to load resource: the server responded with a status of (401|403|404|409|410|413|415|422|429)\b/

const isLocal = (url: string) => /^(data|blob|about|chrome-error|devtools):/.test(url)

/** @param origins what counts as this installation: its page origin, and the same with `ws` */
export function createWatch(origins: readonly string[]): Watch {
  const own = new Set<string>()
  const addOwn = (origin: string) => own.add(origin).add(origin.replace(/^http/, 'ws'))
  for (const origin of origins) addOwn(origin)
  const requests: Request[] = []
  const beacons = new Set<Request>()
  let refusedBeacons = 0
  const failedFetches: string[] = []
  const foreign: string[] = []
  const errors: string[] = []
  const allowed: RegExp[] = []

  const isOwn = (url: string) => isLocal(url) || own.has(new URL(url).origin)

  function onRequest(request: Request): void {
    if (isOwn(request.url())) requests.push(request)
    else if (BEACON.test(request.url())) beacons.add(request)
    else foreign.push(request.url())
  }

  function onFailed(request: Request): void {
    // Refused by the policy before it left; anything else would be a request that was sent.
    if (beacons.has(request) && /csp|blocked/i.test(request.failure()?.errorText ?? '')) beacons.delete(request)
  }

  function onConsole(message: ConsoleMessage): void {
    if (message.type() !== 'error') return
    const { url } = message.location()
    const text = message.text()
    if (REFUSED.test(text) && isOwn(url) && new URL(url).pathname.startsWith('/api/')) return
    if (/Content Security Policy/i.test(text) && /cdn\.tldraw\.com\S*watermark-track\.svg/.test(text)) {
      refusedBeacons += 1
      return
    }
    errors.push(`${text} (${url})`)
  }

  /** The editor does not catch the refusal of its beacon: one such error for each is expected, before it or after. */
  function onPageError(error: Error): void {
    // A DOMException has no stack.
    const words = error.stack || `${error.name}: ${error.message}`
    if (/Failed to fetch/.test(error.message)) failedFetches.push(words)
    else errors.push(words)
  }

  return {
    over(context) {
      context.on('request', onRequest)
      context.on('requestfailed', onFailed)
      context.on('console', onConsole)
      context.on('weberror', (error) => onPageError(error.error()))
      context.on('page', (page) => {
        page.on('websocket', (socket) => {
          if (!isOwn(socket.url())) foreign.push(socket.url())
        })
      })
    },
    allowErrors(pattern) {
      allowed.push(pattern)
    },
    alsoOwn(origin) {
      addOwn(origin)
    },
    requests: () => requests,
    verify() {
      const sent = [...foreign, ...[...beacons].map((request) => request.url())]
      const unexpected = [...errors, ...failedFetches.slice(refusedBeacons)].filter(
        (error) => !allowed.some((pattern) => pattern.test(error)),
      )
      const findings = [
        ...sent.map((url) => `a request left the installation: ${url}`),
        ...unexpected.map((error) => `unexpected error on the console: ${error}`),
      ]
      if (findings.length > 0) throw new Error(findings.join('\n'))
    },
  }
}

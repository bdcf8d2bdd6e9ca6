import { spawnServer } from '../support/spawned-server.ts'
import { startTlsProxy, type TlsProxy } from '../support/tls-proxy.ts'
import { test as base } from './fixtures.ts'

/**
 * The same fixtures with the server behind a TLS proxy, under a name that is not localhost: as a real installation is
 * reached, with a secure cookie and everything that browsers and tldraw do only there.
 */
export const test = base.extend<object, { tlsProxy: TlsProxy }>({
  tlsProxy: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const proxy = await startTlsProxy()
      await use(proxy)
      await proxy.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ tlsProxy }, use) => {
      const server = await spawnServer({ env: { PUBLIC_URL: tlsProxy.origin } })
      tlsProxy.forwardTo(server.port)
      await use(server)
      await server.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ tlsProxy }, use) => {
    await use(tlsProxy.origin)
  },
  // The certificate was made a moment ago, and nobody trusts it.
  ignoreHTTPSErrors: true,
})

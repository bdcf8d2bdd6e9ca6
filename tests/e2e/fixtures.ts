import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import type { OrganisationRole } from '@samtavle/shared/access'
import type { Locale } from '@samtavle/shared/locale'
import { type ApiSession, createPerson, type Person, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { createWatch, type Watch } from './watch.ts'

type PersonOptions = { role?: OrganisationRole; name?: string; locale?: Locale }
type WindowOptions = BrowserContextOptions & { path?: string }

type WorkerFixtures = {
  /** The built server of this worker, on a PGlite of its own. */
  server: SpawnedServer
  /** The administrator that its environment made, signed in to the API. */
  admin: ApiSession
}

export type TestFixtures = {
  /** Proves after every test that nothing left the installation and that the console is clean. */
  watch: Watch
  /** A new account; members by default. */
  person(options?: PersonOptions): Promise<Person>
  /** A browser of its own (context) in which nobody is signed in, closed after the test. */
  freshBrowser(options?: BrowserContextOptions): Promise<BrowserContext>
  /** A page in a browser of its own in which this person is signed in, at `path` or the first page. */
  signedInPage(person: Person, options?: WindowOptions): Promise<Page>
}

/** What the server logged as an error since then: a browser that was answered with 500 does not know why. */
function errorsOf(server: SpawnedServer, since: number): string[] {
  return server.log.filter((line) => {
    const [, level] = /"level":(\d+)/.exec(line) ?? []
    const [, time = ''] = /"time":"([^"]+)"/.exec(line) ?? []
    return Number(level) >= 50 && Date.parse(time) >= since
  })
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const server = await spawnServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  admin: [
    async ({ server }, use) => {
      await use(await signIn(server, ADMINISTRATOR))
    },
    { scope: 'worker' },
  ],
  // Names of pages are `localhost`, as people type it; the API is asked at 127.0.0.1.
  baseURL: async ({ server }, use) => {
    await use(`http://localhost:${server.port}`)
  },
  watch: [
    async ({ server, baseURL }, use, info) => {
      const watch = createWatch([server.url, server.origin, baseURL ?? server.url])
      const began = Date.now()
      await use(watch)
      try {
        watch.verify()
      } catch (error) {
        throw new Error([(error as Error).message, ...errorsOf(server, began)].join('\n'), { cause: error })
      }
      if (info.status !== info.expectedStatus) for (const line of errorsOf(server, began)) console.error(line)
    },
    { auto: true },
  ],
  context: async ({ context, watch }, use) => {
    watch.over(context)
    await use(context)
  },
  person: async ({ admin }, use) => {
    await use((options) => createPerson(admin, options))
  },
  freshBrowser: async ({ browser, server, baseURL, ignoreHTTPSErrors, watch }, use) => {
    const contexts: BrowserContext[] = []
    const defaults = { baseURL: baseURL ?? server.url, ignoreHTTPSErrors: ignoreHTTPSErrors === true, locale: 'da-DK' }
    await use(async (options) => {
      const context = await browser.newContext({ ...defaults, ...options })
      contexts.push(context)
      watch.over(context)
      return context
    })
    for (const context of contexts) await context.close()
  },
  signedInPage: async ({ freshBrowser, baseURL }, use) => {
    await use(async (person, { path = '/', ...options } = {}) => {
      const context = await freshBrowser(options)
      const [name = '', ...value] = person.session.cookie.split('=')
      const url = options.baseURL ?? baseURL ?? person.session.url
      const secure = url.startsWith('https:')
      await context.addCookies([{ name, value: value.join('='), url, httpOnly: true, secure, sameSite: 'Lax' }])
      const page = await context.newPage()
      await page.goto(path)
      return page
    })
  },
})

/** Nothing that axe knows of stands in anybody's way on this page, in this state. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What passed is not looked at, and describing it takes most of the time. What is shown in a frame is a page with
    // landmarks of its own, and is looked at as that page.
    .options({ resultTypes: ['violations'], iframes: false })
    // In the page itself: the other way opens a page for every round, and no page here has a frame of other origin.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const findings = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ target, html, failureSummary }) => `  ${target.join(' ')}\n  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
  expect(findings.join('\n'), 'axe finds nothing').toBe('')
}

export { expect }

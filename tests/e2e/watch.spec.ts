import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { createWatch } from './watch.ts'

/** What the watch over all other browser tests must notice, each provoked on purpose. */
const provocations: Record<string, { provoke: (page: Page) => Promise<unknown>; report: RegExp }> = {
  'a request to somebody else': {
    provoke: (page) => page.goto('http://example.com/picture').catch(() => {}),
    report: /a request left the installation: http:\/\/example\.com\/picture/,
  },
  'an attempt that the policy refuses': {
    provoke: (page) => page.evaluate(() => fetch('http://example.com/picture').catch(() => {})),
    report: /http:\/\/example\.com\/picture.*Content Security Policy/,
  },
  'a socket to somebody else': {
    provoke: (page) => page.evaluate(() => void new WebSocket('ws://example.com/socket')),
    report: /ws:\/\/example\.com\/socket/,
  },
  'an error on the console': {
    provoke: (page) => page.evaluate(() => console.error('planted')),
    report: /unexpected error on the console: planted/,
  },
  'an exception that nobody catches': {
    provoke: (page) => page.evaluate(() => void setTimeout(() => Promise.reject(new Error('planted exception')))),
    report: /planted exception/,
  },
  'a script that the policy refuses': {
    provoke: (page) =>
      page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'globalThis.planted = true'
        document.body.append(script)
      }),
    report: /Content Security Policy/,
  },
}

for (const [what, { provoke, report }] of Object.entries(provocations)) {
  test(`the watch notices ${what}`, async ({ browser, server }) => {
    const baseURL = `http://localhost:${server.port}`
    const context = await browser.newContext({ baseURL })
    const watch = createWatch([baseURL])
    watch.over(context)
    const page = await context.newPage()
    await page.goto('/')
    expect(() => watch.verify()).not.toThrow()
    await provoke(page)
    await expect.poll(() => messageOf(() => watch.verify())).toMatch(report)
    await context.close()
  })
}

function messageOf(action: () => void): string {
  try {
    action()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

import { defineConfig } from '@playwright/test'
import { findChromium } from './infra/chromium.mjs'

/** The one name beside localhost that the browser of the tests can reach: the TLS proxy of the tests. */
const resolver = 'MAP tavle.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

const executablePath = findChromium()
const isRoot = process.getuid?.() === 0

/** The built server and the system's Chromium. Every worker has a server and a database of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/browser-tests-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A second try where machines are shared and slow; `npm test` names every test that needed it.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.build/playwright.json' }]],
  use: {
    browserName: 'chromium',
    // Each test has a fresh browser, which would fetch the whole app once more to keep it; offline.spec.ts lets it.
    serviceWorkers: 'block',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        '--disable-gpu',
        `--host-resolver-rules=${resolver}`,
      ],
    },
  },
})

import { defineConfig } from '@playwright/test'
import { findChromium } from './infra/chromium.mjs'

/** The one name beside localhost that the browser of the tests can reach: the TLS proxy of the tests. */
const resolver = 'MAP tavle.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

const executablePath = findChromium()
const isRoot = process.getuid?.() === 0
/** A machine that others share may have a third of its speed for minutes: there, waiting costs nothing and a verdict does. */
const patience = process.env.CI === undefined ? 1 : 3

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
  timeout: patience * 60_000,
  expect: { timeout: patience * 10_000 },
  reporter: [['list'], ['json', { outputFile: '.build/playwright.json' }]],
  use: {
    browserName: 'chromium',
    // Each test has a fresh browser, which would fetch the whole app once more to keep it; offline.spec.ts lets it.
    serviceWorkers: 'block',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1440, height: 900 },
    actionTimeout: patience * 10_000,
    navigationTimeout: patience * 20_000,
    screenshot: 'only-on-failure',
    // Recording every first try would cost a tenth of the time of all tests.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'on-first-retry',
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

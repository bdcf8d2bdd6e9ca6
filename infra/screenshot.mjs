/**
 * Makes `docs/screenshot.png`: a board as two people see it, from a real server with an empty database.
 *
 *   node infra/screenshot.mjs [file]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { root } from './files.mjs'
import { install } from './install.mjs'

const file = resolve(process.argv[2] ?? join(root, 'docs/screenshot.png'))
const administrator = { email: 'mette@tavle.example', password: 'kun til et billede' }

/** The API as one person. */
function session(url) {
  let cookie = ''
  return {
    cookie: () => cookie,
    async ask(method, path, body) {
      const headers = { origin: url, 'content-type': 'application/json', ...(cookie && { cookie }) }
      const response = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return response.status === 204 ? undefined : await response.json()
    },
  }
}

async function open(browser, url, person, path) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 2,
    locale: 'da-DK',
    colorScheme: 'light',
  })
  const [name, value] = person.cookie().split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(url + path)
  await page.locator('.tl-canvas').waitFor()
  return page
}

await install()
await build()
const { chromium } = await import('@playwright/test')
const dataDir = mkdtempSync(join(tmpdir(), 'samtavle-screenshot-'))
const server = spawn(process.execPath, [join(root, 'apps/sync-server/dist/main.js')], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  },
})
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const [line] = await once(createInterface({ input: server.stdout }), 'line')
  const url = /http\S+/.exec(line)?.[0]
  if (url === undefined) throw new Error(`no address in: ${line}`)
  const mette = session(url)
  await mette.ask('POST', '/api/auth/sign-in', administrator)
  await mette.ask('PATCH', '/api/me', { name: 'Mette Lund', colour: 1 })
  const { link } = await mette.ask('POST', '/api/invitations', { role: 'designer' })
  const jonas = session(url)
  const account = {
    name: 'Jonas Bak',
    email: 'jonas@tavle.example',
    password: 'ogsaa kun til et billede',
    locale: 'da',
  }
  const { id: colleague } = await jonas.ask('POST', '/api/invitations/accept', {
    secret: new URL(link).hash.slice(1),
    ...account,
  })
  const { templates } = await mette.ask('GET', '/api/templates')
  const journey = templates.find(({ number }) => number === 'T07')
  const { id } = await mette.ask('POST', '/api/boards', {
    title: 'Borgerrejse: fra udskrivning til hverdag',
    templateId: journey.id,
    locale: 'da',
    examples: true,
  })
  await mette.ask('PUT', `/api/boards/${id}/members`, { userId: colleague, role: 'edit' })
  const page = await open(browser, url, mette, `/boards/${id}`)
  const other = await open(browser, url, jonas, `/boards/${id}`)
  // Jonas's pointer rests on the board, so that Mette sees his cursor with his name.
  await other.mouse.move(700, 420)
  await other.mouse.move(760, 470, { steps: 5 })
  await page.getByText('Jonas Bak').first().waitFor()
  await page.screenshot({ path: file, animations: 'disabled' })
  console.log(file)
} finally {
  await browser.close()
  if (server.exitCode === null) {
    const exited = once(server, 'exit')
    server.kill('SIGTERM')
    await exited
  }
  rmSync(dataDir, { recursive: true, force: true })
}

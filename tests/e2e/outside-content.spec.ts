import type { Page } from '@playwright/test'
import { createRecord, recordMapOf } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'
import { pngFile } from '../../apps/sync-server/test-support/picture-file.ts'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { createBoard, type Person } from '../support/api-session.ts'
import { HOSTILE_ADDRESSES, HOSTILE_SVG } from '../support/hostile-addresses.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { expectBoardReady, expectSaved, noteIds, toast } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { pictures } from './picture-hands.ts'

const ran = (page: Page) => page.evaluate(() => '__x' in window)

/** What the browser hands to a page when somebody pastes this. */
async function paste(page: Page, contents: Record<string, string>): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer()
    for (const [type, words] of Object.entries(all)) data.setData(type, words)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, contents)
}

const cards = (page: Page) => page.locator('.tl-shape[data-shape-type="geo"]')
const shapes = (page: Page) => page.locator('.tl-shape')

// The policy is the second wall: what holds without it holds by itself.
for (const bypassCSP of [false, true]) {
  test(`SEC-40: pasted SVG does not run ${bypassCSP ? 'without' : 'under'} the policy`, async ({
    person,
    signedInPage,
    watch,
  }) => {
    // tldraw looks for a single link in pasted HTML, in a document that has no window: nothing could run there, and the
    // browser says all the same that it would not let it.
    watch.allowErrors(/Executing inline event handler violates/)
    const anna = await person()
    const boardId = await createBoard(anna.session)
    const page = await signedInPage(anna, { path: `/boards/${boardId}`, bypassCSP })
    await expectBoardReady(page)
    expect(HOSTILE_SVG).toHaveLength(30)
    for (const svg of HOSTILE_SVG) {
      await paste(page, { 'text/html': svg, 'text/plain': svg })
      await paste(page, { 'image/svg+xml': svg, 'text/plain': svg })
    }
    await expect(toast(page)).toContainText(texts.svgRefused)
    // Whatever was taken as words lies there as words.
    expect(await ran(page)).toBe(false)
    expect(await page.locator('.tl-shape :is(svg script, iframe, foreignObject, image, video, style)').count()).toBe(0)
    expect(await page.locator('.tl-shape').locator('[onload], [onerror], [onbegin]').count()).toBe(0)
    await expectSaved(page)
  })
}

test('SEC-42: 40 hostile addresses become nothing that can be followed', async ({ person, signedInPage }) => {
  const anna = await person()
  const boardId = await createBoard(anna.session)
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  expect(HOSTILE_ADDRESSES).toHaveLength(40)
  for (const address of HOSTILE_ADDRESSES) {
    await paste(page, { 'text/plain': address })
    await paste(page, {
      'text/html': `<a href="${address.replaceAll('"', '&quot;')}">Læs mere</a>`,
      'text/plain': address,
    })
  }
  await expect(cards(page)).toHaveCount(0)
  expect((await noteIds(page)).length).toBeGreaterThan(0)
  await expectSaved(page)
  const links = await page
    .locator('.tl-shape a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol))
  expect(links.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol))).toEqual([])
  expect(JSON.stringify([...(await readStoredBoard(anna.session, boardId)).values()])).not.toMatch(
    /"href":"(?!https?:|mailto:)/,
  )
  expect(await ran(page)).toBe(false)
})

test('SEC-44, SEC-45: a pasted address becomes a card that asks nobody', async ({ person, signedInPage }) => {
  const anna = await person()
  const boardId = await createBoard(anna.session)
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  const addresses = [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ',
    'https://vimeo.com/59749737',
    'https://gist.github.com/steveruizok/a64bd1e9d0b3a0c9b7b3b7a7f3b8a3d1',
    'https://codesandbox.io/s/new',
    'https://codepen.io/team/codepen/pen/PNaGbb',
    'https://scratch.mit.edu/projects/97246945',
    'https://www.figma.com/file/abc/x',
    'https://docs.google.com/document/d/1/edit',
    'https://docs.google.com/presentation/d/1/edit',
    'https://calendar.google.com/calendar/u/0?cid=1',
    'https://www.google.com/maps/@55.6,12.5,12z',
    'https://excalidraw.com/#room=1,2',
    'https://observablehq.com/@d3/bar',
    'https://replit.com/@user/x',
    'https://felt.com/map/x',
    'https://open.spotify.com/track/1',
    'https://www.tldraw.com/r/x',
  ]
  for (const [i, address] of addresses.entries()) {
    await paste(page, { 'text/plain': address })
    await expect(cards(page)).toHaveCount(i + 1)
  }
  await expect(page.locator('iframe')).toHaveCount(0)
  await expect(shapes(page)).toHaveCount(addresses.length)
  const links = await cards(page)
    .locator('a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  expect([...new Set(links)].sort()).toEqual([...addresses].sort())
  await expect(cards(page).filter({ hasText: 'youtube.com' })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(cards(page)).toHaveCount(addresses.length - 1)
  await expectSaved(page)
})

/** Records that a client of somebody else's writes, past every rule of ours. */
async function writeRecords(person: Person, boardId: string, write: (doc: Y.Doc) => void): Promise<void> {
  const doc = new Y.Doc()
  let marks = 0
  let resolveSaved = () => {}
  const saved = new Promise<void>((resolve) => {
    resolveSaved = resolve
  })
  const { url, origin, cookie } = person.session
  const told = () => client.isSaved && marks > 0 && resolveSaved()
  const client = openCountedProvider(
    doc,
    boardId,
    { url, origin, cookie },
    () => marks,
    () => told(),
  )
  await whenSynced(client.provider)
  marks = 1
  doc.transact(() => write(doc))
  await saved
  client.provider.destroy()
  doc.destroy()
}

test('SEC-43: a picture at an address of its own is not fetched, and the board stays', async ({
  person,
  signedInPage,
  watch,
}) => {
  const anna = await person()
  const boardId = await createBoard(anna.session)
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  const sources = [
    'http://evil.example/pixel.gif',
    'https://evil.example/pixel.gif',
    '//evil.example/pixel.gif',
    '/api/auth/sign-out',
    'javascript:window.__x=1',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/"/></svg>',
    `data:image/png;base64,${'A'.repeat(4_000)}`,
    'asset:../../secret',
    `asset:${'0'.repeat(64)}`,
  ]
  const pageId = [...(await readStoredBoard(anna.session, boardId)).keys()].find((id) => id.startsWith('page:')) ?? ''
  await writeRecords(anna, boardId, (doc) => {
    const records = recordMapOf(doc)
    for (const [i, src] of sources.entries()) {
      const props = { name: '', src, w: 60, h: 40, mimeType: 'image/png', isAnimated: false }
      createRecord(records, { id: `asset:hostile${i}`, typeName: 'asset', type: 'image', props, meta: {} })
      createRecord(records, {
        id: `shape:hostile${i}`,
        typeName: 'shape',
        type: 'image',
        parentId: pageId,
        index: `a${i + 1}`,
        x: 200 + 80 * i,
        y: 300,
        rotation: 0,
        isLocked: false,
        opacity: 1,
        props: {
          assetId: `asset:hostile${i}`,
          w: 60,
          h: 40,
          playing: true,
          url: '',
          crop: null,
          flipX: false,
          flipY: false,
          altText: '',
        },
        meta: {},
      })
    }
  })
  await expect(pictures(page)).toHaveCount(sources.length)
  // Only the last names a picture by its content, and the board has none such.
  await expect
    .poll(() => watch.requests().filter((request) => request.url().endsWith(`/assets/${'0'.repeat(64)}`)).length)
    .toBeGreaterThan(0)
  expect(
    await pictures(page)
      .locator('img')
      .evaluateAll((all) => all.map((img) => new URL((img as HTMLImageElement).src).pathname)),
  ).toEqual([`/api/boards/${boardId}/assets/${'0'.repeat(64)}`])
  expect(watch.requests().filter((request) => request.url().includes('sign-out'))).toEqual([])
  expect(await ran(page)).toBe(false)
})

test('SEC-41: 25 stored pictures, each opened by its own address, run nothing', async ({ person, signedInPage }) => {
  const anna = await person()
  const boardId = await createBoard(anna.session)
  const page = await signedInPage(anna, { path: '/' })
  for (let i = 0; i < 25; i++) {
    const behind = `${HOSTILE_SVG[i]}<html><script>document.title='ran'</script></html>`
    const answer = await fetch(`${anna.session.url}/api/boards/${boardId}/assets`, {
      method: 'POST',
      headers: { origin: anna.session.origin, cookie: anna.session.cookie, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(pngFile(i + 1, 4, [i, i, i], behind)),
    })
    expect(answer.status).toBe(201)
    const { id } = (await answer.json()) as { id: string }
    const download = page.waitForEvent('download')
    await page.goto(`/api/boards/${boardId}/assets/${id}`).catch((error: Error) => {
      if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error
    })
    expect((await download).suggestedFilename()).toBe(`billede-${id.slice(0, 12)}.png`)
    const response = await page.request.get(`/api/boards/${boardId}/assets/${id}`)
    expect(response.headers()).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'image/png',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect((await response.body()).includes('<script>')).toBe(false)
  }
  expect(await page.title()).not.toBe('ran')
})

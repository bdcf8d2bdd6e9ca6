import type { Page } from '@playwright/test'
import { MESSAGE } from '@samtavle/shared/protocol'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredState } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, placeNote } from './board-page.ts'
import { expect, test } from './fixtures.ts'

const JOURNEY = { title: 'Uge 37', templateId: 'borgerrejse', examples: true, locale: 'da' } as const
/** What a browser says of a request that the test breaks. */
const BROKEN_REQUEST = /net::ERR_FAILED/

/** Bytes of documents that came over the page's sockets. */
function countSocketBytes(page: Page): () => number {
  let bytes = 0
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === MESSAGE.sync) bytes += payload.byteLength
    }),
  )
  return () => bytes
}

test('a board comes over HTTP, and over its socket only what is new', async ({ person, signedInPage }) => {
  const anna = await person()
  const id = await createBoard(anna.session, JOURNEY)
  const stored = await readStoredState(anna.session, id)
  const page = await signedInPage(anna)
  const socketBytes = countSocketBytes(page)
  await page.goto(`/boards/${id}`)
  await expectBoardReady(page)
  await expectSaved(page)
  expect(stored.byteLength).toBeGreaterThan(20_000)
  expect(socketBytes()).toBeLessThan(500)
})

test('a board comes over its socket when HTTP fails, or says nothing', async ({ person, signedInPage, watch }) => {
  watch.allowErrors(BROKEN_REQUEST)
  const anna = await person()
  const id = await createBoard(anna.session, JOURNEY)
  const stored = await readStoredState(anna.session, id)
  const page = await signedInPage(anna)
  for (const trouble of ['fails', 'is silent'] as const) {
    await page.route('**/state', async (route) => {
      // Silent: an answer never comes, and nobody waits for it.
      if (trouble === 'fails') await route.abort()
    })
    const socketBytes = countSocketBytes(page)
    await page.goto(`/boards/${id}`)
    await expectBoardReady(page)
    await expectSaved(page)
    expect(socketBytes(), `HTTP ${trouble}`).toBeGreaterThanOrEqual(stored.byteLength)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
  await placeNote(page, { x: 720, y: 600 }, 'Uden HTTP')
  await expectSaved(page)
})

test('a board that HTTP refuses is not opened by its socket', async ({ person, signedInPage }) => {
  const anna = await person()
  const id = await createBoard(anna.session, JOURNEY)
  const page = await signedInPage(anna)
  await page.route('**/state', (route) =>
    route.fulfill({ status: 404, json: { error: { code: 'not_found', message: 'no such board' } } }),
  )
  await page.goto(`/boards/${id}`)
  await expect(page.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible()
})

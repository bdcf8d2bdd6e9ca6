import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import {
  expectBoardReady,
  expectSaved,
  notes,
  placeNote,
  reconnect,
  savedState,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { expect } from './fixtures.ts'
import { recordShown, type Shown, shownOn } from './shown-record.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

const KILLS = 3
const isSaved = (page: Page) => page.locator('[data-saved-state="saved"]')

/** Inside the page: that this word was on screen as saved, or that there is no server any more. */
const isNotedAsSaved = (word: string) =>
  document.querySelector('[data-saved-state^="offline"]') !== null ||
  (globalThis as unknown as { shownRecord: Shown }).shownRecord.saved.endsWith(word)

/** Writes word after word, now and then waiting until it is saved, until it is told to stop. */
function startWriting(page: Page, letter: string): { stop(): Promise<string> } {
  let going = true
  let written = ''
  const write = async () => {
    for (let count = 1; going && count < 2_000; count++) {
      const word = `${letter}${count} `
      await page.keyboard.type(word)
      written += word
      if (count % 5 === 0) await page.waitForFunction(isNotedAsSaved, word)
    }
  }
  const writing = write()
  return {
    async stop() {
      going = false
      await writing
      return written
    },
  }
}

test('a server that is killed while both write: nothing is missing that was said to be saved or had been seen', async ({
  pair,
  server,
  watch,
}) => {
  test.setTimeout(300_000)
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, b, anna, boardId } = pair
  const ofA = await placeNote(a, { x: 520, y: 300 })
  const ofB = await placeNote(a, { x: 900, y: 300 })
  await expect(notes(b)).toHaveCount(2)
  await recordShown(a, { own: ofA, other: ofB })
  await recordShown(b, { own: ofB, other: ofA })
  await writeOn(a, ofA)
  await writeOn(b, ofB)
  let [wholeA, wholeB] = ['', '']

  for (let kill = 1; kill <= KILLS; kill++) {
    const writing = [startWriting(a, `a${kill}-`), startWriting(b, `b${kill}-`)] as const
    await expect(wordsOn(b, ofA)).toContainText(`a${kill}-${4 + kill * 3} `, { timeout: 30_000 })
    await expect(wordsOn(a, ofB)).toContainText(`b${kill}-${4 + kill * 2} `, { timeout: 30_000 })
    await server.kill()
    pair.unplugBoth()
    for (const page of [a, b]) {
      await expect(savedState(page)).toHaveAttribute('data-saved-state', /^offline-(kept|keeping)$/)
      await expect(page.getByText(texts.offlineKeptNotice)).toBeVisible()
      await expect(isSaved(page)).toHaveCount(0)
    }
    wholeA += await writing[0].stop()
    wholeB += await writing[1].stop()

    // The cables are out: what is stored now is what the server had when it died.
    const [atA, atB] = [await shownOn(a), await shownOn(b)]
    await server.start()
    const stored = await readStoredBoard(anna.session, boardId)
    const [storedA, storedB] = [wordsOf(stored.get(ofA)), wordsOf(stored.get(ofB))]
    expect(atA.saved.length, 'something had been said to be saved').toBeGreaterThan(0)
    expect(atB.saved.length).toBeGreaterThan(0)
    for (const words of [atA.saved, atB.seen]) expect(storedA.slice(0, words.length)).toBe(words)
    for (const words of [atB.saved, atA.seen]) expect(storedB.slice(0, words.length)).toBe(words)

    pair.plugInBoth()
    // Both, before either is looked at: what one wrote comes when that one is back.
    for (const page of [a, b]) await expect(isSaved(page)).toBeVisible({ timeout: 40_000 })
    for (const page of [a, b]) {
      await expect(page.getByText(texts.offlineKeptNotice)).toBeHidden()
      await expect.poll(() => wordsOn(page, ofA).textContent()).toBe(wholeA)
      await expect.poll(() => wordsOn(page, ofB).textContent()).toBe(wholeB)
    }
  }
  for (const page of [a, b]) await expectSaved(page)
  const stored = await readStoredBoard(anna.session, boardId)
  expect([wordsOf(stored.get(ofA)), wordsOf(stored.get(ofB))]).toEqual([wholeA, wholeB])
})

test('what is not confirmed is never called saved, and it is said in time', async ({ pair: { a, b, cables } }) => {
  const id = await placeNote(a, { x: 560, y: 360 })
  const other = await placeNote(b, { x: 900, y: 360 })
  await expectSaved(a)
  await writeOn(a, id)
  await recordShown(a, { own: id, other })
  // Nothing passes, and nothing tells that: only the missing confirmation does.
  cables.a.hold()
  await a.keyboard.type('Hun venter')
  await expect(savedState(a)).toHaveText(texts.saving)
  await expect(savedState(a)).toHaveText(texts.unsaved)
  const shown = await shownOn(a)
  expect(shown.saved).toBe('')
  expect(shown.states.slice(shown.states.indexOf('saving'))).toEqual(['saving', 'unsaved'])
  await expect(b.getByText('Hun venter')).toHaveCount(0)

  cables.a.letGo()
  await expectSaved(a)
  await expect(wordsOn(b, id)).toHaveText('Hun venter')
  expect((await shownOn(a)).saved).toBe('Hun venter')
})

test('a board that takes long to come is on its way, not offline', async ({ cable, person, signedInPage }) => {
  const owner = await person()
  const boardId = await createBoard(owner.session, { title: 'Langsom tavle' })
  const way = await cable()
  const page = await signedInPage(owner, { path: '/boards', proxy: { server: way.server } })
  await page.clock.install()
  // Nor does HTTP bring it.
  await page.route('**/state', () => {})
  way.hold()
  await page.getByRole('link', { name: 'Langsom tavle' }).click()
  await expect(page).toHaveURL(`/boards/${boardId}`)
  await expect(page.getByText(texts.loadingBoard)).toBeVisible()
  await page.clock.fastForward(5_000)
  await expect(savedState(page)).toHaveText('')
  await expect(page.getByText(texts.reconnectNow)).toHaveCount(0)

  way.letGo()
  await expectBoardReady(page)
  await expectSaved(page)
  await expect(page.getByText(texts.savedAgain)).toHaveCount(0)
})

test('closing the page asks first while something is only in it, and only then', async ({ pair, watch }) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, cables } = pair
  const questions: string[] = []
  a.on('dialog', (dialog) => {
    questions.push(dialog.type())
    void dialog.dismiss()
  })
  // Where nothing is kept on the device: what is kept there is not only in the page.
  await a.evaluate(() => localStorage.setItem('samtavle.device', 'shared'))
  await a.reload()
  await expectBoardReady(a)
  const id = await placeNote(a, { x: 560, y: 360 }, 'Før ')
  await expectSaved(a)
  cables.a.unplug()
  await expect(savedState(a)).toHaveText(texts.offline)
  await writeOn(a, id)
  await a.keyboard.type('nu')
  await expect(savedState(a)).toHaveText(texts.offlineUnsaved)
  const asked = a.waitForEvent('dialog')
  await a.close({ runBeforeUnload: true })
  await asked
  expect(questions).toEqual(['beforeunload'])
  await expect(wordsOn(a, id)).toHaveText('Før nu')

  cables.a.plugIn()
  await reconnect(a)
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  const closed = a.waitForEvent('close')
  await a.close({ runBeforeUnload: true })
  await closed
  expect(questions).toHaveLength(1)
})

import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { device } from '../../apps/web/src/i18n/da/device.ts'
import { addMember, type Person } from '../support/api-session.ts'
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
import { expect, expectAccessible } from './fixtures.ts'
import { boardsHere, expectAppKept, handedBack, KEEPS_APP, waiting, writeAlone } from './offline-page.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

test.use(KEEPS_APP)

/** The words of every note as it is stored, sorted. */
async function storedNotes(owner: Person, boardId: string): Promise<string[]> {
  const board = await readStoredBoard(owner.session, boardId)
  return [...board.values()].flatMap((record) => (record.type === 'note' ? [wordsOf(record)] : [])).sort()
}

test('C2 what is written without a server is on the device, opens there again, and is sent when the server is back', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, b, anna, boardId, cables } = pair
  const before = await placeNote(a, { x: 560, y: 360 }, 'Før')
  const alone = await writeAlone(a, () => cables.a.unplug(), 'Uden net')
  await expect(waiting(a)).toHaveText('1 ændring venter')
  await expect(a.getByText(texts.offlineKeptNotice)).toBeVisible()
  await expect(a.locator('[data-waiting-said]')).toHaveText('1 ændring venter')
  await writeOn(a, before)
  await a.keyboard.type(' og efter')
  await expect(waiting(a)).toHaveText('2 ændringer venter')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await expectAccessible(a)

  await a.reload()
  await expectBoardReady(a)
  await expect(notes(a)).toHaveCount(2)
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await expect(waiting(a)).toHaveText('2 ændringer venter')
  await expect(wordsOn(a, before)).toHaveText('Før og efter')
  // What was there when the tab opened can be gone on with.
  await writeOn(a, alone)
  await a.keyboard.type(', to gange')
  await expect(savedState(a)).toHaveText(texts.offlineKept)

  cables.a.plugIn()
  await reconnect(a)
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  await expect(waiting(a)).toHaveCount(0)
  await expect(wordsOn(b, alone)).toHaveText('Uden net, to gange')
  await expect(wordsOn(b, before)).toHaveText('Før og efter')
  await expect(notes(b)).toHaveCount(2)
  const stored = await readStoredBoard(anna.session, boardId)
  expect([wordsOf(stored.get(alone)), wordsOf(stored.get(before))]).toEqual(['Uden net, to gange', 'Før og efter'])
})

test('an hour without a server: the board opens by itself, 200 changes wait, all arrive, none of them twice', async ({
  pair,
  watch,
}) => {
  test.setTimeout(120_000)
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, anna, boardId, cables } = pair
  await expectSaved(a)
  await expectAppKept(a)
  await a.clock.install()
  cables.a.unplug()
  await expect(savedState(a)).toHaveText(texts.offline)
  await a.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const lines = Array.from({ length: 200 }, (_, index) => `Seddel ${index + 1}`)
  await a.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await a.keyboard.press('Control+v')
  await expect(waiting(a)).toHaveAttribute('data-waiting', '200')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await a.clock.fastForward('01:00:00')

  await a.reload()
  await expectBoardReady(a)
  await expect(waiting(a)).toHaveAttribute('data-waiting', '200')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  cables.a.plugIn()
  await reconnect(a)
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  await expect.poll(() => storedNotes(anna, boardId)).toEqual([...lines].sort())
  await expect(waiting(a)).toHaveCount(0)
})

test('C8 a board that was deleted meanwhile leaves the words, and nothing else stays on the device', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { b, anna, boardId, cables } = pair
  await writeAlone(b, () => cables.b.unplug(), 'Mit forslag')
  expect(await boardsHere(b)).toHaveLength(1)
  await b.goto('about:blank')
  await anna.session.ask('DELETE', `/api/boards/${boardId}`)
  cables.b.plugIn()

  await b.goto('/boards')
  await expect(b.getByText(device.waitsOn)).toBeVisible()
  await b.goto(`/boards/${boardId}`)
  await expect(b.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible()
  await expect(handedBack(b)).toHaveValue('Mit forslag')
  await expectAccessible(b)
  expect(await boardsHere(b)).toEqual([])
  const saving = b.waitForEvent('download')
  await b.getByRole('button', { name: texts.saveWords }).click()
  expect((await saving).suggestedFilename()).toMatch(/^mine-ord-fra-.*\.txt$/)
  // Until they are taken, they are there again.
  await b.goto('/boards')
  await b.getByRole('button', { name: device.showWords }).click()
  await expect(handedBack(b)).toHaveValue('Mit forslag')
  await expectAccessible(b)
  await b.getByRole('button', { name: texts.wordsTaken }).click()
  await expect(b.getByRole('button', { name: device.showWords })).toHaveCount(0)
})

test('C8 a right that was withdrawn while the board is open without a server: the words are handed back', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { b, anna, bo, boardId, cables } = pair
  await writeAlone(b, () => cables.b.unplug(), 'Uden adgang')
  await anna.session.ask('DELETE', `/api/boards/${boardId}/members?userId=${bo.id}`)
  cables.b.plugIn()
  await reconnect(b)
  await expect(b.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible({ timeout: 30_000 })
  await expect(handedBack(b)).toHaveValue('Uden adgang')
  await expect.poll(() => boardsHere(b)).toEqual([])
  await b.getByRole('button', { name: texts.wordsTaken }).click()
  await expect(handedBack(b)).toHaveCount(0)
})

test('whoever may only view when the server is back gets the words, and sees that', async ({ pair, watch }) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { b, anna, bo, boardId, cables } = pair
  await writeAlone(b, () => cables.b.unplug(), 'Skrevet for sent')
  await addMember(anna.session, boardId, bo.id, 'view')
  cables.b.plugIn()
  await reconnect(b)
  await expect(b.getByRole('dialog')).toContainText(texts.readonlyTitle, { timeout: 30_000 })
  await expect(handedBack(b)).toHaveValue('Skrevet for sent')
  await b.getByRole('button', { name: texts.closeWords, exact: true }).last().click()
  await expect(b.getByText(texts.viewOnly, { exact: true })).toBeVisible()
  await expect(notes(b)).toHaveCount(0)
  expect(await storedNotes(anna, boardId)).toEqual([])
})

test('C8 a board that was put back meanwhile takes nothing of before, and the words are handed back', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, anna, boardId, cables } = pair
  await placeNote(a, { x: 560, y: 360 }, 'Står her')
  await expectSaved(a)
  const [before] = await boardsHere(a)
  const { id } = await anna.session.ask<{ id: string }>('POST', `/api/boards/${boardId}/versions`, { name: 'Mandag' })
  await writeAlone(a, () => cables.a.unplug(), 'Skrevet bagefter')
  await a.goto('about:blank')
  await anna.session.ask('POST', `/api/boards/${boardId}/versions/${id}/restore`, { erase: true })
  cables.a.plugIn()
  await a.goto(`/boards/${boardId}`)
  await expect(a.getByRole('dialog')).toContainText(texts.restoredTitle)
  await expect(handedBack(a)).toHaveValue('Skrevet bagefter')
  await a.getByRole('button', { name: texts.closeWords, exact: true }).last().click()
  await expectSaved(a)
  await expect(notes(a)).toHaveCount(1)
  expect(await storedNotes(anna, boardId)).toEqual(['Står her'])
  await expect.poll(() => boardsHere(a)).toHaveLength(1)
  expect(await boardsHere(a)).not.toContain(before)
  await a.goto('/boards')
  await expect(a.getByRole('button', { name: device.showWords })).toHaveCount(0)
})

test('two tabs of one board keep what either writes without a server, and send it once', async ({ pair, watch }) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, b, anna, boardId, cables } = pair
  const other = await a.context().newPage()
  await other.goto(`/boards/${boardId}`)
  await expectBoardReady(other)
  await expectSaved(other)
  await writeAlone(a, () => cables.a.unplug(), 'Fra den ene')
  await expect(savedState(other)).toHaveText(texts.offline)
  await other.bringToFront()
  await placeNote(other, { x: 560, y: 560 }, 'Fra den anden')
  await expect(savedState(other)).toHaveText(texts.offlineKept)
  await other.close()

  await a.bringToFront()
  await a.reload()
  await expectBoardReady(a)
  await expect(notes(a)).toHaveCount(2)
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await expect(waiting(a)).toHaveText('2 ændringer venter')
  cables.a.plugIn()
  await reconnect(a)
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  await expect(notes(b)).toHaveCount(2)
  expect(await storedNotes(anna, boardId)).toEqual(['Fra den anden', 'Fra den ene'])
})

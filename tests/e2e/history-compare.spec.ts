import { history as texts } from '../../apps/web/src/i18n/da/history.ts'
import { expectBoardReady, expectSaved, leaveNote, notes, placeNote, writeOn } from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { deleteNote, openHistory, preview, row, saveVersion } from './history-hands.ts'
import { openOwnBoard } from './own-board.ts'
import { test } from './two-people.ts'

test('two versions stand side by side, move together, and differ in words', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage })
  const note = await placeNote(page, { x: 560, y: 260 }, 'I dag')
  await openHistory(page)
  await saveVersion(page, 'I dag')
  await writeOn(page, note)
  await page.keyboard.type(' og i morgen')
  await leaveNote(page)
  await placeNote(page, { x: 860, y: 560 }, 'Ønsket')
  await saveVersion(page, 'Ønsket')
  await row(page, 'I dag').click()
  await preview(page).getByRole('link', { name: texts.compare }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sammenlign')
  const differences = page.getByRole('region', { name: texts.differences }).getByRole('listitem')
  await expect(differences).toHaveText([/Seddel: ny tekst.*I dag.*I dag og i morgen/, /Seddel tilføjet.*Ønsket/])
  await expectAccessible(page)
  const camera = (side: string) =>
    page
      .locator(`[data-side="${side}"] .tl-html-layer.tl-shapes`)
      .evaluate((layer) => getComputedStyle(layer).transform)
  /** By how much the two sides are apart, in px: each rounds its own camera. */
  const apart = async () => {
    const [before, after] = (await Promise.all([camera('before'), camera('after')])).map((matrix) =>
      (matrix.match(/-?[\d.]+/g) ?? []).map(Number),
    )
    return Math.max(...(before ?? []).map((value, i) => Math.abs(value - (after?.[i] ?? Number.NaN))))
  }
  const was = await camera('before')
  await page.locator('[data-side="after"] .tl-canvas').hover()
  await page.mouse.wheel(0, 240)
  await expect.poll(() => camera('before')).not.toBe(was)
  await expect.poll(apart).toBeLessThan(0.5)
  await differences.nth(1).getByRole('button').press('Enter')
  await expect(page.locator('[data-side="after"] [data-change="added"]')).toBeVisible()
  // Both have gone to it.
  await expect.poll(() => camera('after')).toContain('matrix(0.7')
  await expect.poll(apart).toBeLessThan(0.5)
  await page.getByRole('combobox', { name: texts.compareTo }).selectOption({ index: 2 })
  await expect(page.getByText(texts.noDifference)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('[data-side="before"]')).toBeHidden()
  await page.getByRole('radio', { name: texts.side_before }).click()
  await expect(page.locator('[data-side="before"]')).toBeVisible()
  await expect(page.locator('[data-side="after"]')).toBeHidden()
  await expectAccessible(page)
})

test('who was away for half an hour is told what changed, until they have seen it', async ({ pair }) => {
  const { a, b, boardId } = pair
  const first = await placeNote(a, { x: 560, y: 260 }, 'Ventetid')
  await expect(notes(b)).toHaveCount(1)
  await expectSaved(a)
  await b.goto('/boards')
  await writeOn(a, first)
  await a.keyboard.type(' er lang')
  await leaveNote(a)
  const added = await placeNote(a, { x: 860, y: 260 }, 'Ny')
  await expectSaved(a)
  // Back at once: nothing is said. Then as if it had been longer.
  await b.goto(`/boards/${boardId}`)
  await expectBoardReady(b)
  await expect(notes(b)).toHaveCount(2)
  await expectSaved(b)
  await expect(b.locator('[data-away]')).toHaveCount(0)
  await b.goto('/boards')
  await deleteNote(a, first)
  await writeOn(a, added)
  await a.keyboard.type('t svar')
  await leaveNote(a)
  await placeNote(a, { x: 560, y: 560 }, 'Endnu en')
  await expectSaved(a)
  await b.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => /^samtavle\.seen\..*\./.test(name)) ?? ''
    const seen = JSON.parse(localStorage.getItem(key) ?? '{}') as { at: number }
    localStorage.setItem(key, JSON.stringify({ ...seen, at: seen.at - 31 * 60_000 }))
  })
  await b.goto(`/boards/${boardId}`)
  await expectBoardReady(b)
  const notice = b.locator('[data-away="3"]')
  await expect(notice).toContainText('3 ændringer siden i')
  await expectAccessible(b)
  await b.reload()
  await expectBoardReady(b)
  await notice.getByRole('button', { name: texts.awayShow }).click()
  await expect(notice).toContainText('1 tilføjet · 1 ændret · 1 fjernet')
  await expect(b.locator('[data-change]')).toHaveCount(2)
  await notice.getByRole('button', { name: texts.awayClose }).click()
  await expect(b.locator('[data-change]')).toHaveCount(0)
  await b.reload()
  await expectBoardReady(b)
  await expectSaved(b)
  await expect(b.locator('[data-away]')).toHaveCount(0)
})

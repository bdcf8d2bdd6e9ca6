import type { Page } from '@playwright/test'
import type { SearchResponse } from '@samtavle/shared/api'
import { board as boardTexts } from '../../apps/web/src/i18n/da/board.ts'
import { boards as texts } from '../../apps/web/src/i18n/da/boards.ts'
import { type ApiSession, createBoard } from '../support/api-session.ts'
import { expectBoardReady, expectSaved } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { expectNoBarrier } from './looks.ts'
import { openOwnBoard } from './own-board.ts'
import { writeNote } from './own-note.ts'

const section = (page: Page) => page.getByRole('region', { name: texts.onBoards })
const field = (page: Page) => page.getByRole('searchbox', { name: texts.search })

/** The words of all boards are read a few seconds after they were stored. */
async function expectRead(session: ApiSession, words: string): Promise<void> {
  const count = async () => {
    const { boards } = await session.ask<SearchResponse>('GET', `/api/search?q=${encodeURIComponent(words)}`)
    return boards.reduce((sum, board) => sum + board.count, 0)
  }
  await expect.poll(count, { timeout: 15_000 }).toBeGreaterThan(0)
}

test('words on any of my boards are found, and lead to the place where they stand', async ({
  person,
  signedInPage,
}) => {
  const { owner, page } = await openOwnBoard({ person, signedInPage }, { title: 'Interview' })
  await createBoard(owner.session, { title: 'Rejsen uge 37', templateId: 'borgerrejse', examples: true })
  await writeNote(page, 'Fast hjælper i køkkenet')
  await expectSaved(page)
  const stranger = await person()
  await createBoard(stranger.session, { title: 'En andens', templateId: 'borgerrejse', examples: true })
  await expectRead(owner.session, 'hjælper i køk')
  await expectRead(owner.session, 'hjælper fra uge')

  await page.goto('/boards')
  await field(page).fill('h')
  await expect(section(page).getByText(texts.onBoardsShort)).toBeVisible()
  await field(page).fill('FAST HJAELPER')
  await expect(section(page).getByText('Fundet på 2 tavler')).toBeVisible()
  await expect(section(page).getByRole('heading', { level: 3 })).toHaveText(['Interview', 'Rejsen uge 37'])
  const hit = section(page).getByRole('link', { name: /Fast hjælper fra uge tre/ })
  await expect(hit).toContainText('Lyspunkt')
  await expect(hit.locator('mark')).toHaveText(['Fast', 'hjælper'])
  await expectNoBarrier(page)

  await hit.press('Enter')
  await expectBoardReady(page)
  await expect(page.getByRole('search').getByRole('textbox')).toHaveValue('FAST HJAELPER')
  await expect(page.getByText('1 af 1')).toBeVisible()
  // It is selected and in view, ready to be written on.
  await page.getByRole('button', { name: boardTexts.findGoToNote }).click()
  await expect(page.locator('.tl-shape[data-shape-type="note"]').filter({ hasText: 'uge tre' })).toBeInViewport()
  await expect(page.getByRole('button', { name: /Rolle: Lyspunkt/ })).toBeVisible()

  // And back from one board to all of them, with the same words.
  await page.keyboard.press('Control+f')
  await page
    .getByRole('search')
    .getByRole('link', { name: boardTexts.findEverywhere.replace('{{words}}', 'FAST HJAELPER') })
    .click()
  await expect(page).toHaveURL(/\/boards\?q=/)
  await expect(section(page).getByText('Fundet på 2 tavler')).toBeVisible()
})

test('nothing found, a search that fails, and a deleted board are told in words', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(/status of 503|ERR_FAILED/)
  const owner = await person()
  const id = await createBoard(owner.session, { title: 'Sommer', templateId: 'borgerrejse', examples: true })
  await expectRead(owner.session, 'hjælper fra uge')
  const page = await signedInPage(owner, { path: '/boards?q=hj%C3%A6lper' })
  await expect(field(page)).toHaveValue('hjælper')
  await expect(section(page).getByText('Fundet på 1 tavle')).toBeVisible()
  await field(page).fill('findes ingen steder')
  await expect(section(page).getByText('Ingen af dine tavler har »findes ingen steder« på sig.')).toBeVisible()

  await page.route('**/api/search?*', (route) =>
    route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: '' } } }),
  )
  await field(page).fill('fejler')
  await expect(section(page).getByRole('alert')).toContainText(texts.onBoardsFailed)
  await page.unroute('**/api/search?*')
  await section(page).getByRole('button', { name: texts.onBoardsAgain }).click()
  await expect(section(page).getByRole('alert')).toHaveCount(0)
  await expect(section(page).getByText('Ingen af dine tavler har »fejler« på sig.')).toBeVisible()

  await owner.session.ask('DELETE', `/api/boards/${id}`)
  await field(page).fill('hjælper fra')
  await expect(section(page).getByText('Ingen af dine tavler har »hjælper fra« på sig.')).toBeVisible()
})

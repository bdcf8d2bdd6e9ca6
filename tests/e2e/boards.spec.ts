import type { Locator, Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board as boardTexts } from '../../apps/web/src/i18n/da/board.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { sharing } from '../../apps/web/src/i18n/da/sharing.ts'
import { templates } from '../../apps/web/src/i18n/da/templates.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, toast } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { noteSaying, writeNote } from './own-note.ts'

const named = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

const row = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

async function choose(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: named(boards.actions, { title }), exact: true }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

/** What lies on the board, without what every copy has of its own. */
function contentOf(records: Iterable<BoardRecord>): string[] {
  return [...records]
    .map(({ typeName, type, x, y, props, meta }) => JSON.stringify({ typeName, type, x, y, props, meta }))
    .sort()
}

test('an empty board is made, found, renamed, put into the archive and taken out', async ({ person, signedInPage }) => {
  test.slow()
  const anna = await person()
  await createBoard(anna.session, { title: 'Sommerens plan' })
  const page = await signedInPage(anna, { path: '/templates' })
  await page.getByRole('button', { name: templates.blank }).click()
  await page.getByRole('button', { name: templates.create }).click()
  await expect(page.getByText(templates.boardNameMissing)).toBeVisible()
  await page.getByLabel(templates.boardName).fill('Ærø på tværs')
  await page.getByRole('button', { name: templates.create }).click()
  await expectBoardReady(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Ærø på tværs' })).toBeVisible()

  await page.getByRole('link', { name: boardTexts.home }).click()
  await expect(row(page, 'Ærø på tværs')).toBeVisible()
  await expect(row(page, 'Sommerens plan')).toBeVisible()
  await page.getByRole('searchbox', { name: boards.search }).fill('ærø')
  await expect(row(page, 'Sommerens plan')).toHaveCount(0)
  await expect(row(page, 'Ærø på tværs')).toBeVisible()
  await page.getByRole('searchbox', { name: boards.search }).fill('findes ikke')
  await expect(page.getByRole('heading', { name: named(boards.noHitsTitle, { query: 'findes ikke' }) })).toBeVisible()
  await page.getByRole('button', { name: boards.clearSearch }).click()
  await expect(row(page, 'Sommerens plan')).toBeVisible()

  await choose(page, 'Ærø på tværs', boards.rename)
  await page.getByLabel(boards.name).fill('   ')
  await page.getByRole('button', { name: common.save }).click()
  await expect(page.getByText(boards.nameMissing)).toBeVisible()
  await page.getByLabel(boards.name).fill('Øen på langs')
  await page.getByRole('button', { name: common.save }).click()
  await expect(row(page, 'Øen på langs')).toBeVisible()
  await expect(row(page, 'Ærø på tværs')).toHaveCount(0)

  await choose(page, 'Øen på langs', boards.archive)
  await expect(toast(page)).toContainText(named(boards.archived, { title: 'Øen på langs' }))
  await expect(row(page, 'Øen på langs')).toHaveCount(0)
  await page.getByRole('radio', { name: boards.stateArchived }).click()
  await row(page, 'Øen på langs').getByRole('link').click()
  await expectBoardReady(page)
  await expect(page.getByText(boardTexts.viewOnlyArchived)).toBeVisible()
  await expect(page.getByRole('button', { name: boardTexts.writeNote })).toHaveCount(0)
  await page.goto('/boards?show=archived')
  await choose(page, 'Øen på langs', boards.unarchive)
  await page.getByRole('radio', { name: boards.stateActive }).click()
  await expect(row(page, 'Øen på langs')).toBeVisible()
})

test('a copy has everything that lies on the board, and nobody else sees it', async ({ person, signedInPage }) => {
  test.slow()
  const [anna, bo] = [await person(), await person()]
  const id = await createBoard(anna.session, { title: 'Original', templateId: 'borgerrejse', examples: true })
  await addMember(anna.session, id, bo.id, 'edit')
  const page = await signedInPage(anna, { path: `/boards/${id}` })
  await expectBoardReady(page)
  await writeNote(page, 'Med på kopien')
  await expectSaved(page)

  await page.goto('/boards')
  await choose(page, 'Original', boards.duplicate)
  const copyTitle = named(boards.copyOf, { title: 'Original' })
  await row(page, copyTitle).getByRole('link').click()
  await expectBoardReady(page)
  const copyId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(copyId).not.toBe(id)
  await expect(noteSaying(page, 'Med på kopien')).toBeAttached()
  const [original, copy] = [await readStoredBoard(anna.session, id), await readStoredBoard(anna.session, copyId)]
  expect(original.size).toBeGreaterThan(50)
  expect(contentOf(copy.values())).toEqual(contentOf(original.values()))

  const { boards: seen } = await bo.session.ask<{ boards: { id: string }[] }>('GET', '/api/boards')
  expect(seen.map((board) => board.id)).toEqual([id])
})

test('a deleted board comes back by undo, and from the list of deleted ones', async ({ person, signedInPage }) => {
  test.slow()
  const [anna, bo] = [await person(), await person()]
  const id = await createBoard(anna.session, { title: 'Ugens tavle' })
  await addMember(anna.session, id, bo.id, 'edit')
  const open = await signedInPage(bo, { path: `/boards/${id}` })
  await expectBoardReady(open)
  const page = await signedInPage(anna, { path: '/boards' })

  await choose(page, 'Ugens tavle', boards.delete)
  await expect(row(page, 'Ugens tavle')).toHaveCount(0)
  await expect(open.getByRole('heading', { level: 1, name: boardTexts.goneTitle })).toBeVisible()
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(row(page, 'Ugens tavle')).toBeVisible()
  await open.reload()
  await expectBoardReady(open)

  await choose(page, 'Ugens tavle', boards.delete)
  await expect(row(page, 'Ugens tavle')).toHaveCount(0)
  await page.getByRole('radio', { name: boards.stateDeleted }).click()
  await expect(row(page, 'Ugens tavle').getByRole('link')).toHaveCount(0)
  await choose(page, 'Ugens tavle', boards.restore)
  await expect(toast(page)).toContainText(named(boards.restored, { title: 'Ugens tavle' }))
  await expect(page.getByRole('heading', { name: boards.emptyDeletedTitle })).toBeVisible()
  await page.getByRole('radio', { name: boards.stateActive }).click()
  await row(page, 'Ugens tavle').getByRole('link').click()
  await expectBoardReady(page)
})

test('the owner adds a colleague, changes what they may, removes them and takes that back', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const [anna, bo] = [await person({ name: 'Anna Mikkelsen' }), await person({ name: `Bodil Krogh ${Date.now()}` })]
  const id = await createBoard(anna.session, { title: 'Delt tavle' })
  const page = await signedInPage(anna, { path: `/boards/${id}` })
  await expectBoardReady(page)
  await page.getByRole('button', { name: boardTexts.share, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: named(sharing.title, { title: 'Delt tavle' }) })
  await dialog.getByRole('combobox', { name: sharing.add }).fill('bodil')
  await page.getByRole('option', { name: bo.name }).click()
  await expect(toast(page)).toContainText(named(sharing.added, { name: bo.name }))

  const theirs = await signedInPage(bo, { path: `/boards/${id}` })
  await expectBoardReady(theirs)
  await writeNote(theirs, 'Skrevet af Bodil')
  await expectSaved(theirs)
  const right = dialog.getByRole('combobox', { name: named(sharing.roleOf, { name: bo.name }) })
  await right.selectOption('view')
  await expect(theirs.getByText(boardTexts.viewOnly, { exact: true })).toBeVisible()
  await expect(theirs.getByRole('button', { name: boardTexts.writeNote })).toHaveCount(0)
  await expect(toast(theirs)).toContainText(boardTexts.roleNow_view)

  await dialog.getByRole('button', { name: named(sharing.removeNamed, { name: bo.name }) }).click()
  await expect(right).toHaveCount(0)
  await expect(theirs.getByRole('heading', { level: 1, name: boardTexts.notAllowedTitle })).toBeVisible()
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(right).toHaveValue('view')
  await theirs.goto(`/boards/${id}`)
  await expectBoardReady(theirs)
  await expect(noteSaying(theirs, 'Skrevet af Bodil')).toBeVisible()
})

for (const role of ['admin', 'manager', 'designer'] as const) {
  test(`who was not added does not see the board: ${role}`, async ({ person, signedInPage }) => {
    const [anna, outsider] = [await person(), await person({ role })]
    const id = await createBoard(anna.session, { title: 'Kun for os' })
    const page = await signedInPage(outsider, { path: '/boards' })
    const empty = role === 'manager' ? boards.waitTitle : boards.emptyTitle
    await expect(page.getByRole('heading', { name: empty })).toBeVisible()
    await page.goto(`/boards/${id}`)
    await expect(page.getByRole('heading', { level: 1, name: boardTexts.notFoundTitle })).toBeVisible()
    await expect(page.getByText('Kun for os')).toHaveCount(0)
    for (const path of ['', '/state', '/preview.svg', '/members']) {
      const response = await outsider.session.send('GET', `/api/boards/${id}${path}`)
      expect(response.status, path).toBe(404)
    }
  })
}

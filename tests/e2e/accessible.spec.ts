import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { people } from '../../apps/web/src/i18n/da/people.ts'
import { sharing } from '../../apps/web/src/i18n/da/sharing.ts'
import { templates } from '../../apps/web/src/i18n/da/templates.ts'
import { accounts as enAccounts } from '../../apps/web/src/i18n/en/accounts.ts'
import { boards as enBoards } from '../../apps/web/src/i18n/en/boards.ts'
import { accounts as nbAccounts } from '../../apps/web/src/i18n/nb/accounts.ts'
import { boards as nbBoards } from '../../apps/web/src/i18n/nb/boards.ts'
import { addMember, createBoard, type Person } from '../support/api-session.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { expect, test } from './fixtures.ts'
import { expectGoodPage, expectNoBarrier } from './looks.ts'

const title = (name: string) => `${name} · Samtavle`
const named = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

test.beforeEach(() => test.slow())

test('sign-in, also when it failed and when the language is chosen', async ({ page }) => {
  const door = { title: title(accounts.signInTitle), heading: accounts.signInTitle }
  await page.goto('/sign-in')
  await expectGoodPage(page, door)
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()
  await expect(page.getByText(accounts.emailMissing)).toBeVisible()
  await expectGoodPage(page, door)
  await page.getByLabel(accounts.email, { exact: true }).fill(ADMINISTRATOR.email)
  await page.getByLabel(accounts.password, { exact: true }).fill('forkert')
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()
  await expect(page.getByLabel(accounts.password, { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expectGoodPage(page, door)
  await page.getByRole('button', { name: /Dansk/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectGoodPage(page, door)
})

test('set-up, before and after', async ({ freshBrowser, page, watch }) => {
  const server = await spawnServer({ env: { ADMIN_EMAIL: undefined, ADMIN_PASSWORD: undefined } })
  try {
    const baseURL = `http://localhost:${server.port}`
    watch.alsoOwn(baseURL)
    const link = () => server.log.map((line) => /http\S+\/setup#\S+/.exec(line)?.[0]).find(Boolean)
    await expect.poll(link).toBeDefined()
    const fresh = await (await freshBrowser({ baseURL })).newPage()
    await fresh.goto('/sign-in')
    await expect(fresh.getByText(accounts.setupPending)).toBeVisible()
    await expectGoodPage(fresh, { title: title(accounts.signInTitle), heading: accounts.signInTitle })
    await fresh.goto(link() ?? '')
    await expect(fresh.getByLabel(accounts.name, { exact: true })).toBeVisible()
    await expectGoodPage(fresh, { title: title(accounts.setupTitle), heading: accounts.setupTitle })
    await fresh.close()
  } finally {
    await server.close()
  }
  await page.goto('/setup')
  await expectGoodPage(page, { title: title(accounts.setupDoneTitle), heading: accounts.setupDoneTitle })
})

test('an invitation: valid, badly filled in, expired, broken', async ({ page, admin }) => {
  const invitation = await admin.ask<{ id: string; link: string }>('POST', '/api/invitations', { role: 'member' })
  const { pathname, hash } = new URL(invitation.link)
  await page.goto(pathname + hash)
  await expect(page.getByLabel(accounts.name, { exact: true })).toBeVisible()
  await expectGoodPage(page, { title: title(accounts.invitedTitle), heading: accounts.invitedTitle })
  await page.getByRole('button', { name: accounts.inviteButton }).click()
  await expect(page.getByText(accounts.nameMissing)).toBeVisible()
  await expectGoodPage(page, { title: title(accounts.invitedTitle), heading: accounts.invitedTitle })
  await admin.ask('DELETE', `/api/invitations/${invitation.id}`)
  await page.goto('about:blank')
  await page.goto(pathname + hash)
  await expect(page.getByText(accounts.inviteExpiredText)).toBeVisible()
  await expectGoodPage(page, { title: title(accounts.inviteExpiredTitle), heading: accounts.inviteExpiredTitle })
  await page.goto('about:blank')
  await page.goto(pathname)
  await expectGoodPage(page, { title: title(accounts.secretMissingTitle), heading: accounts.secretMissingTitle })
})

test('the first page: empty, for managers, with boards, and its menus', async ({ person, signedInPage }) => {
  const anna = await person()
  const page = await signedInPage(anna)
  await expect(page.locator('h1')).toContainText(boards.firstTitle)
  await expectGoodPage(page, { title: title(common.navToday), heading: boards.firstTitle })
  const manager = await signedInPage(await person({ role: 'manager' }))
  await expect(manager.locator('h1')).toContainText(boards.waitTitle)
  await expectGoodPage(manager, { title: title(common.navToday), heading: boards.waitTitle })
  await manager.close()

  await createBoard(anna.session, {
    title: 'Uge 37: rejsen til en bevilling',
    templateId: 'borgerrejse',
    examples: true,
  })
  await createBoard(anna.session, { title: 'Mulighedsrum', templateId: 'mulighedsrum' })
  await page.reload()
  await expect(page.locator('h1')).toContainText('Mulighedsrum')
  const today = { title: title(common.navToday), heading: 'Mulighedsrum' }
  await expectGoodPage(page, today)
  await page.getByRole('button', { name: anna.name }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectGoodPage(page, today)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: common.menu, exact: true }).click()
  await expect(page.getByRole('menuitem', { name: common.navTemplates })).toBeVisible()
  await expectNoBarrier(page)
})

/** Somebody with an active, an archived and a deleted board, and one of a colleague. */
async function withBoards(anna: Person, bo: Person): Promise<void> {
  await createBoard(anna.session, { title: 'Den aktive', templateId: 'laeringsloop', examples: true })
  const archived = await createBoard(anna.session, { title: 'Den arkiverede' })
  await anna.session.ask('PATCH', `/api/boards/${archived}`, { archived: true })
  const deleted = await createBoard(anna.session, { title: 'Den slettede' })
  await anna.session.ask('DELETE', `/api/boards/${deleted}`)
  const theirs = await createBoard(bo.session, { title: 'En kollegas' })
  await addMember(bo.session, theirs, anna.id, 'view')
}

test('the list of boards in all its states', async ({ person, signedInPage }) => {
  const [anna, bo] = [await person({ name: 'Anna Mikkelsen' }), await person({ name: 'Bo Krogh' })]
  const list = { title: title(boards.boardsTitle), heading: boards.boardsTitle }
  const page = await signedInPage(anna, { path: '/boards' })
  await expect(page.getByRole('heading', { name: boards.emptyTitle })).toBeVisible()
  await expectGoodPage(page, list)

  await withBoards(anna, bo)
  await page.goto('/boards?show=deleted')
  await expect(page.getByRole('heading', { name: 'Den slettede' })).toBeVisible()
  await expectGoodPage(page, list)
  await page.goto('/boards?show=archived')
  await expect(page.getByRole('heading', { name: 'Den arkiverede' })).toBeVisible()
  await expectGoodPage(page, list)
  await page.goto('/boards')
  await expect(page.getByRole('heading', { name: 'En kollegas' })).toBeVisible()
  await expectGoodPage(page, list)
  await page.getByRole('searchbox').fill('findes ikke')
  await expect(page.getByRole('button', { name: boards.clearSearch })).toBeVisible()
  await expectGoodPage(page, list)
  await page.getByRole('button', { name: boards.clearSearch }).click()
  await page.getByRole('button', { name: named(boards.actions, { title: 'Den aktive' }) }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectGoodPage(page, list)
  await page.getByRole('menuitem', { name: boards.rename }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByLabel(boards.name).fill('')
  await page.getByRole('button', { name: common.save }).click()
  await expect(page.getByText(boards.nameMissing)).toBeVisible()
  await expectNoBarrier(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: named(boards.actions, { title: 'Den aktive' }) }).click()
  await page.getByRole('menuitem', { name: boards.archive }).click()
  const undo = page.getByRole('button', { name: common.undo })
  await undo.focus()
  await expectNoBarrier(page)
})

test('sharing: one’s own board, the list of colleagues, a colleague’s board, leaving it', async ({
  person,
  signedInPage,
}) => {
  const [anna, bo] = [await person({ name: 'Anna Mikkelsen' }), await person({ name: 'Bo Krogh' })]
  await withBoards(anna, bo)
  const page = await signedInPage(anna, { path: '/boards' })
  await page.getByRole('button', { name: named(boards.actions, { title: 'Den aktive' }) }).click()
  await page.getByRole('menuitem', { name: boards.share }).click()
  const dialog = page.getByRole('dialog', { name: named(sharing.title, { title: 'Den aktive' }) })
  await expect(dialog.getByRole('combobox', { name: sharing.add })).toBeVisible()
  await expectNoBarrier(page)
  await dialog.getByRole('combobox', { name: sharing.add }).fill('krogh')
  await page.getByRole('option').first().waitFor()
  await expectNoBarrier(page)
  await page.getByRole('option').first().click()
  await expect(dialog.getByRole('combobox', { name: /Krogh/ })).toBeVisible()
  await expectNoBarrier(page)
  await dialog.getByRole('button', { name: sharing.done }).click()
  await page.getByRole('button', { name: named(boards.actions, { title: 'En kollegas' }) }).click()
  await page.getByRole('menuitem', { name: boards.share }).click()
  await expect(page.getByText(sharing.whoSeesAsMember)).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: sharing.leave }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectNoBarrier(page)
})

test('the gallery, a template, and creating a board', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person(), { path: '/templates' })
  const gallery = { title: title(templates.title), heading: templates.title }
  await expect(page.getByRole('heading', { name: 'Borgerrejse' })).toBeVisible()
  await expectGoodPage(page, gallery)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: templates.filters }).click()
  await page.getByRole('searchbox').fill('findes ikke')
  await expect(page.getByRole('heading', { name: templates.noHitsTitle })).toBeVisible()
  await expectGoodPage(page, gallery)
  await page.getByRole('button', { name: templates.blank }).click()
  await page.getByRole('button', { name: templates.create }).click()
  await expect(page.getByText(templates.boardNameMissing)).toBeVisible()
  await expectNoBarrier(page)
  await page.goto('/templates/borgerrejse')
  await expect(page.locator('h1')).toContainText('Borgerrejse')
  await expectGoodPage(page, { title: title('Borgerrejse'), heading: 'Borgerrejse' })
  await page.getByRole('button', { name: templates.useTemplate }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoBarrier(page)
})

test('the profile, and the people with their invitations', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person({ role: 'admin' }), { path: '/profile' })
  await expectGoodPage(page, { title: title(accounts.profileTitle), heading: accounts.profileTitle })
  await page.goto('/people')
  await expect(page.getByRole('heading', { name: people.openInvitations })).toBeVisible()
  await expectGoodPage(page, { title: title(people.title), heading: people.title })
  await page.getByRole('button', { name: people.invite }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByLabel(people.note).fill('Til Karen på socialkontoret')
  await page.getByRole('button', { name: people.makeLink }).click()
  await expect(page.getByLabel(people.link, { exact: true })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: people.done }).click()
  await expect(page.getByRole('button', { name: /Til Karen på socialkontoret/ })).toBeVisible()
  await expectGoodPage(page, { title: title(people.title), heading: people.title })
})

test('a page that does not exist, signed in and not', async ({ person, signedInPage, page: stranger }) => {
  const expected = { title: title(common.notFoundTitle), heading: common.notFoundTitle }
  const page = await signedInPage(await person(), { path: '/findes-ikke' })
  await expectGoodPage(page, expected)
  await page.goto('/templates/findes-ikke')
  await expectGoodPage(page, expected)
  await stranger.goto('/findes-ikke')
  await expectGoodPage(stranger, expected)
})

for (const [lang, accountTexts, boardTexts] of [
  ['en', enAccounts, enBoards],
  ['nb', nbAccounts, nbBoards],
] as const) {
  test.describe(lang, () => {
    test.use({ locale: lang === 'en' ? 'en-GB' : 'nb-NO' })

    test('sign-in and the first page', async ({ page, person, signedInPage }) => {
      await page.goto('/sign-in')
      await expectGoodPage(page, { title: title(accountTexts.signInTitle), heading: accountTexts.signInTitle, lang })
      const theirs = await signedInPage(await person({ locale: lang }))
      await expect(theirs.locator('h1')).toContainText(boardTexts.firstTitle)
      await expectGoodPage(theirs, { title: /Samtavle$/, heading: boardTexts.firstTitle, lang })
    })
  })
}

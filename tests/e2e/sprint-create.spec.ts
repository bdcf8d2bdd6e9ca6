import { common } from '../../apps/web/src/i18n/da/common.ts'
import { sprints } from '../../apps/web/src/i18n/da/sprints.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { tabTo } from './keyboard.ts'
import { peopleField, said, teammate } from './sprint-hands.ts'

const CHALLENGE = 'Når jeg kommer hjem fra hospitalet, ved jeg ikke, hvem der kommer, eller hvornår.'

test('from the empty list to a sprint of a given week, with a team and the boards of every day', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const mette = await person({ name: 'Mette Holm' })
  const sara = await person({ name: 'Sara Yilmaz Ny' })
  const lone = await person({ name: 'Lone Friis Ny', role: 'manager' })
  const page = await signedInPage(mette)
  await page.getByRole('link', { name: common.navSprints, exact: true }).click()
  await expect(page.getByRole('heading', { name: sprints.emptyTitle })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: sprints.newSprint }).click()
  await expect(page.getByRole('heading', { level: 1, name: sprints.newTitle })).toBeVisible()
  await expect(page.getByRole('radio', { name: /Mandag til mandag/ })).toBeChecked()
  await expectAccessible(page)

  // Without anything it says what is missing, and leads there.
  const create = page.getByRole('button', { name: sprints.create })
  await create.click()
  await expect(page.getByLabel(sprints.name, { exact: true })).toBeFocused()
  await expect(page.getByRole('alert')).toContainText(sprints.missing)
  await expectAccessible(page)

  await page.getByLabel(sprints.name, { exact: true }).fill('Hjem med hjælp')
  await page.getByLabel(sprints.challenge).fill(CHALLENGE)
  await page.getByLabel(sprints.typed).fill('uge 37 2027')
  await page.getByLabel(sprints.typed).press('Enter')
  await expect(page.getByRole('radio', { name: 'Uge 37 · 13.–20. september 2027' })).toBeChecked()
  await expect(page.getByText(sprints.clean)).toBeVisible()
  await peopleField(page, sprints.commissioner).fill('lone friis ny')
  await page.getByRole('option', { name: lone.name }).click()
  await expect(page.getByText(said(sprints.commissionerKnown, { name: lone.name }))).toBeVisible()
  await peopleField(page, sprints.add).fill('sara yilmaz ny')
  await expectAccessible(page)
  await page.getByRole('option', { name: sara.name }).click()
  await page.getByLabel(said(sprints.roleOf, { name: sara.name })).selectOption(sprints.place_sparring)
  await expect(teammate(page, sara.name)).toContainText(sprints.roleText_sparring)
  await expectAccessible(page)

  // Nothing of it is lost with a reload.
  await page.reload()
  await expect(page.getByText(sprints.kept)).toBeVisible()
  await expect(page.getByLabel(sprints.challenge)).toHaveValue(CHALLENGE)
  await expect(page.getByRole('radio', { name: 'Uge 37 · 13.–20. september 2027' })).toBeChecked()
  await expect(teammate(page, sara.name)).toContainText(sprints.roleText_sparring)
  await page.getByText(sprints.seeBoards).click()
  await expect(page.getByRole('complementary').getByText('Borgerrejse', { exact: true })).toBeVisible()
  await create.click()

  await page.waitForURL(/\/sprints\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Hjem med hjælp' })).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const sprint = await mette.session.ask<Record<string, unknown>>('GET', `/api/sprints/${id}`)
  expect(sprint).toMatchObject({
    challenge: CHALLENGE,
    startDate: '2027-09-13',
    lastDate: '2027-09-20',
    status: 'preparation',
    place: 'facilitator',
    commissioner: { name: lone.name, userId: lone.id },
    team: [
      { id: mette.id, role: 'facilitator' },
      { id: sara.id, role: 'sparring' },
    ],
  })
  expect(sprint.boards).toHaveLength(23)

  // The draft is gone, and the list has the sprint.
  await page.goto('/sprints/new')
  await expect(page.getByLabel(sprints.name, { exact: true })).toHaveValue('')
  await page.goto('/sprints')
  await expect(page.getByRole('listitem').filter({ hasText: 'Hjem med hjælp' })).toContainText(
    'Uge 37 · 13.–20. september 2027',
  )
  await expectAccessible(page)
})

test('the week of Whit Monday warns, and one button takes the next one, by keyboard alone', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const anna = await person()
  const page = await signedInPage(anna, { path: '/sprints/new' })
  const typed = page.getByLabel(sprints.typed)
  await tabTo(page, page.getByLabel(sprints.name, { exact: true }))
  await page.keyboard.type('Første skoledag')
  await tabTo(page, page.getByLabel(sprints.challenge))
  await page.keyboard.type('Han spurgte, hvor han skulle sidde.')
  await tabTo(page, typed)
  await page.keyboard.type('snart')
  await page.keyboard.press('Enter')
  await expect(page.getByText(sprints.typedWrong)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('17.5.2027')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^Uge 20 · 17\.–24\. maj 2027/ })).toBeChecked()
  await expect(page.getByText(/pinsedag, mandag 17\. maj: Alle har fri\./i)).toBeVisible()
  await expectAccessible(page)

  await tabTo(page, page.getByRole('button', { name: /^Tag uge 21 i stedet: 24\.–31\. maj 2027$/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^Uge 21 · 24\.–31\. maj 2027/ })).toBeChecked()
  await expect(page.getByText(sprints.clean)).toBeVisible()
  // Arrows move in the list of weeks; the week may be kept in spite of the warning.
  await expect(page.getByRole('radio', { name: /^Uge 21/ })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: /^Uge 20/ })).toBeChecked()
  await tabTo(page, peopleField(page, sprints.commissioner))
  await page.keyboard.type('Ukendt leder')
  await tabTo(page, page.getByRole('button', { name: sprints.create }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sprints\/[0-9a-f-]{36}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  expect(await anna.session.ask('GET', `/api/sprints/${id}`)).toMatchObject({
    startDate: '2027-05-17',
    commissioner: { name: 'Ukendt leder', userId: null },
  })
})

test('a server that is slow or gone loses nothing', async ({ person, signedInPage, watch }) => {
  watch.allowErrors(/ERR_FAILED/)
  const anna = await person()
  const page = await signedInPage(anna, { path: '/sprints/new' })
  await page.getByLabel(sprints.name, { exact: true }).fill('Et langsomt sprint')
  await page.getByLabel(sprints.challenge).fill('Det tog en uge.')
  await peopleField(page, sprints.commissioner).fill('Lone')
  let answer: (() => void) | undefined
  await page.route('**/api/sprints', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    await route.abort()
  })
  await page.getByRole('button', { name: sprints.create }).click()
  await expect(page.getByRole('status').filter({ hasText: sprints.layingOut })).toBeVisible()
  await expect.poll(() => answer !== undefined).toBe(true)
  answer?.()
  await expect(page.getByRole('alert')).toContainText(sprints.createUnknown)
  await expect(page.getByLabel(sprints.name, { exact: true })).toHaveValue('Et langsomt sprint')
  await page.unroute('**/api/sprints')
  await page.getByRole('button', { name: sprints.create }).click()
  await page.waitForURL(/\/sprints\/[0-9a-f-]{36}$/)
})

test('whoever may not make sprints is told so', async ({ person, signedInPage }) => {
  const lone = await person({ role: 'manager' })
  const page = await signedInPage(lone, { path: '/sprints' })
  await expect(page.getByText(sprints.waitText)).toBeVisible()
  await expect(page.getByRole('link', { name: sprints.newSprint })).toHaveCount(0)
  await page.goto('/sprints/new')
  await expect(page.getByRole('heading', { name: sprints.noCreateTitle })).toBeVisible()
  await expectAccessible(page)
})

import { boards as boardTexts } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { sprints } from '../../apps/web/src/i18n/da/sprints.ts'
import type { Person } from '../support/api-session.ts'
import { toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { chooseInSprint, peopleField, said, teammate } from './sprint-hands.ts'

/** The Monday of this week, or of one so many weeks later. */
function monday(weeks = 0): string {
  const now = new Date()
  const days = ((now.getUTCDay() + 6) % 7) - weeks * 7
  return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
}

async function makeSprint(leader: Person, title: string, startDate: string): Promise<string> {
  const { programmes } = await leader.session.ask<{ programmes: { id: string; startsOnMonday: boolean }[] }>(
    'GET',
    '/api/programmes',
  )
  const { id } = await leader.session.ask<{ id: string }>('POST', '/api/sprints', {
    title,
    challenge: 'Ingen vidste, hvem der kom.',
    startDate,
    programmeId: programmes.find(({ startsOnMonday }) => startsOnMonday)?.id,
    commissioner: { name: 'Lone Friis', userId: null },
    team: [],
  })
  return id
}

test('a team is put together, changed and left', async ({ person, signedInPage }) => {
  test.slow()
  const mette = await person({ name: 'Mette Leder' })
  const sara = await person({ name: 'Sara Teamet' })
  const id = await makeSprint(mette, 'Teamets sprint', monday(3))
  const page = await signedInPage(mette, { path: `/sprints/${id}` })
  await chooseInSprint(page, 'Teamets sprint', sprints.menuTeam)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(sprints.lastFacilitator)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel(sprints.addRole, { exact: true }).selectOption(sprints.place_observer)
  await peopleField(dialog, sprints.add).fill('sara teamet')
  await page.getByRole('option', { name: sara.name }).click()
  await expect(toast(page)).toContainText(said(sprints.added, { name: sara.name }))
  await expect(teammate(dialog, sara.name)).toContainText(sprints.roleText_observer)
  await dialog.getByLabel(said(sprints.roleOf, { name: sara.name })).selectOption(sprints.place_facilitator)
  await expect(teammate(dialog, sara.name)).toContainText(sprints.roleText_facilitator)
  await dialog.getByRole('button', { name: said(sprints.removeNamed, { name: sara.name }) }).click()
  await expect(teammate(dialog, sara.name)).toHaveCount(0)
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(teammate(dialog, sara.name)).toContainText(sprints.roleText_facilitator)
  await expectAccessible(page)

  // There is somebody else who leads now, so one may go.
  await dialog.getByRole('button', { name: sprints.leave }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: sprints.leave }).click()
  await page.waitForURL('/sprints')
  await expect(page.getByRole('heading', { name: sprints.emptyTitle })).toBeVisible()
  expect((await mette.session.send('GET', `/api/sprints/${id}`)).status).toBe(404)
  expect(await sara.session.ask('GET', `/api/sprints/${id}`)).toMatchObject({ place: 'facilitator' })
})

test('a sprint is started, shown on the first page, finished, archived and taken back', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const mette = await person()
  const id = await makeSprint(mette, 'Ugens sprint', monday())
  const page = await signedInPage(mette, { path: `/sprints/${id}` })
  const status = () =>
    mette.session.ask<{ status: string }>('GET', `/api/sprints/${id}`).then((sprint) => sprint.status)
  const step = async (label: string, text: string) => {
    await chooseInSprint(page, 'Ugens sprint', `${label} …`)
    const question = page.getByRole('alertdialog')
    await expect(question).toContainText(text)
    await question.getByRole('button', { name: label }).click()
  }
  await step(sprints.to_running, sprints.effect_to_running)
  await expect(toast(page)).toContainText(said(sprints.now_running, { title: 'Ugens sprint' }))
  expect(await status()).toBe('running')

  await page.goto('/')
  const { sprints: mine } = await mette.session.ask<{ sprints: { today: { goal: string } | null }[] }>(
    'GET',
    '/api/sprints',
  )
  const today = mine[0]?.today ?? null
  if (today === null) {
    // A weekend: quiet words, and no board.
    await expect(page.getByText(sprints.goesOn)).toBeVisible()
  } else {
    await expect(page.getByRole('heading', { level: 1, name: today.goal })).toBeVisible()
    // The board of what is on now, or the first of the day; which depends on the clock.
    const open = page.getByRole('link', { name: new RegExp(`^${said(sprints.openToday)}`) })
    const { boards } = await mette.session.ask<{ boards: { id: string }[] }>('GET', `/api/sprints/${id}`)
    const href = (await open.getAttribute('href'))?.split('?')[0]
    expect(boards.map((one) => `/boards/${one.id}`)).toContain(href)
  }
  await expectAccessible(page)

  await page.goto(`/sprints/${id}`)
  await step(sprints.to_finished, sprints.effect_to_finished)
  await expect.poll(status).toBe('finished')
  await step(sprints.to_archived, sprints.effect_to_archived)
  await expect.poll(status).toBe('archived')
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect.poll(status).toBe('finished')
  await step(sprints.back_running, sprints.effect_back_running)
  await expect.poll(status).toBe('running')
  await step(sprints.back_preparation, sprints.effect_back_preparation)
  await expect.poll(status).toBe('preparation')
})

test('its words are changed, it gets one board more, is duplicated to another week and deleted', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const mette = await person()
  const id = await makeSprint(mette, 'Et sprint', monday(3))
  const page = await signedInPage(mette, { path: `/sprints/${id}` })
  await chooseInSprint(page, 'Et sprint', sprints.menuSettings)
  await page.getByRole('dialog').getByLabel(sprints.name, { exact: true }).fill('Et bedre sprint')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: common.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Et bedre sprint' })).toBeVisible()

  await chooseInSprint(page, 'Et bedre sprint', sprints.menuNewBoard)
  await page.getByLabel(sprints.boardName).fill('Gulvplan')
  await expectAccessible(page)
  await page.getByRole('button', { name: sprints.createBoard }).click()
  await expect(toast(page)).toContainText(said(sprints.boardMade, { title: 'Gulvplan' }))
  const { boards } = await mette.session.ask<{ boards: { title: string; sensitivity: string; day: string }[] }>(
    'GET',
    `/api/sprints/${id}`,
  )
  expect(boards).toHaveLength(24)

  // It stands with its day and among all boards.
  const practice = page.getByRole('button', { name: said(sprints.boardMenuFor, { title: 'Øvetavle' }) }).first()
  await practice.click()
  await page.getByRole('menuitemradio', { name: sprints.sensitivity_restricted }).click()
  await expect(toast(page)).toContainText(said(sprints.nowRestricted, { title: 'Øvetavle' }))
  await page.keyboard.press('Escape')
  await practice.click()
  await page.getByRole('menuitem', { name: sprints.moveBoard }).click()
  await page.getByRole('dialog').getByLabel(sprints.day, { exact: true }).selectOption('wed')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: sprints.move, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const arranged = await mette.session.ask<{ boards: unknown[] }>('GET', `/api/sprints/${id}`)
  expect(arranged.boards).toContainEqual(
    expect.objectContaining({ title: 'Øvetavle', sensitivity: 'restricted', day: 'wed' }),
  )

  await chooseInSprint(page, 'Et bedre sprint', sprints.menuDuplicate)
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
  await page.getByLabel(sprints.name, { exact: true }).fill('Det næste')
  await page.getByLabel(sprints.typed).fill('uge 37 2027')
  await page.getByLabel(sprints.typed).press('Enter')
  await expect(page.getByRole('radio', { name: /^Uge 37/ })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: sprints.duplicate, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Det næste' })).toBeVisible()

  await chooseInSprint(page, 'Det næste', sprints.menuDelete)
  await page.getByRole('alertdialog').getByRole('button', { name: sprints.delete }).click()
  await page.waitForURL('/sprints')
  await expect(page.getByRole('listitem').filter({ hasText: 'Et bedre sprint' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Det næste' })).toHaveCount(0)
  // Only one's own boards were deleted with it.
  await page.goto('/boards')
  await expect(page.getByRole('status').filter({ hasText: said(boardTexts.hits_other, { count: 24 }) })).toBeAttached()
})

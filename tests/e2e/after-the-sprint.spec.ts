import type { LearningLoops } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { follow } from '../../apps/web/src/i18n/da/follow.ts'
import { loops } from '../../apps/web/src/i18n/da/loops.ts'
import { received } from '../../apps/web/src/i18n/da/received.ts'
import { sprints } from '../../apps/web/src/i18n/da/sprints.ts'
import { toast } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { expectGoodPage, expectNoBarrier } from './looks.ts'
import { finishedSprint, planLoop, QUESTION, TITLE, workday } from './loop-hands.ts'
import { said } from './sprint-hands.ts'

test('a new sprint follows a finished one: what comes along is shown first, and both name each other', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const leader = await person({ name: 'Mette Næste' })
  const id = await finishedSprint(leader, { programmeId: 'mini-sprint' })
  await planLoop(leader, id, QUESTION, workday(9))
  await planLoop(leader, id, 'Virker kortet?', workday(9))
  const page = await signedInPage(leader, { path: `/sprints/${id}` })
  await page.getByRole('link', { name: follow.fromHere }).click()
  const panel = page.getByRole('region', { name: follow.previous })
  await expect(panel).toContainText(TITLE)
  // The draft says it from now on.
  await expect(page).toHaveURL(/\/sprints\/new$/)
  await expect(page.getByRole('combobox', { name: sprints.commissioner })).toHaveValue('Lone Friis')
  await expect(page.getByRole('radio', { name: /^Mini-innovationssprint/ })).toBeChecked()
  await expect(panel.getByRole('checkbox')).toHaveCount(2)
  await panel.getByRole('checkbox', { name: 'Virker kortet?' }).uncheck()
  const summary = page.getByRole('complementary', { name: sprints.summary })
  await expect(summary).toContainText(said(follow.loops_one, { count: 1 }))
  await expectGoodPage(page, { title: `${sprints.newTitle} · Samtavle`, heading: sprints.newTitle })

  // It survives a reload, and without the earlier sprint its suggestions are gone too.
  await page.reload()
  await expect(panel.getByRole('checkbox', { name: 'Virker kortet?' })).not.toBeChecked()
  await panel.getByRole('button', { name: said(follow.removeNamed, { title: TITLE }) }).press('Enter')
  const field = page.getByRole('combobox', { name: follow.label })
  await expect(field).toBeFocused()
  await expect(page.getByRole('combobox', { name: sprints.commissioner })).toHaveValue('')
  await page.keyboard.type('med hjælp')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('checkbox', { name: 'Virker kortet?' })).toBeChecked()
  await panel.getByRole('checkbox', { name: 'Virker kortet?' }).uncheck()

  await page.getByLabel(sprints.name, { exact: true }).fill('Hjem igen')
  await page.getByLabel(sprints.challenge).fill('Jeg vil vide, hvem der kommer.')
  await page.getByRole('button', { name: sprints.create }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hjem igen' })).toBeVisible()
  const made = page.url().split('/').at(-1) ?? ''
  expect(await leader.session.ask<Sprint>('GET', `/api/sprints/${made}`)).toMatchObject({
    programmeId: 'mini-sprint',
    commissioner: { name: 'Lone Friis' },
    previous: { id, title: TITLE },
  })
  const carried = await leader.session.ask<LearningLoops>('GET', `/api/sprints/${made}/loops`)
  expect(carried.loops.map(({ question }) => question)).toEqual([QUESTION])
  const trail = page.getByRole('listitem').filter({ hasText: follow.previous })
  await trail.getByRole('link', { name: TITLE }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: follow.next })).toContainText('Hjem igen')
  await expectNoBarrier(page)
})

test('an earlier sprint that one may not see is said to be none, and the new one is made without it', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(/status of 404/)
  const id = await finishedSprint(await person({ name: 'Mette Anden' }), { programmeId: 'mini-sprint' })
  const page = await signedInPage(await person({ name: 'Ole Fremmed' }), { path: `/sprints/new?follows=${id}` })
  const panel = page.getByRole('region', { name: follow.previous })
  await expect(panel).toContainText(follow.unknown)
  await page.getByRole('button', { name: sprints.create }).click()
  await expect(page.getByText(new RegExp(sprints.missing_follows)).first()).toBeVisible()
  await panel.getByRole('button').press('Enter')
  // In no sprint there is none to follow.
  await expect(page.getByRole('combobox', { name: follow.label })).toHaveCount(0)
  await expectNoBarrier(page)
})

test('a loop is handed to a colleague outside the sprint, who sees it, moves it, writes it down, and nothing else', async ({
  person,
  signedInPage,
  watch,
}) => {
  test.slow()
  watch.allowErrors(/status of 404/)
  const [leader, owner] = [await person({ name: 'Mette Giver' }), await person({ name: 'Dorte Drift' })]
  const id = await finishedSprint(leader, { programmeId: 'mini-sprint' })
  const loop = await planLoop(leader, id, QUESTION, workday(9))
  await planLoop(leader, id, 'Virker kortet?', workday(9))
  const page = await signedInPage(leader, { path: `/sprints/${id}` })
  await page.getByRole('button', { name: said(loops.more, { question: QUESTION }) }).click()
  await page.getByRole('menuitem', { name: loops.change }).click()
  const dialog = page.getByRole('dialog', { name: loops.changeTitle })
  await dialog.getByRole('combobox', { name: loops.owner }).fill('Dorte')
  await dialog.getByRole('option', { name: `Dorte Drift – ${received.notInSprint}` }).click()
  await expect(dialog).toContainText(said(received.ownerReceives, { name: 'Dorte Drift' }))
  await expectNoBarrier(page)
  await dialog.getByRole('button', { name: common.save }).click()
  await expect(page.getByText(`Ejer: Dorte Drift (${received.receiver}) · Hver 2. uge`)).toBeVisible()

  const theirs = await signedInPage(owner, { path: '/sprints' })
  const list = theirs.getByRole('region', { name: received.title })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await list.getByRole('link', { name: QUESTION }).click()
  await expect(theirs).toHaveURL(new RegExp(`/sprints/${id}/loops/${loop}$`))
  await expect(theirs.getByRole('heading', { level: 2, name: QUESTION })).toBeVisible()
  await expect(theirs.getByText(received.onlyThis)).toBeVisible()
  await expectGoodPage(theirs, { title: `${received.page} · Samtavle`, heading: received.page })

  await theirs.getByRole('button', { name: said(loops.more, { question: QUESTION }) }).click()
  await expect(theirs.getByRole('menuitem')).toHaveText([loops.moveRound, loops.calendar])
  await theirs.getByRole('menuitem', { name: loops.moveRound }).click()
  const move = theirs.getByRole('dialog', { name: said(loops.moveTitle, { number: 1 }) })
  await move.getByLabel(loops.time).fill('13.30')
  await move.getByRole('button', { name: loops.move, exact: true }).click()
  await expect(toast(theirs)).toContainText('13.30')
  await toast(theirs).getByRole('button', { name: common.undo }).click()
  await expect(theirs.getByText(/9\.00/).first()).toBeVisible()
  await theirs.getByRole('button', { name: said(loops.writeRoundOf, { question: QUESTION }) }).click()
  const held = theirs.getByRole('dialog', { name: said(loops.heldTitle, { number: 1 }) })
  await held.getByLabel(loops.learned).fill('Opkaldet virker kl. 10')
  await held.getByRole('button', { name: common.save }).click()
  await expect(theirs.getByText('Opkaldet virker kl. 10')).toBeVisible()
  await expectNoBarrier(theirs)

  await theirs.goto(`/sprints/${id}`)
  await expect(theirs.getByRole('heading', { level: 1, name: common.notFoundTitle })).toBeVisible()
  const other = (await leader.session.ask<LearningLoops>('GET', `/api/sprints/${id}/loops`)).loops.find(
    ({ question }) => question === 'Virker kortet?',
  )
  await theirs.goto(`/sprints/${id}/loops/${other?.id}`)
  await expect(theirs.getByRole('heading', { level: 1, name: common.notFoundTitle })).toBeVisible()
})

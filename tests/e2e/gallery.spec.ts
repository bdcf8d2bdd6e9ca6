import type { Page } from '@playwright/test'
import type { TemplateSummary } from '@samtavle/shared/api'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { templates as texts } from '../../apps/web/src/i18n/da/templates.ts'
import { expect, test } from './fixtures.ts'
import { tabTo } from './keyboard.ts'

const named = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

const hits = (count: number) => named(count === 1 ? texts.hits_one : texts.hits_other, { count: String(count) })
const told = (page: Page) => page.getByRole('main').getByRole('status')
const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name }) })

test('the gallery is narrowed by keyboard, and its address keeps how', async ({ person, signedInPage }) => {
  const anna = await person()
  const { templates } = await anna.session.ask<{ templates: TemplateSummary[] }>('GET', '/api/templates')
  const page = await signedInPage(anna, { path: '/templates' })
  await expect(told(page)).toHaveText(hits(templates.length))
  await expect(page.getByRole('heading', { level: 2, name: texts.group_understand })).toBeVisible()
  await expect(page.getByRole('button', { name: texts.clearFilters })).toHaveCount(0)

  const ofWork = templates.filter(({ phase }) => phase === 'work')
  await tabTo(page, page.getByRole('radio', { name: named(texts.allPhases, { count: String(templates.length) }) }))
  for (const phase of [common.phase_understand, common.phase_create, common.phase_work]) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: phase, exact: true })).toBeFocused()
  }
  // An arrow key that is up again before the focus has moved has only moved it.
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/\/templates\?phase=work$/)
  await expect(page.getByRole('radio', { name: common.phase_work, exact: true })).toBeFocused()
  await expect(told(page)).toHaveText(hits(ofWork.length))
  await expect(card(page, 'Læringsloop')).toBeVisible()
  await expect(card(page, 'Borgerrejse')).toHaveCount(0)

  await tabTo(page, page.getByLabel(texts.toolType))
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/\?phase=work&type=closes$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/templates\?phase=work$/)
  await expect(page.getByLabel(texts.toolType)).toHaveValue('any')

  await tabTo(page, page.getByRole('button', { name: texts.clearFilters }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/templates$/)
  await expect(told(page)).toHaveText(hits(templates.length))

  await page.getByRole('searchbox').fill('rejse')
  await expect(page).toHaveURL(/\?q=rejse$/)
  await expect(card(page, 'Borgerrejse')).toBeVisible()
  await expect(card(page, 'Mulighedsrum')).toHaveCount(0)
  await page.getByRole('searchbox').fill('findes ikke')
  await expect(page.getByRole('heading', { name: texts.noHitsTitle })).toBeVisible()
  await expect(told(page)).toHaveText(hits(0))
  await page.getByRole('button', { name: texts.clearFilters }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(card(page, 'Mulighedsrum')).toBeVisible()
})

test('an address that was shared shows what there is time for, and that is made', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person(), { path: '/templates?time=60&people=3-8&type=nonsense' })
  await expect(page.getByLabel(texts.timeToSpend)).toHaveValue('60')
  await expect(page.getByLabel(texts.groupSize)).toHaveValue('3-8')
  await expect(card(page, 'Borgerrejse')).toHaveCount(0)
  const space = card(page, 'Mulighedsrum')
  await expect(space).toContainText(named(texts.shortFits, { time: '' }).trim())
  await space.getByRole('button').click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: new RegExp(`^${texts.short}`) })).toBeChecked()
  await page.keyboard.press('Escape')
  // The way back from a template leads to the gallery as it was left.
  await space.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mulighedsrum' })).toBeFocused()
  await page.getByRole('link', { name: texts.backToAll }).click()
  await expect(page.getByLabel(texts.timeToSpend)).toHaveValue('60')
  await page.getByLabel(texts.groupSize).selectOption('16-')
  await expect(space).toHaveCount(0)
})

test('on a phone the choices fold away behind a button that counts them', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person(), { path: '/templates', viewport: { width: 390, height: 844 } })
  const button = page.getByRole('button', { name: texts.filters })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByLabel(texts.groupSize)).toBeHidden()
  await button.click()
  await page.getByLabel(texts.groupSize).selectOption('3-8')
  const counting = page.getByRole('button', { name: named(texts.filtersActive, { count: '1' }) })
  await counting.click()
  await expect(page.getByLabel(texts.groupSize)).toBeHidden()
  await expect(counting).toHaveAttribute('aria-expanded', 'false')
})

test('a template tells what it builds on, shows itself short, and is a guide on paper', async ({
  person,
  signedInPage,
}) => {
  const page = await signedInPage(await person(), { path: '/templates/mulighedsrum' })
  const from = page.getByRole('region', { name: texts.comesFromTitle })
  await expect(from.getByRole('link', { name: 'Borgerrejse' })).toBeVisible()
  const picture = page.getByRole('img', { name: named(texts.previewOf, { name: 'Mulighedsrum' }) })
  await expect(picture).toHaveAttribute('src', /examples=true&short=false/)
  await page.getByRole('radio', { name: texts.short }).click()
  await page.getByRole('radio', { name: texts.withoutExamples }).click()
  await expect(picture).toHaveAttribute('src', /examples=false&short=true/)
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { name: texts.stepsTitle })).toBeVisible()
  await expect(picture).toHaveAttribute('src', /theme=light/)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)')
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })

  await from.getByRole('link', { name: 'Borgerrejse' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Borgerrejse' })).toBeFocused()
  await page.getByRole('button', { name: texts.useTemplate }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

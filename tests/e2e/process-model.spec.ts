import type { Locale } from '@samtavle/shared/locale'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { processModel as da } from '../../apps/web/src/i18n/da/process-model.ts'
import { processModel as en } from '../../apps/web/src/i18n/en/process-model.ts'
import { processModel as nb } from '../../apps/web/src/i18n/nb/process-model.ts'
import { expect, test } from './fixtures.ts'
import { expectGoodPage } from './looks.ts'

const PATH = '/admin/process-model'
const filled = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
const inUse = (words: string) => filled(da.inUse, { words })

test.beforeEach(() => test.slow())

test('an administrator chooses a model and words of one’s own, by keyboard, and takes it back', async ({
  person,
  signedInPage,
}) => {
  const page = await signedInPage(await person({ role: 'admin', name: 'Karen Vinther' }))
  await page.getByRole('button', { name: 'Karen Vinther' }).click()
  await page.getByRole('menuitem', { name: common.processModel }).click()
  await expect(page.getByRole('heading', { level: 1, name: da.title })).toBeFocused()
  await expect(page.getByText(inUse('Forstå → Skab → Virk'))).toBeVisible()

  await page.getByRole('radio', { name: /Forstå – Skab – Virk/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /KS-guidens fire trin/ })).toBeChecked()
  const third = page.getByRole('group', { name: filled(da.phase, { number: '3' }) })
  await expect(third.getByLabel(da.word)).toHaveValue('Udforsk muligheder')
  await third.getByLabel(da.word).fill('Udforsk sammen')
  await third.getByRole('button', { name: da.addQuestion }).press('Enter')
  // The keyboard stands in the new question.
  await page.keyboard.type('Hvem kan hjælpe os?')
  await third.getByRole('button', { name: filled(da.removeQuestion, { number: '1', phase: '3' }) }).press('Enter')
  await expect(third.getByRole('textbox')).toHaveCount(4)
  await page.keyboard.press('Enter')
  await expect(page.getByText(da.saved)).toBeVisible()
  await expect(page.getByText(inUse('Læg fundamentet → Identificér behov → Udforsk sammen → Realisér'))).toBeVisible()

  await page.reload()
  await expect(third.getByLabel(da.word)).toHaveValue('Udforsk sammen')
  await expect(third.getByLabel(filled(da.question, { number: '3' }), { exact: true })).toHaveValue(
    'Hvem kan hjælpe os?',
  )

  await page.getByRole('button', { name: da.reset }).click()
  await expect(third.getByLabel(da.word)).toHaveValue('Udforsk muligheder')
  await page.getByRole('radio', { name: /Forstå – Skab – Virk/ }).click()
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await expect(page.getByText(inUse('Forstå → Skab → Virk'))).toBeVisible()
  await page.getByRole('button', { name: common.undo, exact: true }).click()
  await expect(page.getByText(inUse('Læg fundamentet → Identificér behov → Udforsk sammen → Realisér'))).toBeVisible()
  await expect(third.getByLabel(da.word)).toHaveValue('Udforsk sammen')
})

test('a phase without a name is said at its field; a change from elsewhere is not written over', async ({
  person,
  signedInPage,
}) => {
  const admin = await person({ role: 'admin' })
  const page = await signedInPage(admin, { path: PATH })
  const other = await signedInPage(admin, { path: PATH })
  const word = page.getByRole('group', { name: filled(da.phase, { number: '4' }) }).getByLabel(da.word)
  await expect(word).toBeVisible()
  const choose = async (language: string) => page.getByRole('radio', { name: language, exact: true }).click()
  const kept = await word.inputValue()
  for (const language of ['English', 'Norsk bokmål', 'Dansk']) {
    await choose(language)
    await word.fill('')
  }
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await expect(page.getByText(da.wordMissing)).toBeVisible()
  await expect(word).toBeFocused()
  await word.fill(`${kept} nu`)

  await other.getByRole('radio', { name: /Fire faser/ }).click()
  await other.getByRole('button', { name: common.save, exact: true }).click()
  await expect(other.getByText(da.saved)).toBeVisible()
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await expect(page.getByText(da.conflict)).toBeVisible()
  // What was written is still there to be read.
  await expect(word).toHaveValue(`${kept} nu`)
  await page.getByRole('button', { name: da.takeNewest }).click()
  await expect(page.getByRole('radio', { name: /Fire faser/ })).toBeChecked()
  await expect(word).toHaveValue('Implementering og gevinst')
})

const TEXTS: [Locale, { title: string }][] = [
  ['da', da],
  ['en', en],
  ['nb', nb],
]
for (const [locale, texts] of TEXTS) {
  test(`the page is good in ${locale}`, async ({ person, signedInPage }) => {
    const page = await signedInPage(await person({ role: 'admin', locale }), { path: PATH })
    await expect(page.getByRole('radio')).toHaveCount(7)
    await expectGoodPage(page, { title: `${texts.title} · Samtavle`, heading: texts.title, lang: locale })
  })
}

test('nobody else finds the page, or a way to it', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person({ role: 'designer', name: 'Jens Holm' }), { path: PATH })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(da.model)).toHaveCount(0)
  await page.getByRole('button', { name: 'Jens Holm' }).click()
  await expect(page.getByRole('menuitem', { name: common.profile })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: common.processModel })).toHaveCount(0)
})

test('when the server does not answer, the page says so and can be tried again', async ({
  person,
  signedInPage,
  watch,
}) => {
  const page = await signedInPage(await person({ role: 'admin' }))
  watch.expect(/500/)
  await page.route('**/api/process-model/models', (route) => route.fulfill({ status: 500, json: {} }))
  await page.goto(PATH)
  await expect(page.getByText(da.loadFailed)).toBeVisible()
  await page.unroute('**/api/process-model/models')
  await page.getByRole('button', { name: common.retry }).click()
  await expect(page.getByText(da.modelHint)).toBeVisible()
})

import { wordsOn } from '@samtavle/shared/shape-words'
import { board as boardTexts } from '../../apps/web/src/i18n/da/board.ts'
import { design as texts } from '../../apps/web/src/i18n/da/design.ts'
import { library } from '../../apps/web/src/i18n/da/library.ts'
import { templates as galleryTexts } from '../../apps/web/src/i18n/da/templates.ts'
import { addMember } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, placeNote, placeOf, toast } from './board-page.ts'
import { addSection, designPanel, openDesign, tab, typeInto, wordsField } from './design-hands.ts'
import { openExport, saveExport, sectionNames } from './export-dialog.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { tabTo } from './keyboard.ts'
import { openOwnBoard } from './own-board.ts'

const NAME = 'Humør og håb'
const MOOD = { da: 'Humør', en: 'Mood', nb: 'Humør nå' }
const HOPE = { da: 'Håb', en: 'Hope', nb: 'Håp' }
const ASK = { da: 'Hvordan har du det?', en: 'How are you?', nb: 'Hvordan har du det nå?' }
const NOTHING = { da: '', en: '', nb: '' }

test('a template is made in the panel by keyboard, and a colleague uses it in another language', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { title: NAME })
  await openDesign(page)
  const panel = designPanel(page)
  await expectAccessible(page)
  await addSection(page, MOOD, ASK)
  await addSection(page, HOPE, NOTHING)
  const rows = panel.getByRole('list', { name: texts.sections }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expectAccessible(page)

  // The second one comes first: with Alt and an arrow key, and the focus stays with it.
  const hope = rows.getByRole('button', { name: /^\d Håb/ })
  await tabTo(page, hope, 'Shift+Tab')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows.first()).toContainText('Håb')
  await expect(hope).toBeFocused()
  await expect(
    panel
      .getByRole('status')
      .getByText(texts.moved.replace('{{name}}', 'Håb').replace('{{place}}', '1').replace('{{count}}', '2')),
  ).toBeAttached()

  // A question in one language: what is missing is counted and shown as borrowed.
  await expect(hope).toHaveAttribute('aria-expanded', 'true')
  await typeInto(page, wordsField(panel, texts.part_question, 'da'), 'Hvad håber du på?')
  await page.keyboard.press('Tab')
  await expect(wordsField(panel, texts.part_question, 'nb')).toHaveAttribute('placeholder', 'Hvad håber du på?')
  await expect(hope).toContainText(texts.missingCount_other.replace('{{count}}', '2'))
  await expect(page.getByTestId('canvas').getByText('Hvad håber du på?')).toBeVisible()
  await page.keyboard.insertText('What do you hope for?')
  await typeInto(page, wordsField(panel, texts.part_question, 'nb'), 'Hva håper du på?')
  const lock = panel.getByRole('checkbox', { name: texts.lock })
  await tabTo(page, lock)
  await page.keyboard.press('Space')
  await expect(panel.getByText(texts.lockFree)).toBeVisible()
  await page.keyboard.press('Space')
  await expect(panel.getByText(texts.lockLocked)).toBeVisible()

  await tabTo(page, tab(page, 'tabSections'), 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await expect(tab(page, 'tabSteps')).toHaveAttribute('aria-selected', 'true')
  const steps = panel.getByRole('list', { name: texts.steps }).getByRole('listitem')
  for (const [title, minutes] of [
    [{ da: 'Skriv', en: 'Write', nb: 'Skriv ned' }, '10'],
    [{ da: 'Læs højt', en: 'Read aloud', nb: 'Les høyt' }, '5'],
  ] as const) {
    await tabTo(page, panel.getByRole('button', { name: texts.addStep }))
    await page.keyboard.press('Enter')
    await expect(wordsField(panel, texts.stepTitle, 'da')).toBeFocused()
    await page.keyboard.insertText(title.da)
    await typeInto(page, wordsField(panel, texts.stepTitle, 'en'), title.en)
    await typeInto(page, wordsField(panel, texts.stepTitle, 'nb'), title.nb)
    await typeInto(page, panel.getByLabel(texts.stepMinutes, { exact: true }), minutes)
  }
  await tabTo(page, steps.getByRole('button', { name: texts.up.replace('{{name}}', 'Læs højt') }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(steps.first()).toContainText('Læs højt')
  await typeInto(page, panel.getByLabel(texts.timeLeast), '10')
  await typeInto(page, panel.getByLabel(texts.timeMost), '20')
  await tabTo(page, panel.getByRole('button', { name: texts.save }))
  await expect(panel.getByText(texts.sumFits.replace('{{sum}}', '15'))).toBeVisible()
  await expectAccessible(page)
  await expect(tab(page, 'tabChecks')).toHaveText(texts.tabChecks.replace('{{count}}', '0'))
  await expectSaved(page)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: library.saveTitle })
  await expect(dialog.getByLabel(library.minutesMost)).toHaveValue('20')
  await expect(dialog.getByRole('list', { name: texts.steps })).toContainText('Læs højt')
  await tabTo(page, dialog.getByLabel(library.name, { exact: true }))
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText(NAME)

  const colleague = await person({ name: 'Bo Krogh' })
  const theirs = await signedInPage(colleague, { path: '/templates' })
  const own = theirs.getByRole('region', { name: galleryTexts.group_own })
  await own.getByRole('button', { name: galleryTexts.useNamed.replace('{{name}}', NAME) }).click()
  const creating = theirs.getByRole('dialog')
  await creating.getByLabel(galleryTexts.contentLanguage).selectOption({ label: 'English' })
  await creating.getByRole('button', { name: galleryTexts.create }).click()
  await expectBoardReady(theirs)
  const guide = theirs.getByRole('complementary', { name: boardTexts.guide })
  await expect(guide.getByRole('listitem')).toHaveText(['1Læs højt5 min', '2Skriv10 min'])
  await expect(theirs.getByTestId('canvas').getByText('What do you hope for?')).toBeVisible()
  for (const words of ['Mood', 'Hope']) {
    const box = await theirs.getByTestId('canvas').getByText(words, { exact: true }).boundingBox()
    await placeNote(theirs, { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 160 }, `About ${words}`)
  }
  await expectSaved(theirs)
  const exporting = await openExport(theirs, boardTexts.exportPdf)
  expect(await sectionNames(exporting)).toEqual(['Hope', 'Mood'])
  await exporting.getByRole('radio', { name: boardTexts.exportMarkdown }).click()
  const { text } = await saveExport(theirs, exporting)
  expect(text).toMatch(/## Hope[^#]*About Hope[^#]*## Mood[^#]*About Mood/)

  const made = new URL(theirs.url()).pathname.split('/').at(-1) ?? ''
  const records = [...(await readStoredBoard(colleague.session, made)).values()]
  const frames = records.filter(({ type }) => type === 'frame')
  const inOrder = frames.sort((a, b) => Number(a.meta?.order) - Number(b.meta?.order))
  expect(inOrder.map((frame) => [wordsOn(frame), frame.meta?.fixed])).toEqual([
    ['Hope', true],
    ['Mood', true],
  ])
  expect(Object.keys(records.find(({ typeName }) => typeName === 'document')?.meta ?? {})).toEqual([])
  const source = [...(await readStoredBoard(owner.session, boardId)).values()]
  expect(Object.keys(source.find(({ typeName }) => typeName === 'document')?.meta ?? {})).toHaveLength(3)
})

test('in the panel sections are dragged, deleted and taken back, locked, and checked', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { title: 'Retro' })
  const framesOf = async () =>
    [...(await readStoredBoard(owner.session, boardId)).values()].filter(({ type }) => type === 'frame')
  await openDesign(page)
  const panel = designPanel(page)
  await tab(page, 'tabChecks').click()
  await expect(panel.getByText(texts.find_noSections)).toBeVisible()
  await tab(page, 'tabSections').click()
  for (const da of ['Bevar', 'Stop', 'Prøv']) await addSection(page, { ...NOTHING, da }, NOTHING)
  const rows = panel.getByRole('list', { name: texts.sections }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await rows
    .nth(2)
    .getByRole('button', { name: /^3 Prøv/ })
    .click()
  await expect(rows.getByRole('checkbox')).toHaveCount(0)

  const grip = await rows.nth(2).locator('[aria-hidden]').first().boundingBox()
  const first = await rows.nth(0).boundingBox()
  await page.mouse.move((grip?.x ?? 0) + 8, (grip?.y ?? 0) + 20)
  await page.mouse.down()
  await page.mouse.move((grip?.x ?? 0) + 8, (first?.y ?? 0) + 4, { steps: 6 })
  await page.mouse.up()
  await expect(rows.first()).toContainText('Prøv')
  const namesInOrder = async () =>
    (await framesOf()).sort((a, b) => Number(a.meta?.order) - Number(b.meta?.order)).map((frame) => wordsOn(frame))
  await expect.poll(namesInOrder).toEqual(['Prøv', 'Bevar', 'Stop'])

  const bevar = rows.nth(1).getByRole('button', { name: /^2 Bevar/ })
  await bevar.click()
  // With nothing selected on the canvas, a row still closes and stays so.
  await page.locator('.tl-container').focus()
  await page.keyboard.press('Escape')
  await bevar.click()
  await expect(bevar).toHaveAttribute('aria-expanded', 'false')
  await bevar.click()
  await panel.getByRole('button', { name: texts.deleteSection }).click()
  await expect(rows).toHaveCount(2)
  await expect(panel.getByRole('button', { name: texts.addSection })).toBeFocused()
  await toast(page).getByRole('button', { name: texts.undo }).click()
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Bevar')

  // Keys of the board are not the panel's, but for undo.
  await rows
    .nth(2)
    .getByRole('button', { name: /^3 Stop/ })
    .click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows.nth(1)).toContainText('Stop')
  await page.keyboard.press('Control+z')
  await expect(rows.nth(2)).toContainText('Stop')
  await expect(rows).toHaveCount(3)

  // What is drawn by hand is background too, and is locked with one press.
  await page.getByTestId('tools.text').click()
  const canvas = await page.getByTestId('canvas').boundingBox()
  await page.mouse.click((canvas?.x ?? 0) + 60, (canvas?.y ?? 0) + 40)
  await page.keyboard.type('Velkommen')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: texts.lockAll }).click()
  await expect(panel.getByText(texts.allLocked)).toBeVisible()
  await expect(panel.getByRole('button', { name: texts.addSection })).toBeFocused()
  const storedText = async () =>
    [...(await readStoredBoard(owner.session, boardId)).values()].find((record) => wordsOn(record) === 'Velkommen')
  await expect.poll(async () => (await storedText())?.meta?.fixed).toBe(true)

  // As a participant: what is locked stays where it is. As a designer it moves.
  const stop = rows.nth(2).getByRole('button', { name: /^3 Stop/ })
  const id = (await framesOf()).find((frame) => wordsOn(frame) === 'Stop')?.id ?? ''
  const nudge = async () => {
    await page.locator('.tl-container').focus()
    await page.keyboard.press('Shift+ArrowDown')
  }
  const lies = async () => (await placeOf(page, id)).y
  await stop.click()
  await stop.click()
  await panel.getByRole('radio', { name: texts.asParticipant }).click()
  await expect(panel.getByRole('tab')).toHaveCount(0)
  await expectAccessible(page)
  const before = await lies()
  await nudge()
  await panel.getByRole('radio', { name: texts.asDesigner }).click()
  await expect(panel.getByRole('tab')).toHaveCount(3)
  await nudge()
  // One step, not two.
  await expect.poll(lies).toBe(before + 10)

  await tab(page, 'tabChecks').click()
  await panel.getByRole('button', { name: /Bevar: overskrift mangler på engelsk og norsk bokmål/ }).click()
  await expectAccessible(page)
  await tab(page, 'tabSections').click()
  await expect(rows.nth(1).getByRole('button', { name: /^2 Bevar/ })).toHaveAttribute('aria-expanded', 'true')

  // On a phone it is a sheet below the canvas.
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(panel).toBeVisible()
  const sheet = await panel.boundingBox()
  const main = await page.locator('#board-canvas').boundingBox()
  expect(Math.round(sheet?.width ?? 0)).toBe(390)
  expect(main?.height).toBeGreaterThan(250)
  expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(Math.round(sheet?.y ?? 0) + 1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expectAccessible(page)
  await panel.getByRole('button', { name: texts.close }).click()
  await expect(panel).toHaveCount(0)
})

test('steps are there for everybody on the board at once, and the panel for its owner alone', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'retrospektiv' })
  const colleague = await person()
  await addMember(owner.session, boardId, colleague.id, 'edit')
  const theirs = await signedInPage(colleague, { path: `/boards/${boardId}` })
  await expectBoardReady(theirs)
  await theirs.getByRole('button', { name: boardTexts.more, exact: true }).click()
  await expect(theirs.getByRole('menuitem', { name: boardTexts.exportBoard })).toBeVisible()
  await expect(theirs.getByRole('menuitem', { name: texts.title })).toHaveCount(0)
  await theirs.keyboard.press('Escape')

  await openDesign(page)
  const panel = designPanel(page)
  await tab(page, 'tabSteps').click()
  await panel.getByRole('button', { name: /^Begynd med skabelonens \d+ trin$/ }).click()
  const guide = theirs.getByRole('complementary', { name: boardTexts.guide })
  await expect(panel.getByRole('button', { name: texts.addStep })).toBeFocused()
  await panel.getByRole('button', { name: texts.addStep }).click()
  await page.keyboard.type('Kaffe')
  await page.keyboard.press('Enter')
  await panel.getByLabel(texts.stepMinutes, { exact: true }).fill('0')
  await expect(panel.getByText(texts.minutesWrong.replace('{{most}}', '1440'))).toBeVisible()
  await panel.getByLabel(texts.stepMinutes, { exact: true }).fill('15')
  await expect(guide.getByRole('listitem').last()).toContainText('Kaffe15 min')
  await tab(page, 'tabChecks').click()
  await panel.getByRole('button', { name: /Kaffe/ }).first().click()
  await expect(tab(page, 'tabSteps')).toBeFocused()
  const steps = panel.getByRole('list', { name: texts.steps })
  await steps.getByRole('listitem').first().getByRole('button').first().click()
  await panel.getByRole('button', { name: texts.removeStep }).click()
  await expect(panel.getByRole('button', { name: texts.addStep })).toBeFocused()
  await page.getByRole('button', { name: boardTexts.guide }).click()
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: boardTexts.guide })).toContainText('Kaffe')
})

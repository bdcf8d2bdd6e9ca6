import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { readPdf } from '../support/read-pdf.ts'
import { openExport, saveExport } from './export-dialog.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

const MM = 72 / 25.4

test.slow()

test('a journey is printed whole on A3 sheets to be glued, its words at least 5 mm; and as a poster on A0', async ({
  person,
  signedInPage,
}) => {
  const board = { title: 'Rejsen', templateId: 'borgerrejse', examples: true } as const
  const { page } = await openOwnBoard({ person, signedInPage }, board)
  let dialog = await openExport(page, texts.exportPdf)
  await dialog.getByRole('radio', { name: texts.exportSheetOne }).click()
  await dialog.getByRole('radio', { name: 'A3' }).click()
  await dialog.getByRole('checkbox', { name: texts.exportReadable }).check()
  await expectAccessible(page)
  const split = await readPdf((await saveExport(page, dialog)).file)
  expect(split.pages.length).toBeGreaterThan(4)
  expect(split.outline).toHaveLength(new Set(split.outline).size)
  for (const [index, { width, height, text }] of split.pages.entries()) {
    expect([width, height].map((points) => Math.round(points / MM)).sort((a, b) => a - b)).toEqual([297, 420])
    expect(text).toContain(
      texts.sheetOf.replace('{{sheet}}', `${index + 1}`).replace('{{sheets}}', `${split.pages.length}`),
    )
  }
  // Smaller are only the words and signs of roles, the word for an example, and what stands around the board.
  const small = split.pages.flatMap(({ words }) => words).filter(({ size }) => size / MM < 5)
  const roles = Object.values(NOTE_ROLE_LOOK).flatMap(({ name, sign }) => [name.da, sign, 'Eksempel'])
  const around = /^(Rejsen – ark|Side \d|\d+\. \S+ \d{4})/
  expect(small.filter(({ text }) => !roles.includes(text.trim()) && !around.test(text))).toEqual([])

  dialog = await openExport(page, texts.exportPdf)
  await dialog.getByRole('radio', { name: texts.exportSheetOne }).click()
  await dialog.getByRole('radio', { name: 'A0' }).click()
  const poster = await readPdf((await saveExport(page, dialog)).file)
  expect(poster.pages.map(({ width, height }) => [width, height].map((points) => Math.round(points / MM)))).toEqual([
    [1189, 841],
  ])
  // Every word of the poster is on the sheets, or lies over their edge and is on both.
  const onSheets = split.pages.flatMap(({ words }) => words.map(({ text }) => text.trim()))
  const isThere = (text: string): boolean => {
    const begun = Math.max(0, ...onSheets.filter((part) => text.startsWith(part)).map((part) => part.length))
    const ended = Math.max(0, ...onSheets.filter((part) => text.endsWith(part)).map((part) => part.length))
    return begun === text.length || begun + ended >= text.length
  }
  const onPoster = poster.pages.flatMap(({ words }) => words.map(({ text }) => text.trim()))
  expect(onPoster.length).toBeGreaterThan(100)
  expect(onPoster.filter((text) => !isThere(text) && !/^(Rejsen$|Side)/.test(text))).toEqual([])
})

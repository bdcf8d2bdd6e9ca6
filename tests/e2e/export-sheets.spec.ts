import { stateWords } from '@samtavle/shared/choice-shape'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { readPdf } from '../support/read-pdf.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { openExport, saveExport } from './export-dialog.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { findTemplate, libraryNumbers } from './library-templates.ts'
import { openOwnBoard } from './own-board.ts'

const MM = 72 / 25.4
/** A journey, the largest; the whole library takes a quarter of an hour: `LIBRARY=all`. */
const NUMBERS = libraryNumbers('T07')
/** Marks on paper, smaller than what is written: of roles, examples and what is chosen. */
const MARKS = [
  ...Object.values(NOTE_ROLE_LOOK).flatMap(({ name, sign }) => [name.da, sign]),
  ...(['ticked', 'here', 'passed'] as const).map((state) => stateWords(state)?.da ?? ''),
  ...['Eksempel', '·'],
]
/** A reader of the file may find the letters of one word apart. */
const isMark = (text: string): boolean =>
  text
    .trim()
    .split(/\s+/)
    .every((part) => MARKS.some((mark) => mark.includes(part)))

test.slow()

for (const number of NUMBERS) {
  test(`${number} is printed whole on A3 sheets to be glued, its words at least 5 mm; and as a poster on A0`, async ({
    admin,
    person,
    signedInPage,
  }) => {
    const template = await findTemplate(admin, number)
    const board = { title: 'Rejsen', templateId: template.id, examples: true } as const
    const { page, owner, boardId } = await openOwnBoard({ person, signedInPage }, board)
    let dialog = await openExport(page, texts.exportPdf)
    await dialog.getByRole('radio', { name: texts.exportSheetOne }).click()
    await dialog.getByRole('radio', { name: 'A3' }).click()
    await dialog.getByRole('checkbox', { name: texts.exportReadable }).check()
    await expectAccessible(page)
    const split = await readPdf((await saveExport(page, dialog, 120_000)).file)
    expect(split.pages.length).toBeGreaterThan(1)
    expect(split.outline).toHaveLength(new Set(split.outline).size)
    for (const [index, { width, height, text }] of split.pages.entries()) {
      expect([width, height].map((points) => Math.round(points / MM)).sort((a, b) => a - b)).toEqual([297, 420])
      expect(text).toContain(
        texts.sheetOf.replace('{{sheet}}', `${index + 1}`).replace('{{sheets}}', `${split.pages.length}`),
      )
    }
    // Smaller are only marks, what stands around the board, and the text that is there to be zoomed in on.
    const small = split.pages.flatMap(({ words }) => words).filter(({ size }) => size / MM < 5)
    const around = /^(Rejsen – ark|Side \d|\d+\. \S+ \d{4})/
    const stored = [...(await readStoredBoard(owner.session, boardId)).values()]
    const tiny = stored.filter(({ meta }) => meta?.part === 'tiny-text').map(wordsOf)
    const isTiny = (text: string) => tiny.some((words) => words.includes(text.trim()))
    expect(small.filter(({ text }) => !isMark(text) && !around.test(text) && !isTiny(text))).toEqual([])

    dialog = await openExport(page, texts.exportPdf)
    await dialog.getByRole('radio', { name: texts.exportSheetOne }).click()
    await dialog.getByRole('radio', { name: 'A0' }).click()
    const poster = await readPdf((await saveExport(page, dialog, 120_000)).file)
    const sides = poster.pages.map(({ width, height }) => [width, height].map((points) => Math.round(points / MM)))
    // As large as it becomes: two of the library are higher than wide.
    expect(sides).toEqual([['T20', 'T22'].includes(number) ? [841, 1189] : [1189, 841]])
    // Every word of the poster is on the sheets, or lies over their edge and is on both.
    const onSheets = split.pages.flatMap(({ words }) => words.map(({ text }) => text.trim()))
    const isThere = (text: string): boolean => {
      const begun = Math.max(0, ...onSheets.filter((part) => text.startsWith(part)).map((part) => part.length))
      const ended = Math.max(0, ...onSheets.filter((part) => text.endsWith(part)).map((part) => part.length))
      return begun === text.length || begun + ended >= text.length
    }
    const onPoster = poster.pages.flatMap(({ words }) => words.map(({ text }) => text.trim()))
    expect(onPoster.length).toBeGreaterThan(20)
    expect(onPoster.filter((text) => !isThere(text) && !/^(Rejsen$|Side)/.test(text))).toEqual([])
  })
}

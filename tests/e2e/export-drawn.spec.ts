import type { Download } from '@playwright/test'
import { pngFile } from '../../apps/sync-server/test-support/picture-file.ts'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readPdf } from '../support/read-pdf.ts'
import { expectBoardReady, expectSaved } from './board-page.ts'
import { openExport, saveExport, sectionNames } from './export-dialog.ts'
import { expect, test } from './fixtures.ts'
import { expectNoBarrier } from './looks.ts'
import { openOwnBoard } from './own-board.ts'
import { writeNote } from './own-note.ts'
import { give, shownSizes } from './picture-hands.ts'

const TITLE = 'Uge 37: æbler på øen'
const SMALL = { title: TITLE, templateId: 'mulighedsrum', examples: true } as const
const GREEN = [0, 170, 120] as const
const LARGE = { title: TITLE, templateId: 'borgerrejse', examples: true } as const

test.slow()

test('a section is a picture of the size that was said, and a drawing that needs nothing else', async ({
  person,
  signedInPage,
}) => {
  const { page } = await openOwnBoard({ person, signedInPage }, SMALL)
  let dialog = await openExport(page, texts.exportPng)
  await dialog.getByRole('radio', { name: texts.exportSection }).click()
  await dialog.getByRole('radio', { name: '1×' }).click()
  const said = /(\d+) × (\d+)/.exec((await dialog.getByText(/\d+ × \d+/).textContent()) ?? '')
  const [width, height] = [Number(said?.[1]), Number(said?.[2])]
  expect(Math.min(width, height)).toBeGreaterThan(100)
  const png = await saveExport(page, dialog)
  expect(png.name).toMatch(/^uge-37-aebler-paa-oeen-.+-\d{4}-\d\d-\d\d\.png$/)
  expect([png.file.readUInt32BE(16), png.file.readUInt32BE(20)]).toEqual([width, height])

  dialog = await openExport(page, texts.exportSvg)
  const { name, file } = await saveExport(page, dialog)
  expect(name).toMatch(/\.svg$/)
  const svg = file.toString('utf8')
  const found = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
    const all = [...parsed.querySelectorAll('*')]
    return {
      broken: parsed.querySelector('parsererror')?.textContent ?? null,
      running: all.filter(({ localName }) => /^(script|iframe|object|embed|use)$/.test(localName)).length,
      leading: all.flatMap(({ attributes }) =>
        [...attributes]
          .filter(({ name }) => !name.startsWith('xmlns'))
          .filter(({ name, value }) => /^on/i.test(name) || /https?:|javascript:|url\((?!["']?(#|data:))/i.test(value))
          .map(({ name, value }) => `${name}=${value.slice(0, 80)}`),
      ),
      styles: [...parsed.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('\n'),
      words: parsed.documentElement.textContent ?? '',
    }
  }, svg)
  expect(found).toMatchObject({ broken: null, running: 0, leading: [] })
  expect(found.styles).toMatch(/@font-face/)
  expect([...found.styles.matchAll(/url\(["']?([^"')]{0,20})/g)].filter(([, at]) => !at?.startsWith('data:'))).toEqual(
    [],
  )
  expect(found.words).toContain(TITLE)
})

test('a board is paper: a page for each section in the order of reading, or all on one large sheet', async ({
  person,
  signedInPage,
}) => {
  const { page } = await openOwnBoard({ person, signedInPage }, SMALL)
  await writeNote(page, 'Rødgrød på Ærø – åh')
  await expectSaved(page)
  let dialog = await openExport(page, texts.exportPdf)
  const sections = await sectionNames(dialog)
  expect(sections.length).toBeGreaterThan(1)
  const { name, file } = await saveExport(page, dialog)
  expect(name).toMatch(/^uge-37-aebler-paa-oeen-\d{4}-\d\d-\d\d\.pdf$/)
  const pdf = await readPdf(file)
  expect([pdf.title, pdf.language]).toEqual([TITLE, 'da-DK'])
  // What lies outside of all sections comes last.
  expect(pdf.outline.filter((title) => title !== texts.outsideSections)).toEqual(sections)
  expect([undefined, texts.outsideSections]).toContain(pdf.outline[sections.length])
  expect(pdf.pages).toHaveLength(pdf.outline.length)
  for (const [index, { text, width, height, roles }] of pdf.pages.entries()) {
    expect(text).toContain(pdf.outline[index])
    expect(text).toContain(`Side ${index + 1} af ${pdf.pages.length}`)
    expect([width, height].map(Math.round).sort()).toEqual([595, 842])
    expect(roles.slice(0, 3)).toEqual(['Root', 'Sect', 'H1'])
  }
  const words = pdf.pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ')
  expect(words).toContain('Rødgrød på Ærø – åh')

  dialog = await openExport(page, texts.exportPdf)
  await dialog.getByRole('radio', { name: texts.exportSheetOne }).click()
  await dialog.getByRole('radio', { name: 'A3' }).click()
  await dialog.getByRole('radio', { name: texts.exportOrientation_landscape }).click()
  const large = await readPdf((await saveExport(page, dialog)).file)
  expect(large.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[1191, 842]])
  expect(large.pages[0]?.text.replace(/\s+/g, ' ')).toContain('Rødgrød på Ærø – åh')
})

test('pictures and strokes come along, in whatever is chosen', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage }, { title: TITLE })
  await give(page, 'drop', [{ name: 'have.png', mimeType: 'image/png', buffer: pngFile(300, 200, GREEN) }])
  await expect.poll(() => shownSizes(page)).toEqual(['300×200'])
  await expectSaved(page)

  const svg = await saveExport(page, await openExport(page, texts.exportSvg))
  expect(svg.file.toString('utf8')).toMatch(/<image [^>]*href="data:image\/(png|jpeg|webp);base64,/)
  const pdf = await readPdf((await saveExport(page, await openExport(page, texts.exportPdf))).file)
  expect(pdf.pages.map(({ roles }) => roles)).toEqual([['Root', 'Sect', 'H1', 'Figure']])
  const tldr = await saveExport(page, await openExport(page, texts.exportTldr))
  const { records } = JSON.parse(tldr.file.toString('utf8')) as {
    records: { typeName: string; props?: { src?: string } }[]
  }
  const sources = records.flatMap(({ typeName, props }) => (typeName === 'asset' ? [props?.src] : []))
  expect(sources).toEqual([expect.stringMatching(/^data:image\//)])
})

test('an export that is stopped saves nothing, and another one can follow', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage }, LARGE)
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  const dialog = await openExport(page, texts.exportPdf)
  await dialog.getByRole('button', { name: texts.saveFile }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog.getByText(texts.exportStopped)).toBeVisible()
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)
  await dialog.getByRole('radio', { name: texts.exportCsv }).click()
  await expect(dialog.getByText(texts.exportStopped)).toHaveCount(0)
  const { name } = await saveExport(page, dialog)
  expect(name).toMatch(/\.csv$/)
  expect(downloads.map((download) => download.suggestedFilename())).toEqual([name])
})

test('who only sees a board may take it along, in a dialog that stands in nobody’s way', async ({
  person,
  signedInPage,
}) => {
  const [anna, eva] = [await person(), await person()]
  const id = await createBoard(anna.session, SMALL)
  await addMember(anna.session, id, eva.id, 'view')
  const page = await signedInPage(eva, { path: `/boards/${id}` })
  await expectBoardReady(page)
  const dialog = await openExport(page, texts.exportPdf)
  await expectNoBarrier(page)
  await dialog.getByRole('radio', { name: texts.exportTldr }).click()
  const { name, file } = await saveExport(page, dialog)
  expect(name).toMatch(/\.tldr$/)
  const { tldrawFileFormatVersion, schema, records } = JSON.parse(file.toString('utf8'))
  expect([tldrawFileFormatVersion, schema.schemaVersion]).toEqual([1, 2])
  expect(records.filter(({ typeName }: { typeName: string }) => typeName === 'shape').length).toBeGreaterThan(20)
})

import { renderBoardPicture } from '@samtavle/shared/board-picture'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import type { SnapshotContent, SnapshotItem, SnapshotPart } from '@samtavle/shared/snapshot-content'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { wednesdaySnapshot } from '../../test-support/wednesday-snapshot.ts'
import { writePaper } from '../paper/paper-file.ts'
import { snapshotPaper } from './snapshot-paper.ts'

const page = { id: 'page:one', typeName: 'page', name: '', index: 'a1', meta: {} }
const SVG = renderBoardPicture(
  [
    page,
    shapeRecord('note', 'shape:note', {
      parentId: page.id,
      props: { color: 'yellow', richText: richTextOf('Sedlen på Ærø') },
    }),
    shapeRecord('geo', 'shape:geo', {
      parentId: page.id,
      rotation: 0.5,
      opacity: 0.5,
      props: { geo: 'diamond', w: 200, h: 100, fill: 'solid', color: 'blue', dash: 'dashed' },
    }),
  ],
  { theme: 'light', locale: 'da' },
)
const paperOf = (content: SnapshotContent) =>
  snapshotPaper({ content, sha256: 'ab'.repeat(32), timeZone: 'Europe/Copenhagen', pictures: { spaces: SVG } })
/** Lines end elsewhere on paper: only the letters count. */
const letters = (text: string) => text.replace(/\s+/gu, '')

/** Every text that the content has for readers. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  const unread = ['key', 'kind', 'change', 'role', 'madeAt', 'madeBy', 'locale', 'date', 'phases', 'alt']
  return Object.entries(value).flatMap(([key, inside]) => {
    if (unread.includes(key)) return []
    return typeof inside === 'string' ? [inside] : textsOf(inside)
  })
}

describe('a snapshot on paper', () => {
  test.each([
    ['a4', 595, 842],
    ['a3', 1191, 842],
    ['a0', 2384, 3370],
  ] as const)('says on %s all that the content says, as text that can be found', async (size, width, height) => {
    const content = wednesdaySnapshot()
    const pdf = await readPdf(await writePaper(paperOf(content), size))
    expect([pdf.title, pdf.language]).toEqual(['Onsdag: Mulighedsrum', 'da-DK'])
    expect(pdf.pages.every((one) => Math.round(one.width) === width && Math.round(one.height) === height)).toBe(true)
    const said = letters(pdf.pages.map(({ text }) => text).join(''))
    const signs = (text: string) => letters(text.replaceAll('→', '->'))
    const missing = textsOf(content).filter((text) => text !== '' && !said.includes(signs(text)))
    expect(missing).toEqual([])
    expect(said).toContain(letters('Sedlen på Ærø'))
    expect(said).toContain(letters(`Side 1 af ${pdf.pages.length}`))
    expect(pdf.outline).toEqual(['Status', 'Formålet er ændret', ...content.parts.map(({ title }) => title)])
    const roles = new Set(pdf.pages.flatMap((one) => one.roles))
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure']) {
      expect(roles).toContain(role)
    }
  })

  test('is the same to the byte each time, says that it is PDF/A-2a, and has every font in it', async () => {
    const [first, again] = await Promise.all([
      writePaper(paperOf(wednesdaySnapshot()), 'a4'),
      writePaper(paperOf(wednesdaySnapshot()), 'a4'),
    ])
    expect(Buffer.compare(first, again)).toBe(0)
    const raw = Buffer.from(first).toString('latin1')
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(raw).toContain('/OutputIntents')
    expect(raw.match(/\/Type \/FontDescriptor/g)?.length).toBe(raw.match(/\/FontFile[23] /g)?.length)
  })

  test('breaks a table over pages, and leaves out no row, no long cell and no letter of a word that is too long', async () => {
    const item = { key: 'k', role: null, source: '', example: false, change: 'same', before: '' } as const
    const cell = (text: string) => [{ ...item, text }]
    const words = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ')
    const rows = Array.from({ length: 60 }, (_, index) => ({
      title: `Række ${index}`,
      cells: [cell(index === 30 ? words : `Celle ${index} på øen`), cell('x'.repeat(120)), []],
    }))
    const content = wednesdaySnapshot()
    const [part] = content.parts
    if (part === undefined) throw new Error('no part')
    const table = { kind: 'table', title: 'Stor', columns: ['Første', 'Anden', 'Tredje'], rows } as const
    content.parts = [{ ...part, blocks: [{ ...table, columns: [...table.columns] }] }]
    const pdf = await readPdf(await writePaper(paperOf(content), 'a4'))
    expect(pdf.pages.length).toBeGreaterThan(5)
    const said = letters(pdf.pages.map(({ text }) => text).join(''))
    for (const { title } of rows) expect(said).toContain(letters(title))
    expect(said.match(/ord\d+/g)?.length).toBe(900)
    expect(said.match(/x/g)?.length).toBeGreaterThanOrEqual(60 * 120)
    // The head stands on every page with rows.
    expect(pdf.pages.slice(2).every(({ text }) => text.includes('Første'))).toBe(true)
  })

  test('says votes below the note', () => {
    const content = wednesdaySnapshot()
    const said = { text: 'Ring samme dag', role: 'fact', source: 'B1', example: false, votes: 4 } as const
    const item: SnapshotItem = { key: 'a', ...said, change: 'same', before: '' }
    const parts = content.parts.slice(0, 1).map((part): SnapshotPart => {
      return { ...part, blocks: [{ kind: 'list', title: '', items: [item] }] }
    })
    expect(JSON.stringify(paperOf({ ...content, parts }))).toContain('B1 · 4 stemmer')
  })

  test('draws signs that the typeface lacks as boxes, and loses nothing beside them', async () => {
    const content = { ...wednesdaySnapshot(), status: 'Før 👍🏽 efter ✔ slut' }
    const [first] = (await readPdf(await writePaper(paperOf(content), 'a4'))).pages
    expect(letters(first?.text ?? '')).toContain('Førefterxslut')
  })
})

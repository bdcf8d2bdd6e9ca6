import latin from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-500-normal.woff?inline'
import latinBold from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-normal.woff?inline'
import ext from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-500-normal.woff?inline'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../../../tests/support/read-pdf.ts'
import type { Face, Mark, Matrix, TextMark } from './drawing.ts'
import { exportWork } from './export-work.ts'
import { sheetFor } from './paper.ts'
import { PdfFile, type PdfPage } from './pdf-file.ts'
import type { PdfTools } from './pdf-letters.ts'

const FONTS: Record<string, string> = { latin, 'latin-bold': latinBold, 'latin-ext': ext }
const bytesOf = async (data: string) => new Uint8Array(await (await fetch(data)).arrayBuffer())
/** One px of nothing. */
const PNG = await bytesOf(
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)
const asked: string[] = []
const painted: string[] = []
const tools: PdfTools = {
  font: ({ bold, italic, set }) => {
    const name = `${set}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`
    asked.push(name)
    return bytesOf(FONTS[name] ?? '')
  },
  paintedWords: async (text) => {
    painted.push(text)
    return { png: PNG, width: text.length / 2, ascent: 1, height: 1.2 }
  },
  picture: async () => PNG,
}
const AT = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]
const HOUSE: Face = { family: 'tldraw_sans, sans-serif', bold: false, italic: false }

const text = (words: string, matrix: Matrix, more: Partial<TextMark> = {}): Mark => ({
  kind: 'text',
  text: words,
  matrix,
  clips: [],
  x: 0,
  y: 20,
  width: words.length * 9,
  size: 18,
  face: HOUSE,
  fill: { colour: '#10201f', opacity: 1 },
  rim: undefined,
  underlined: false,
  struck: false,
  behind: undefined,
  ...more,
})
const box: Mark = {
  kind: 'path',
  d: 'M0 0H200V200H0Z',
  matrix: AT(0, 0),
  clips: [{ d: 'M0 0H100V100Z', matrix: AT(5, 5), rule: 'evenodd' }],
  fill: { colour: '#fbe49a', opacity: 0.5, rule: 'nonzero' },
  hatch: { colour: '#ffffff', opacity: 1 },
  stroke: { colour: '#000000', opacity: 1, width: 2, dash: [4, 2], cap: 'round', join: 'round' },
}
const image: Mark = {
  kind: 'image',
  data: 'data:image/png;base64,AA==',
  matrix: AT(0, 0),
  clips: [],
  width: 40,
  height: 30,
  opacity: 1,
  alt: 'Et hus',
}
const words = {
  title: 'Uge 37: rejsen på Ærø',
  language: 'da-DK',
  date: '22. november 2026',
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
  sheetOf: (sheet: number, sheets: number) => `ark ${sheet} af ${sheets}`,
}
const NOW = new Date('2026-11-22T12:00:00Z')
const bounds = { x: -50, y: -50, w: 900, h: 500 }
const pageOf = (drawing: Mark[][], more: Partial<PdfPage> = {}): PdfPage => ({
  heading: 'Ansøgning',
  sheet: sheetFor(bounds, 'a4', 'auto'),
  bounds,
  joints: { left: false, top: false, right: false, bottom: false },
  number: 1,
  of: 1,
  drawing: drawing.map((marks) => ({ marks })),
  ...more,
})
const idle = () => exportWork(new AbortController().signal, () => {})

async function written(...pages: PdfPage[]) {
  const file = new PdfFile(words, pages.length, tools, NOW)
  for (const page of pages) await file.add(page, idle())
  return await readPdf(await file.bytes())
}

describe('a PDF', () => {
  test('has its pages in their order, each of its own size, with its margins and its words as text', async () => {
    const a3 = sheetFor({ w: 500, h: 900 }, 'a3', 'auto')
    const pdf = await written(
      pageOf([[box, text('Blåbærgrød på øen', AT(0, 0))]]),
      pageOf([[text('Łódź, Győr', AT(0, 0))]], { heading: 'Udredning', sheet: a3 }),
    )
    expect([pdf.title, pdf.language, pdf.outline]).toEqual([words.title, 'da-DK', ['Ansøgning', 'Udredning']])
    expect(pdf.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [842, 595],
      [842, 1191],
    ])
    const [first, second] = pdf.pages.map((page) => page.text)
    for (const part of [words.title, words.date, 'Ansøgning', 'Side 1 af 2', 'Blåbærgrød på øen']) {
      expect(first).toContain(part)
    }
    for (const part of ['Udredning', 'Side 2 af 2', 'Łódź, Győr']) expect(second).toContain(part)
    expect(second).not.toContain('Ansøgning')
  })

  test('is tagged: a heading, then paragraphs in the order of reading, figures with their words', async () => {
    const pdf = await written(
      pageOf([[text('nederst', AT(0, 400))], [box, image], [text('øverst', AT(0, 0)), text('linje to', AT(0, 0))]]),
    )
    expect(pdf.pages[0]?.roles).toEqual(['Root', 'Sect', 'H1', 'Figure', 'P', 'P'])
  })

  test('reads no more files of letters than its words need, and each once', async () => {
    asked.length = 0
    await written(pageOf([[text('æøå', AT(0, 0)), text('ABC', AT(0, 0))]]))
    expect(asked.sort()).toEqual(['latin', 'latin-bold'])
  })

  test('has what the typeface lacks as a picture beside the rest as text', async () => {
    painted.length = 0
    const [page] = (await written(pageOf([[text('Godt 👍 gået', AT(0, 0)), text('👍', AT(0, 0))]]))).pages
    // Once for each, with the space that follows it.
    expect(painted).toEqual(['👍 ', '👍'])
    expect(page?.text).toContain('Godt')
    expect(page?.text).toContain('gået')
  })

  test('has words in another typeface as a picture, and as text below it that can be found', async () => {
    painted.length = 0
    const mono: Face = { family: 'tldraw_mono, monospace', bold: false, italic: false }
    const [page] = (await written(pageOf([[text('kode på øen', AT(0, 0), { face: mono })]]))).pages
    expect(painted).toEqual(['kode på øen'])
    expect(page?.text).toContain('kode på øen')
  })

  test('shortens a heading that is wider than the paper', async () => {
    const heading = `${'Et meget langt navn på et felt '.repeat(20)}\nmed to linjer`
    const pdf = await written(pageOf([[text('a', AT(0, 0))]], { heading }))
    expect(pdf.pages[0]?.text).toMatch(/Et meget langt navn .*…/)
    expect(pdf.pages[0]?.text).not.toContain('med to linjer')
    expect(pdf.outline).toHaveLength(1)
  })

  test('draws what is turned, struck, underlined, marked, rimmed, or nothing at all', async () => {
    const turned: Matrix = [0, 1, -1, 0, 300, 0]
    const rim = { colour: '#fbe49a', opacity: 1, width: 6 }
    const behind = { colour: '#ffff00', opacity: 0.5 }
    const marks = [
      text('drejet', turned),
      text('streget', AT(0, 40), { underlined: true, struck: true, rim, behind }),
      { ...box, clips: [{ d: '', matrix: [0, 0, 0, 0, 0, 0] as const, rule: 'nonzero' as const }] },
      { ...box, d: '' },
      text('', AT(0, 0)),
    ]
    const [page] = (await written(pageOf([marks, []]))).pages
    expect(page?.text).toContain('drejet')
    expect(page?.text).toContain('streget')
    // One text, not one more for its rim.
    expect(page?.text.match(/streget/g)).toHaveLength(1)
  })

  test('stops when it is stopped', async () => {
    const controller = new AbortController()
    const file = new PdfFile(words, 1, tools, NOW)
    const drawing = Array.from({ length: 50 }, () => [text('a', AT(0, 0))])
    const work = exportWork(controller.signal, (share) => share > 0 && controller.abort(), 0)
    await expect(file.add(pageOf(drawing), work)).rejects.toThrow(/abort/i)
  })
})

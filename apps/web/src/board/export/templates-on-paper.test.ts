import type { BoardRecord } from '@samtavle/shared/board-doc'
import { cardLayout } from '@samtavle/shared/card-layout'
import { CARD_TYPE, type CardProps } from '@samtavle/shared/card-shape'
import { CHOICE_TYPE, type ChoiceProps } from '@samtavle/shared/choice-shape'
import { LOCALES } from '@samtavle/shared/locale'
import { boxOf, labelSizeOf, textSizeOf } from '@samtavle/shared/picture-geometry'
import { textOn } from '@samtavle/shared/shape-words'
import { findTemplate, listTemplates } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import type { Template } from '@samtavle/templates/template'
import { describe, expect, test } from 'vitest'
import { sheetFor } from './paper.ts'
import { type BoardSheet, sheetsFor } from './split-sheets.ts'

const MM = 72 / 25.4
/** Air around what is printed, in px of the board. */
const MARGIN = 32

type Form = { template: Template; locale: (typeof LOCALES)[number]; short: boolean }

const forms = listTemplates().flatMap((template): (Form & { name: string })[] =>
  LOCALES.flatMap((locale) =>
    (template.short ? [false, true] : [false]).map((short) => ({ name: template.number, template, locale, short })),
  ),
)

function recordsOf({ template, locale, short }: Form): BoardRecord[] {
  let next = 0
  return instantiateTemplate(template, { locale, short, examples: true, newId: () => `s${next++}` })
}

/** The smallest words that a shape holds, in px; marks of roles and examples are not among them. */
function wordSize(record: BoardRecord): number | undefined {
  const { type, meta, props = {} } = record
  if (type === CHOICE_TYPE) return (props as ChoiceProps).textSize
  if (type === CARD_TYPE) {
    const { fields, picks } = cardLayout(props as CardProps)
    return Math.min(...[...fields, ...picks].flatMap(({ label, text }) => [label.size, text.size]))
  }
  if (meta?.part === 'tiny-text' || textOn(record).trim() === '') return undefined
  if (type === 'text') return textSizeOf(props)
  return type === 'note' || type === 'geo' ? labelSizeOf(props) : undefined
}

const smallestOf = (records: readonly BoardRecord[]): number =>
  Math.min(...records.flatMap((record) => wordSize(record) ?? []))

/** All that stands on the page itself, with air around it. */
function boundsOf(records: readonly BoardRecord[]) {
  const boxes = records
    .filter(({ typeName, parentId }) => typeName === 'shape' && !String(parentId).startsWith('shape:'))
    .map((record) => ({ x: Number(record.x), y: Number(record.y), ...boxOf(record, 1_000) }))
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...boxes.map(({ x, w }) => x + w)), Math.max(...boxes.map(({ y, h }) => y + h))]
  return { x: left - MARGIN, y: top - MARGIN, w: right - left + 2 * MARGIN, h: bottom - top + 2 * MARGIN }
}

const smallestOnPaper = (sheets: readonly BoardSheet[], px: number): number =>
  Math.min(...sheets.map(({ sheet }) => (px * sheet.scale) / MM))

describe.each(forms)('$name in $locale, short $short', (form) => {
  const records = recordsOf(form)
  const readable = { paper: 'a3', orientation: 'auto', readable: true } as const

  test('is printed whole on A3 sheets with words of at least 5 mm', () => {
    const sheets = sheetsFor(boundsOf(records), readable)
    expect(smallestOnPaper(sheets, smallestOf(records))).toBeGreaterThanOrEqual(5 - 1e-9)
    expect(sheets.length).toBeLessThanOrEqual(16)
  })

  test('is printed section by section on A3 with words of at least 5 mm', () => {
    for (const frame of records.filter(({ type }) => type === 'frame')) {
      const own = records.filter(({ parentId }) => parentId === frame.id)
      const sheets = sheetsFor({ x: Number(frame.x), y: Number(frame.y), ...boxOf(frame, 0) }, readable)
      expect(smallestOnPaper(sheets, smallestOf(own)), String(frame.props?.name)).toBeGreaterThanOrEqual(5 - 1e-9)
    }
  })
})

describe('T23, which is read on one sheet', () => {
  const status = findTemplate('styregruppestatus')
  test.each(LOCALES)('lies on one A3 sheet in %s, its smallest words 6.9 points', (locale) => {
    if (status === undefined) throw new Error('the status board is missing')
    const records = recordsOf({ template: status, locale, short: false })
    const sheet = sheetFor(boundsOf(records), 'a3', 'auto')
    expect(sheet.width).toBeGreaterThan(sheet.height)
    expect(smallestOf(records) * sheet.scale).toBeCloseTo(6.9, 1)
  })
})

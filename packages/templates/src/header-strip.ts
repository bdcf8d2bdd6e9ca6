import { HEADER_SECTION } from '@samtavle/shared/board-meta'
import { textHeight } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { PADDING } from './heading.ts'
import { BODY_SIZE, frame, label, rectangle, rectanglePadding } from './shapes.ts'
import { type Locale, type Template, words } from './template.ts'

/** The strip above every template that says what the board is, when, and how far it has come. */
const HEIGHT = 200
const TOP = -240
const GAP = 30
const FIELD_TOP = 82
const FIELD_HEIGHT = 96
const BELOW_NAME = 8

const NAME = words('Titelfelt', 'Header', 'Tittelfelt')
const DRAFT = words('Kladde', 'Draft', 'Utkast')
const FIELDS = [
  { key: 'navn', label: words('Tavlens navn', 'Board name', 'Navn på tavla') },
  { key: 'sprint', label: words('Sprint eller forløb', 'Sprint or programme', 'Sprint eller forløp') },
  { key: 'dato', label: words('Dato', 'Date', 'Dato') },
  { key: 'fase', label: words('Fase', 'Phase', 'Fase') },
  { key: 'facilitator', label: words('Facilitator', 'Facilitator', 'Fasilitator') },
  {
    key: 'status',
    label: words(
      'Status: Kladde · I gang · Låst',
      'Status: Draft · In progress · Locked',
      'Status: Utkast · I gang · Låst',
    ),
  },
] as const

/** Adds the header strip; its fields are filled with what is known when the board is made. */
export function addHeaderStrip(
  drawing: Drawing,
  template: Template,
  options: { locale: Locale; boardName: string; order: number },
): void {
  const { locale, order } = options
  const section = HEADER_SECTION
  const textSize = template.smallestText ?? BODY_SIZE
  const strip = frame({
    x: 0,
    y: TOP,
    w: template.size.w,
    h: HEIGHT,
    name: NAME[locale],
    meta: { section, order, fixed: true, part: 'section' },
  })
  const parent = drawing.add(strip)
  const w = Math.floor((template.size.w - 2 * PADDING - (FIELDS.length - 1) * GAP) / FIELDS.length)
  const values: Partial<Record<string, string>> = {
    navn: options.boardName,
    fase: template.phaseName[locale],
    status: DRAFT[locale],
  }
  FIELDS.forEach((field, i) => {
    const x = PADDING + i * (w + GAP)
    const cell = field.key
    const name = field.label[locale]
    const y = FIELD_TOP - BELOW_NAME - Math.ceil(textHeight(name, textSize, w, 'bold'))
    const bold = { size: textSize, weight: 'bold' } as const
    drawing.add(label({ parent, x, y, w, text: name, ...bold, meta: { section, cell, part: 'label' } }))
    const text = values[field.key] ?? ''
    const padding = rectanglePadding(textSize)
    const needed = Math.ceil(textHeight(text, textSize, w - 2 * padding) + 2 * padding)
    drawing.add(
      rectangle({
        parent,
        x,
        y: FIELD_TOP,
        w,
        h: Math.max(FIELD_HEIGHT, needed),
        colour: 'grey',
        fill: 'none',
        dash: 'solid',
        textSize,
        text,
        meta: { section, cell, part: 'field' },
      }),
    )
  })
}

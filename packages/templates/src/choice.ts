import type { BoardMeta } from '@samtavle/shared/board-meta'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { textHeight } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { rectangle, rectanglePadding } from './shapes.ts'
import type { Locale, NewNote, Rect, TemplateField } from './template.ts'

const GAP = 20
/** Behind the words of what is chosen; colour only supports it. */
const CHOSEN = ' ✔'
/** Where the team stands now, among steps of which some lie behind it. */
const HERE = '◀'

type Row = Pick<Rect, 'x' | 'y' | 'w'> & {
  parent: string
  locale: Locale
  textSize: number
  meta: BoardMeta
  example: NewNote | undefined
}

/**
 * The options of a choice side by side, as boxes that say their words. With an example one of them is marked until the
 * examples are removed. Returns the height of the row.
 */
export function addOptions(drawing: Drawing, options: readonly TemplateField[], row: Row): number {
  const { parent, locale, textSize, meta, example } = row
  const w = Math.floor((row.w - (options.length - 1) * GAP) / options.length)
  const padding = rectanglePadding(textSize)
  const heightOf = (text: string) => Math.ceil(textHeight(text, textSize, w - 2 * padding) + 2 * padding)
  const names = options.map(({ label }) => label[locale])
  const h = Math.max(...names.map((name) => heightOf(name + CHOSEN)))
  const marked = marksOf(names, example?.text[locale])
  options.forEach(({ key }, i) => {
    const name = names[i] ?? ''
    const text = marked[i] ?? name
    const own: BoardMeta = { ...meta, part: 'option', field: key }
    const place = { parent, x: row.x + i * (w + GAP), y: row.y, w, h, textSize }
    if (!example || text === name) {
      drawing.add(rectangle({ ...place, colour: 'grey', fill: 'none', dash: 'solid', text: name, meta: own }))
      return
    }
    const chosen = text === name + CHOSEN && marked.filter((mark, at) => mark !== names[at]).length === 1
    const whenCleared = { props: { richText: richTextOf(name), dash: 'solid', color: 'grey', fill: 'none' } }
    drawing.add(
      rectangle({
        ...place,
        colour: 'blue',
        fill: chosen || text.endsWith(HERE) ? 'solid' : 'none',
        dash: 'dashed',
        text,
        meta: { ...own, role: example.role, example: true, whenCleared },
      }),
    )
  })
  return h
}

/**
 * What stands on each option. An example with one part per option ("Understand ✔ · Create ◀ · Put to work") is taken
 * as it is; otherwise the option whose words it begins with is the chosen one, the longest when there are several.
 */
function marksOf(names: readonly string[], example: string | undefined): readonly string[] {
  if (example === undefined) return names
  const parts = example.split(' · ')
  if (parts.length === names.length && parts.every((part, i) => part.startsWith(names[i] ?? ''))) return parts
  const fitting = names.filter((name) => example.startsWith(name)).sort((a, b) => b.length - a.length)
  return names.map((name) => (name === fitting[0] ? name + CHOSEN : name))
}

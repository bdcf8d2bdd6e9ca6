import type { BoardMeta } from '@samtavle/shared/board-meta'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { textHeight } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { addExamples } from './flow.ts'
import { addHeading, NOTES_FROM, PADDING } from './heading.ts'
import { addMatrix } from './matrix.ts'
import { BODY_SIZE, frame, label, rectangle } from './shapes.ts'
import type { Locale, Template, TemplateExample, TemplateSection } from './template.ts'

/** Reading size of the long text: larger than a note, so that it can be read aloud from a distance. */
const STORY_SIZE = 26

/** Adds one section: its frame, heading, question and, when asked for, its examples. */
export function addSection(
  drawing: Drawing,
  template: Template,
  section: TemplateSection,
  options: { locale: Locale; examples: readonly TemplateExample[]; order: number },
): void {
  const { locale, examples, order } = options
  const { x, y, w, h } = section.rect
  const heading = section.heading[locale]
  const meta: BoardMeta = { section: section.key }
  const parent = drawing.add(
    frame({ x, y, w, h, name: heading, meta: { ...meta, order, fixed: true, part: 'section' } }),
  )
  addHeading(drawing, { parent, w, heading, question: section.question[locale], meta })
  if (section.hint) addHint(drawing, section.hint[locale], { parent, w, h, meta })
  if (section.kind === 'text') {
    addStory(drawing, { parent, w, h, meta, example: examples[0], locale })
  } else if (section.kind === 'matrix' && template.matrix) {
    addMatrix(drawing, template.matrix, { parent, w, h, locale, examples })
  } else {
    const zone = { x: PADDING, y: NOTES_FROM, w: w - 2 * PADDING, h: h - NOTES_FROM - PADDING }
    addExamples(drawing, examples, zone, { locale, parent, meta })
  }
}

type Box = { parent: string; w: number; h: number; meta: BoardMeta }

function addHint(drawing: Drawing, text: string, { parent, w, h, meta }: Box): void {
  const width = w - 2 * PADDING
  const y = Math.floor(h - PADDING / 2 - textHeight(text, BODY_SIZE, width))
  drawing.add(label({ parent, x: PADDING, y, w: width, text, meta: { ...meta, part: 'hint' } }))
}

/** The field for one long text. With an example it holds the example until the examples are removed. */
function addStory(drawing: Drawing, box: Box & { example: TemplateExample | undefined; locale: Locale }): void {
  const { parent, w, h, meta, example, locale } = box
  const field = { x: PADDING, y: NOTES_FROM, parent, w: w - 2 * PADDING, h: h - NOTES_FROM - PADDING }
  const look = { colour: 'grey', fill: 'none', textSize: STORY_SIZE } as const
  const part = 'text'
  if (!example) {
    drawing.add(rectangle({ ...field, ...look, dash: 'solid', text: '', meta: { ...meta, part } }))
    return
  }
  drawing.add(
    rectangle({
      ...field,
      ...look,
      dash: 'dashed',
      text: example.text[locale],
      meta: {
        ...meta,
        part,
        role: example.role,
        example: true,
        whenCleared: { props: { richText: richTextOf(''), dash: 'solid' } },
      },
    }),
  )
}

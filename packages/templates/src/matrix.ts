import type { BoardMeta } from '@samtavle/shared/board-meta'
import { BELOW_QUADRANT_NAME, quadrantBox } from '@samtavle/shared/matrix-layout'
import { endsOf, MATRIX_TYPE, type MatrixProps, QUADRANTS } from '@samtavle/shared/matrix-shape'
import type { Drawing } from './drawing.ts'
import { addExamples } from './flow.ts'
import { NOTES_FROM, PADDING } from './heading.ts'
import type { Locale, NewNote, TemplateMatrix } from './template.ts'

/** Two axes with their ends named, and four quadrants with theirs; below the notes, and background. */
export function addMatrix(
  drawing: Drawing,
  matrix: TemplateMatrix,
  box: { parent: string; w: number; h: number; name: string; locale: Locale; examples: readonly NewNote[] },
): void {
  const { parent, w, h, name, locale, examples } = box
  const meta: BoardMeta = { section: matrix.section }
  const { up, down, left, right } = matrix.ends
  const { upLeft, upRight, downLeft, downRight } = matrix.quadrants
  const named: MatrixProps = {
    ...{ w: w - 2 * PADDING, h: h - NOTES_FROM - PADDING, name },
    ...{ up: up[locale], down: down[locale], left: left[locale], right: right[locale] },
    ...{ upLeft: upLeft[locale], upRight: upRight[locale], downLeft: downLeft[locale], downRight: downRight[locale] },
  }
  // A quadrant that is called what its axes say goes on saying what they say, when somebody renames one.
  const own = QUADRANTS.filter((quadrant) => named[quadrant] === endsOf(named, quadrant))
  const props: MatrixProps = { ...named, ...Object.fromEntries(own.map((quadrant) => [quadrant, ''])) }
  const corner = { x: PADDING, y: NOTES_FROM }
  drawing.add({
    type: MATRIX_TYPE,
    parent,
    ...corner,
    props: { ...props },
    meta: { ...meta, part: 'matrix', fixed: true },
    locked: true,
  })
  for (const quadrant of QUADRANTS) {
    const { x, y, w: width, h: height } = quadrantBox(props, quadrant)
    addExamples(
      drawing,
      examples.filter((example) => example.quadrant === quadrant),
      {
        x: corner.x + x,
        y: corner.y + y + BELOW_QUADRANT_NAME,
        w: width,
        h: height - BELOW_QUADRANT_NAME,
      },
      { locale, parent, meta },
    )
  }
}

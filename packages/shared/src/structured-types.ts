import { CARD_TYPE } from './card-shape.ts'
import { CHOICE_TYPE } from './choice-shape.ts'
import { CURVE_TYPE } from './curve-shape.ts'
import { MATRIX_TYPE } from './matrix-shape.ts'

/** The kinds of shapes that are ours and not tldraw's (decisions 0030 and 0036). */
export const STRUCTURED_TYPES: readonly string[] = [CARD_TYPE, CHOICE_TYPE, CURVE_TYPE, MATRIX_TYPE]

export const isStructured = (type: unknown): type is string =>
  typeof type === 'string' && STRUCTURED_TYPES.includes(type)

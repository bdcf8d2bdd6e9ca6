import { labelProp, lengthProp, type PropCheck, passes } from './prop-checks.ts'

/** Two axes with their ends named and four quadrants with theirs, as a shape of the canvas. */
export const MATRIX_TYPE = 'samtavle-matrix'
/** In px. */
export const MATRIX_SIDE = { least: 200, most: 20_000 } as const

export const MATRIX_ENDS = ['up', 'down', 'left', 'right'] as const
export type MatrixEnd = (typeof MATRIX_ENDS)[number]
/** The four corners of a matrix, seen from its middle. */
export const QUADRANTS = ['upLeft', 'upRight', 'downLeft', 'downRight'] as const
export type Quadrant = (typeof QUADRANTS)[number]
export type MatrixName = MatrixEnd | Quadrant
export const isQuadrant = (name: MatrixName): name is Quadrant => (QUADRANTS as readonly string[]).includes(name)
/** In the order in which they are read and written. */
export const MATRIX_NAMES: readonly MatrixName[] = ['up', 'down', 'left', 'right', ...QUADRANTS]

/** Each name is a prop of its own, so that two people who change different ones at once both keep theirs. */
export type MatrixProps = Readonly<Record<MatrixName, string>> & {
  /** In px, the ends' names included. */
  readonly w: number
  readonly h: number
  /** What it is, as it is read out. */
  readonly name: string
}

export const matrixPropChecks: Readonly<Record<string, PropCheck<unknown>>> = {
  w: lengthProp(MATRIX_SIDE.least, MATRIX_SIDE.most),
  h: lengthProp(MATRIX_SIDE.least, MATRIX_SIDE.most),
  name: labelProp,
  ...Object.fromEntries(MATRIX_NAMES.map((name) => [name, labelProp])),
}

/** Can it be laid out and read? Of records that may not have passed the schema yet. */
export function isMatrixProps(props: object | undefined): props is MatrixProps {
  const said = { ...props } as Readonly<Record<string, unknown>>
  return Object.entries(matrixPropChecks).every(([name, check]) => passes(check, said[name]))
}

/** What stands at the two ends that a quadrant lies between: "Large value, easy". */
export function endsOf(props: MatrixProps, quadrant: Quadrant): string {
  const upDown = props[quadrant.startsWith('up') ? 'up' : 'down'].trim()
  const aside = props[quadrant.endsWith('Left') ? 'left' : 'right'].trim()
  const both = [upDown, upDown === '' ? aside : lowerFirst(aside)]
  return both.filter((word) => word !== '').join(', ')
}

/** What stands in a quadrant: its name, and where it has none the ends of the axes. */
export const quadrantName = (props: MatrixProps, quadrant: Quadrant): string =>
  props[quadrant].trim() || endsOf(props, quadrant)

/** A quadrant in words: its own name, and where it has none the ends of the axes. */
export function quadrantWords(props: MatrixProps, quadrant: Quadrant): string {
  const [name, ends] = [props[quadrant].trim(), endsOf(props, quadrant)]
  if (name === '' || ends === '' || name.toLowerCase() === ends.toLowerCase()) return name || ends
  return `${name} (${lowerFirst(ends)})`
}

/** An abbreviation keeps its capitals. */
const lowerFirst = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.slice(0, 1).toLocaleLowerCase('da') + words.slice(1)

/** Every name on it, in the order of reading. */
export const matrixWords = (props: MatrixProps): string[] =>
  MATRIX_NAMES.map((name) => (isQuadrant(name) ? quadrantName(props, name) : props[name].trim())).filter(Boolean)

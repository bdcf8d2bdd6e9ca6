import type { CardKind } from '@samtavle/shared/card-kinds'
import type { Locale, Localised } from '@samtavle/shared/locale'
import type { Quadrant } from '@samtavle/shared/matrix-shape'
import type { NoteRole } from '@samtavle/shared/note-role'

/**
 * A board template as data. All places are canvas pixels at 100 % zoom, with (0, 0) at the top left corner of the
 * content area. What is drawn from it, and how, is `instantiate.ts`.
 */
export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** What a section takes, in the words of the specification; `section-layout.ts` draws each of them. */
export type SectionKind =
  | 'notes'
  | 'notes (anonymous)'
  | 'notes + date'
  | 'text'
  | 'text (locked)'
  | 'choice'
  | 'choice + notes'
  | 'choice + text'
  | 'drawing'
  | 'drawing + notes'
  | 'drawing + caption'
  | 'card'
  | `rows (${number})`
  | 'matrix'
  | 'rings'

/** An option of a choice; `key` never changes, `label` is what people read. */
export type TemplateOption = { readonly key: string; readonly label: Localised }

export type TemplateSection = {
  readonly key: string
  readonly heading: Localised
  readonly question: Localised
  readonly kind: SectionKind
  readonly rect: Rect
  /** A rule of thumb at the foot of the section. */
  readonly hint?: Localised
  /** Which fields and which status a card has. */
  readonly card?: CardKind
  /** Of a choice, in order. */
  readonly options?: readonly TemplateOption[]
  /** True for options that follow each other, of which one is where the team stands. */
  readonly isSteps?: true
  /** Names of the numbered rows. */
  readonly rows?: readonly Localised[]
  /** Name of a locked box at the foot, to move notes into. */
  readonly box?: Localised
  /** Locked text that is only read after zooming in: the one text below the smallest size. */
  readonly tiny?: Localised
}

export type GridColumn = {
  readonly key: string
  readonly heading: Localised
  readonly question: Localised | null
  readonly x: number
  readonly w: number
}

export type GridLane = {
  readonly key: string
  readonly heading: Localised
  readonly question: Localised | null
  readonly y: number
  readonly h: number
}

export type TemplateGrid = {
  readonly key: string
  /** Name of the frame of a grid that is read lane by lane; a grid read by columns has one frame per column. */
  readonly name: Localised
  readonly x: number
  readonly y: number
  readonly labelWidth: number
  readonly headingHeight: number
  readonly readBy: 'columns' | 'lanes'
  readonly columns: readonly GridColumn[]
  readonly lanes: readonly GridLane[]
}

export type TemplateMatrix = {
  readonly section: string
  readonly ends: Readonly<Record<'up' | 'down' | 'left' | 'right', Localised>>
  readonly quadrants: Readonly<Record<Quadrant, Localised>>
}

/** Concentric rings around the centre of a section, the innermost first. Px from the section's corner. */
export type TemplateRings = {
  readonly section: string
  readonly centre: { readonly x: number; readonly y: number }
  readonly circles: readonly { readonly radius: number; readonly name: Localised }[]
  /** Name of what lies outside all rings. */
  readonly outside: Localised
}

export const DIMENSIONS = ['social', 'economy', 'environment'] as const
export type PuzzlePiece = {
  readonly key: string
  readonly dimension: (typeof DIMENSIONS)[number]
  readonly name: Localised
  readonly question: Localised
}
/** Pieces on a circle, clockwise and evenly apart. Angles in degrees from the right; -90 is the top. */
export type TemplatePuzzle = {
  readonly centre: { readonly x: number; readonly y: number }
  readonly radius: number
  readonly size: { readonly w: number; readonly h: number }
  readonly firstAngle: number
  readonly pieces: readonly PuzzlePiece[]
}

/** Five steps from very hard to really good, each with its word. */
export type EmotionStep = { readonly value: -2 | -1 | 0 | 1 | 2; readonly word: Localised }
export type EmotionCurve = {
  readonly grid: string
  readonly lane: string
  readonly steps: readonly EmotionStep[]
  /** Column key → value of the example. */
  readonly example: Readonly<Record<string, EmotionStep['value']>>
}

/** A dashed line under a lane of a grid, with its name. */
export type DividingLine = { readonly grid: string; readonly belowLane: string; readonly label: Localised }

export type LoopArrow = {
  readonly from: string
  readonly to: string
  readonly start: readonly [x: number, y: number]
  readonly end: readonly [x: number, y: number]
  /** How far the middle stands off the straight line, in px; positive to the right of the direction of travel. */
  readonly bend: number
}

export type TemplateExample = {
  /** Key of a section, or `column/lane`. */
  readonly where: string
  readonly role: NoteRole
  readonly text: Localised
  readonly quadrant?: Quadrant
  /** Number of a ring, from 1 for the innermost. */
  readonly ring?: number | 'outside'
}

/** What a new board is laid out with: examples, and content that is none. */
export type NewNote = TemplateExample & { readonly example: boolean }

export type HandOver = {
  /** Number of the receiving template, for example `T09`. */
  readonly to: string
  readonly slug: string
  readonly name: Localised
  readonly what: Localised
}

/** From the fewest to the most: minutes that a template takes, people who work on it. */
export type Span = { readonly least: number; readonly most: number }

/** Where a template stands in the gallery. */
export type TemplateGroup = 'start' | 'understand' | 'create' | 'work' | 'steering'

export type ShortVersion = {
  readonly duration: Localised
  readonly minutes: Span
  readonly sections: readonly string[]
  /** Where a section stands and how large it is, where it is not simply moved to the others. */
  readonly places?: Readonly<Record<string, Partial<Rect>>>
  readonly columns: readonly string[]
  readonly lanes: readonly string[]
}

export type Template = {
  /** The slug; it is stored with every board made from the template. */
  readonly id: string
  /** `T07` */
  readonly number: string
  /** Only to practise on: a board of it is gone after a day, unless somebody keeps it. */
  readonly practice?: true
  readonly name: Localised
  readonly purpose: Localised
  readonly when: Localised
  readonly who: Localised
  readonly duration: Localised
  readonly minutes: Span
  readonly people: Span
  readonly group: TemplateGroup
  readonly phase: 'all' | 'understand' | 'create' | 'work'
  readonly phaseName: Localised
  readonly toolType: 'opens' | 'sorts' | 'closes' | null
  readonly size: { readonly w: number; readonly h: number }
  readonly sections: readonly TemplateSection[]
  readonly grids: readonly TemplateGrid[]
  readonly examples: readonly TemplateExample[]
  /** Content that every board starts with, and that the team changes: no example. */
  readonly prefilled?: readonly TemplateExample[]
  readonly steps: readonly Localised[]
  readonly handsOnTo: readonly HandOver[]
  readonly short: ShortVersion | null
  readonly matrix?: TemplateMatrix
  readonly rings?: TemplateRings
  readonly puzzle?: TemplatePuzzle
  readonly curve?: EmotionCurve
  readonly dividingLine?: DividingLine
  readonly arrows?: readonly LoopArrow[]
  /** Smallest text in px where that is not 22: for a board that is read on one sheet of paper. */
  readonly smallestText?: number
  /** Section and grid keys in the order of a presentation, where that is not the reading order. */
  readonly presentation?: readonly string[]
}

/** A text in the three languages of the product. */
export function words(da: string, en: string, nb: string): Localised {
  return { da, en, nb }
}

/** The same text in every language: names, and times that need no word. */
export function same(text: string): Localised {
  return { da: text, en: text, nb: text }
}

export type { Locale, Localised }

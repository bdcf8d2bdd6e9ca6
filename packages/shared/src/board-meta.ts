import type { BoardRecord } from './board-doc.ts'

/**
 * What Samtavle keeps in the `meta` of tldraw's own records, so that templates need no shapes of their own and later
 * versions can migrate them. All of it is optional, and none of it grants a right: rights are the server's.
 */
export type BoardMeta = {
  /** Key of the section (or grid) of the template that the shape belongs to, for example `rejse` or `m1-hkv`. */
  section?: string
  /** Cell of a grid as `column/lane`, for example `p4/smerte`. */
  cell?: string
  /** A note's role, see `note-role.ts`. */
  role?: string
  /** Id of the person who made the note. Said by their browser, and so no proof. */
  by?: string
  /** Code of who said it, such as B1 or M1; never a name. */
  source?: string
  /** What names it in the evidence chain, on all copies of it (`evidence-api.ts`). */
  trace?: string
  /** True for an example: dashed, never counted, removed by one action. */
  example?: boolean
  /** True for what is for the team: it stays out of every snapshot, with all that stands in it. */
  internal?: boolean
  /**
   * True for a frame that is background but receives notes: it must not be `isLocked`, because tldraw's lock is
   * inherited by the children. Change and deletion of the frame itself are refused instead.
   */
  fixed?: boolean
  /** What the shape is for readers of the record: `heading`, `question`, `lane`, `label`, `field`, `option`, `curve` … */
  part?: string
  /** Key of a card's field, a choice's option or a piece of a puzzle; it never changes, while its words may. */
  field?: string
  /** Place in the template's reading order, ascending; only on frames. */
  order?: number
  /**
   * Partial record to put back instead of deleting the shape when examples are removed (the emotion curve stays, its
   * example points go). JSON of `{ props }`.
   */
  whenCleared?: { props: Record<string, unknown> }
  /**
   * A heading's or a section's words in the product's languages, as a designer wrote them: a board that is made from it
   * gets those of its language. Empty ones fall back to what the shape says.
   */
  words?: { da: string; en: string; nb: string }
  /** Which line of the log of a trial action the note is a part of; read by `trial-log.ts`. */
  trialLine?: TrialLineMark
  /** Id of the template that was inserted with this frame, on one frame of each; the board's own is not said here. */
  template?: string
}

/** What a note says about the line of a trial's log that it is a part of. */
export type TrialLineMark = { trial: string; line: string; at: string; part: 'when' | 'happened' | 'learned' }

/** Key of the strip above a template: the board's name, the sprint, the date and the status. */
export const HEADER_SECTION = 'titelfelt'

const TEXTS = ['section', 'cell', 'role', 'by', 'source', 'trace', 'part', 'field', 'template'] as const

/**
 * What Samtavle keeps with a record, here or in tldraw's words. Any peer may write anything there: what is no object
 * says nothing, and neither does what should be a text and is none.
 */
export function metaOf({ meta }: { meta?: unknown }): BoardMeta {
  if (typeof meta !== 'object' || meta === null) return {}
  const said = meta as Readonly<Record<string, unknown>>
  const isText = (key: string): boolean => said[key] === undefined || typeof said[key] === 'string'
  if (TEXTS.every(isText)) return meta
  const isSound = (key: string): boolean => !(TEXTS as readonly string[]).includes(key) || isText(key)
  return Object.fromEntries(Object.entries(said).filter(([key]) => isSound(key)))
}

/** A section, or any other frame. */
export const isFrame = ({ typeName, type }: BoardRecord): boolean => typeName === 'shape' && type === 'frame'

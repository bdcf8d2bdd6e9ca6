import type { SprintPlace } from './access.ts'
import type { Phase } from './agenda.ts'
import type { Locale } from './locale.ts'
import type { NoteRole } from './note-role.ts'

/**
 * What a snapshot says, frozen when it is made: the one source of its page, its print and its files. Only what passed
 * the redaction is in it; no name of a participant, no id of a person and no address of a board ever is. Everything that
 * people wrote is plain text with line breaks.
 */
export type SnapshotContent = {
  version: 1
  locale: Locale
  /** Counted within the sprint, or the board where it is of no sprint; null in a preview. */
  number: number | null
  title: string
  /** ISO moment of the frozen state. */
  madeAt: string
  /** What the person who made it was: a place in the sprint, or the owner or a colleague on a board of no sprint. */
  madeBy: SprintPlace | 'owner' | 'colleague'
  sprint: {
    title: string
    challenge: string
    /** The day that it is about, in words and as a date; null when it is about none. */
    day: SnapshotDay | null
    /** The purpose at that moment; `changed` when it is another one than in the snapshot before. `why` it became this one, in newer ones. */
    purpose: { words: string; version: number; changed: { before: string; why: string } | null; why?: string } | null
  } | null
  /** Where the sprint stands, in the words of who publishes; empty for none. */
  status: string
  /** What the manager is asked; empty for nothing. */
  question: string
  /** In the order of reading. */
  parts: SnapshotPart[]
  /** How the snapshot that it is compared with is called; null for the first. */
  comparedWith: { number: number; title: string; madeAt: string } | null
  /** Boards as wholes, with the sections that the snapshot shows where they lie; older snapshots say none. */
  boards?: SnapshotBoard[]
}

/** `phaseWords`: what the organisation called the phases, in the language of the snapshot; older snapshots say none. */
export type SnapshotDay = { title: string; date: string; phases: Phase[]; phaseWords?: string[] }

/** Size in px of the board. */
export type SnapshotPicture = { key: string; alt: string; width: number; height: number }

/** One board of which several sections are shown, drawn as a whole. */
export type SnapshotBoard = { title: string; picture: SnapshotPicture }

/** Every picture of a snapshot, with what it is called in addresses and files: `1`, `2` …, `board-1` … */
export function picturesOf({ parts, boards = [] }: SnapshotContent): { name: string; picture: SnapshotPicture }[] {
  return [
    ...parts.flatMap(({ picture }, i) => (picture === null ? [] : [{ name: String(i + 1), picture }])),
    ...boards.map(({ picture }, i) => ({ name: `board-${i + 1}`, picture })),
  ]
}

/** How something is compared with the snapshot before; `same` where there is none. */
export type SnapshotChange = 'same' | 'added' | 'changed' | 'removed'

/** One section of one board. */
export type SnapshotPart = {
  /** Unique within the snapshot, and the same in every snapshot that shows this section. */
  key: string
  /** Title of the board and of the section. */
  board: string
  title: string
  /** The question or the heading that the template has below the title; empty for none. */
  lead: string
  /** True when nothing was written there: »Ikke nået i dag«. */
  notReached: boolean
  blocks: SnapshotBlock[]
  /** Key of its picture among the snapshot's; null where there is none. */
  picture: SnapshotPicture | null
}

export type SnapshotItem = {
  /** The same in every snapshot, for comparing. */
  key: string
  text: string
  role: NoteRole | null
  /** Code of who said it, never a name; empty for none. */
  source: string
  /** An example of the template that nobody replaced. */
  example: boolean
  /** What the last vote that was shown gave it; absent for none, and in snapshots from before there were votes. */
  votes?: number
  change: SnapshotChange
  /** What stood there before, when it was changed. */
  before: string
}

export type SnapshotBlock =
  /** Notes and texts, with the name of the cell they lie in; empty for none. */
  | { kind: 'list'; title: string; items: SnapshotItem[] }
  /** A form: a card with its fields and its status in words. */
  | {
      kind: 'card'
      key: string
      title: string
      status: string
      fields: { label: string; text: string }[]
      votes?: number
      change: SnapshotChange
    }
  /** A grid: cells row by row; each has the items of one cell. */
  | { kind: 'table'; title: string; columns: string[]; rows: { title: string; cells: SnapshotItem[][] }[] }
  /** What a drawing says in words: a curve, a matrix, a picture with its text alternative. */
  | { kind: 'words'; title: string; lines: string[] }

/**
 * The plan of a sprint: its days and their blocks. A sprint copies it from its programme, in the sprint's language, and
 * may change it. Moments of a day are minutes since midnight, as clocks on the wall say them; days are ISO dates.
 */

/** What a block is for: breaks, lunch and the two that belong to the manager and to the log are shown in their own way. */
export const BLOCK_KINDS = ['work', 'break', 'lunch', 'manager', 'wrap-up'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export type AgendaBlock = {
  /** Unique within the agenda; it stays when the block is moved, also to another day. */
  id: string
  kind: BlockKind
  title: string
  /** A line below the title; empty for none. */
  note: string
  minutes: number
  /** Minute of the day at which it begins whatever comes before it; null for when that is over. */
  lockedStart: number | null
  /** Keys of the boards that it is done on, as `SprintBoard.key` has them. */
  boards: string[]
  /**
   * Where on the first of them it is done: keys of sections, columns of a grid as `grid/column`. Absent or empty for the
   * whole board.
   */
  sections?: string[] | undefined
}

/** Phases as boards and days store them; the organisation's process model has the words. */
export const PHASES = ['foundation', 'understand', 'create', 'work'] as const
export type Phase = (typeof PHASES)[number]

export type AgendaDay = {
  /** `before`, `mon`, `tue` …, `mon2`; of a course `day1` …, of a project `understand` …. Unique, and stays. */
  key: string
  /** First day, `2026-09-07`. */
  date: string
  /**
   * Last day where it is more than one: a weekend, a phase of a project, the weeks before. Its blocks are then a list of
   * what is to be done, and clocks do not apply.
   */
  lastDate: string | null
  /** What the day is about, »Mulighedsrum og idéer«; its weekday and date are said beside it. */
  title: string
  goal: string
  phases: Phase[]
  /** Minute at which the first block begins, unless its start is locked. */
  startsAt: number
  blocks: AgendaBlock[]
  /** What goes on to the next day, a line each. */
  handsOver: string[]
  /** The snapshot of the day: its title and what it shows. Null when the day has none. */
  managerSees: { title: string; items: string[] } | null
  /** No team work, no reminders: a weekend. */
  quiet: boolean
}

export type Agenda = { days: AgendaDay[] }

/** A board that a programme asks for, made when the sprint is. */
export type PlannedBoard = {
  /** Unique in the sprint, and stays: `T07`, or `T07-2` for another one of the same template. */
  key: string
  /** Slug of its template. */
  templateId: string
  short: boolean
  /** Key of the first day on which it is used. */
  day: string
  phase: Phase
  title: string
}

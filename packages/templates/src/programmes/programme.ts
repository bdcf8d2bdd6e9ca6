import type { BlockKind, Phase } from '@samtavle/shared/agenda'
import type { Localised } from '@samtavle/shared/locale'

/**
 * A programme as data: the days of a sprint, a course or a project, with what is done on them and on which boards.
 * Days count from the first one, which is 0; what comes before the start is negative.
 */
export type ProgrammeBlock = {
  /** Unique within the programme. */
  readonly id: string
  readonly kind: BlockKind
  readonly title: Localised
  readonly note?: Localised
  readonly minutes: number
  /** Minute of the day of an appointment with others, which stays whatever comes before it. */
  readonly lockedStart?: number
  /** Keys of the programme's boards. */
  readonly boards: readonly string[]
}

export type ProgrammeDay = {
  readonly key: string
  readonly offset: number
  /** Of the last day, where it is more than one: its blocks are then a list of what is to be done, without clock. */
  readonly lastOffset?: number
  /** What it is about; weekday and date are said beside it. */
  readonly title: Localised
  readonly goal: Localised
  readonly phases: readonly Phase[]
  /** Minute of the day at which the first block begins. */
  readonly startsAt: number
  readonly blocks: readonly ProgrammeBlock[]
  readonly handsOver: readonly Localised[]
  readonly managerSees: { readonly title: Localised; readonly items: readonly Localised[] } | null
  readonly quiet?: true
}

export type ProgrammeBoard = {
  /** Number of the template, `T07`, with `-2` for another board of it. */
  readonly key: string
  readonly phase: Phase
  readonly short?: true
  /** Where the name of the template does not do. */
  readonly title?: Localised
}

export type Programme = {
  readonly id: string
  readonly name: Localised
  readonly purpose: Localised
  readonly duration: Localised
  readonly startsOnMonday: boolean
  /** What to know before choosing it. */
  readonly warning: Localised | null
  readonly days: readonly ProgrammeDay[]
  /** In the order in which they are used. Each is used by a block of some day. */
  readonly boards: readonly ProgrammeBoard[]
}

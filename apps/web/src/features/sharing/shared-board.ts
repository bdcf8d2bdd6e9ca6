import type { BoardRole } from '@samtavle/shared/access'

/** What sharing needs to know of a board; a `BoardSummary` has all of it. */
export type SharedBoard = { id: string; title: string; role: BoardRole; owner: { name: string } }

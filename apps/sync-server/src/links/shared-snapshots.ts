/** A snapshot as share links know it. */
export type SharedSnapshot = {
  id: string
  title: string
  /** Of a sprint, or of a board that belongs to none. */
  sprintId: string | null
  boardId: string | null
  /** Published, and neither withdrawn nor expired. */
  isOpen: boolean
}

/** What share links ask of snapshots. */
export interface SharedSnapshots {
  /** Undefined when there is no such snapshot. */
  find(id: string): Promise<SharedSnapshot | undefined>
  /** The open ones of a sprint, the newest first. */
  publishedOf(sprintId: string): Promise<{ id: string; number: number; title: string; publishedAt: Date }[]>
}

/** Until there are snapshots. */
export const NO_SNAPSHOTS: SharedSnapshots = { find: async () => undefined, publishedOf: async () => [] }

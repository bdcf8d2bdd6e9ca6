import type { SprintStatus } from '@samtavle/shared/access'

/** A change of status as the menu offers it. Its words begin with the `label`: `ask_…` and `effect_…` are those of the question. */
export type StatusChange = {
  to: SprintStatus
  label: 'to_running' | 'to_finished' | 'to_archived' | 'back_preparation' | 'back_running' | 'back_finished'
}

const CHANGES = {
  start: { to: 'running', label: 'to_running' },
  finish: { to: 'finished', label: 'to_finished' },
  archive: { to: 'archived', label: 'to_archived' },
  prepareAgain: { to: 'preparation', label: 'back_preparation' },
  resume: { to: 'running', label: 'back_running' },
  unarchive: { to: 'finished', label: 'back_finished' },
} as const satisfies Record<string, StatusChange>

/** One step on, and one back. */
export const STATUS_CHANGES: Record<SprintStatus, readonly StatusChange[]> = {
  preparation: [CHANGES.start],
  running: [CHANGES.finish, CHANGES.prepareAgain],
  finished: [CHANGES.archive, CHANGES.resume],
  archived: [CHANGES.unarchive],
}

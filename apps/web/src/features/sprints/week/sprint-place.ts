import { useNavigate, useSearch } from '@tanstack/react-router'

/** Where on a sprint's page one is: at which day, and whether the plan is being changed. */
export type SprintPlace = { day?: string; edit?: true }

/** Letters of the key of a day. */
const KEY_MAX = 40

/** Reads it from the page's address; what is no place is left out. */
export function readSprintPlace(search: Record<string, unknown>): SprintPlace {
  return {
    ...(typeof search.day === 'string' ? { day: search.day.slice(0, KEY_MAX) } : {}),
    ...(search.edit === true ? { edit: true } : {}),
  }
}

/** The place, and the ways to others. Going from day to day leaves no trail to go back through. */
export function useSprintPlace() {
  const { day, edit } = useSearch({ from: '/signed-in/shell/sprints/$sprintId' })
  const navigate = useNavigate({ from: '/sprints/$sprintId' })
  return {
    day,
    isEditing: edit === true,
    showDay: (next: string) =>
      void navigate({ search: (now) => ({ ...now, day: next }), replace: true, resetScroll: false }),
    /** Begins or ends changing the plan; unsaved changes are the caller's to give up. */
    setEditing: (isEditing: boolean) =>
      void navigate({
        search: ({ day: shown }) => ({
          ...(shown === undefined ? {} : { day: shown }),
          ...(isEditing ? { edit: true } : {}),
        }),
        resetScroll: false,
        ignoreBlocker: true,
      }),
  }
}

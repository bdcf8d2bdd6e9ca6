import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ApiError } from '../../../api-client.ts'
import { sprintQuery } from '../../../queries.ts'
import { useCarriedLoops } from '../loops/carried-loops.tsx'
import type { SprintDraft } from '../sprint-draft.ts'

export type FollowedSprint = ReturnType<typeof useFollowedSprint>

/** The earlier sprint that a draft follows, and what of it comes along. */
export function useFollowedSprint(
  { follows, loops: said }: Pick<SprintDraft, 'follows' | 'loops'>,
  change: (part: Partial<SprintDraft>) => void,
) {
  const navigate = useNavigate()
  const sprint = useQuery({ ...sprintQuery(follows ?? ''), enabled: follows !== null })
  const older = follows === null ? undefined : sprint.data
  const loops = useCarriedLoops(older ?? null, [said, (next) => change({ loops: next })])
  // From here on the draft says it; an address that went on saying it would bring back what was removed.
  useEffect(() => {
    void navigate({ to: '/sprints/new', search: {}, replace: true, resetScroll: false })
  }, [navigate])
  const { error } = sprint
  return {
    /** What is said to be followed, whether or not it is there. */
    follows,
    older,
    loops,
    /** What comes along is not known yet. */
    isPending: follows !== null && (sprint.isPending || (older !== undefined && loops.isPending)),
    failure: follows === null || older !== undefined ? null : error,
    isUnknown: error instanceof ApiError && (error.code === 'not_found' || error.code === 'forbidden'),
    isFetching: sprint.isFetching,
    retry: () => void sprint.refetch(),
    choose: (id: string | null) => change({ follows: id, loops: {} }),
  }
}

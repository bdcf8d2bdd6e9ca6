import type { BoardState } from '@samtavle/shared/access'
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { ApiError, api, type FailureCode } from './api-client.ts'
import { guestHere } from './guest.ts'

/** Failures that may pass by themselves; all others are the same the next time. */
const PASSING = new Set<FailureCode>(['network', 'unavailable', 'internal'])

/** Is it the server or the way to it that is missing, and not an answer? */
export const isUnreachable = (failure: unknown): boolean =>
  failure instanceof ApiError && (failure.code === 'network' || failure.code === 'unavailable')

/** The cache of what the server said. `onFailure` hears of every failed question and change. */
export function createQueryClient(onFailure: (failure: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: onFailure }),
    mutationCache: new MutationCache({ onError: onFailure }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A page says at once that the server does not answer, instead of waiting silently for the network.
        networkMode: 'always',
        retry: (count, error) => count < 1 && error instanceof ApiError && PASSING.has(error.code),
        retryDelay: 600,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => guestHere() ?? (await api.me(signal)),
  staleTime: 60_000,
})

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => api.installation(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const boardsQuery = (state: BoardState) =>
  queryOptions({ queryKey: ['boards', state], queryFn: async ({ signal }) => (await api.boards(state, signal)).boards })

/** Words on boards. What was found last stays until there is something new. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['boards', 'search', words],
    queryFn: ({ signal }) => api.search(words, signal),
    staleTime: 2_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })

export const membersQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['members', boardId],
    queryFn: async ({ signal }) => (await api.members(boardId, signal)).members,
  })

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await api.people(signal)).people,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) => (await api.invitations(signal)).invitations,
})

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async ({ signal }) => (await api.templates(signal)).templates,
  // Colleagues make and change their own; what is shown meanwhile is what there was.
  staleTime: 30_000,
})

/** As an administrator sees the gallery: with what is hidden from all others. */
export const hiddenTemplatesQuery = queryOptions({
  queryKey: ['templates', 'hidden'],
  queryFn: async ({ signal }) =>
    (await api.templatesWithHidden(signal)).templates.filter((template) => template.hidden === true),
})

/** Which version of a template of our own a board is from. */
export const boardTemplateQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['board-template', boardId],
    queryFn: ({ signal }) => api.boardTemplate(boardId, signal),
    retry: false,
  })

/** What is to be said of some templates: those on a board, which need not wait for all. */
export const templatesOfQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['templates', 'of', ids.join(',')],
    queryFn: async ({ signal }) => (await api.templatesOf(ids, signal)).templates,
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  })

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: async ({ signal }) => (await api.programmes(signal)).programmes,
  staleTime: 600_000,
})

/** What a start in the week of `date` collides with. */
export const programmeStartQuery = (programmeId: string, date: string) =>
  queryOptions({
    queryKey: ['programmes', programmeId, 'start', date],
    queryFn: ({ signal }) => api.programmeStart(programmeId, date, signal),
    staleTime: 600_000,
  })

export const sprintsQuery = queryOptions({
  queryKey: ['sprints'],
  queryFn: async ({ signal }) => (await api.sprints(signal)).sprints,
})

/** Changes to a sprint invalidate `['sprints']`: the list says of each what it holds. */
export const sprintQuery = (id: string) =>
  queryOptions({ queryKey: ['sprints', id], queryFn: ({ signal }) => api.sprint(id, signal) })

/** What the organisation calls its phases. It changes once in years. */
export const processModelQuery = queryOptions({
  queryKey: ['process-model'],
  queryFn: ({ signal }) => api.processModel(signal),
  staleTime: 300_000,
})

export const processModelsQuery = queryOptions({
  queryKey: ['process-model', 'models'],
  queryFn: async ({ signal }) => (await api.processModels(signal)).models,
  staleTime: Number.POSITIVE_INFINITY,
})

/** The signed-in person, or the guest. Only below the routes that load it first. */
export function useMe() {
  return useSuspenseQuery(meQuery).data
}

import type { Locale } from '@samtavle/shared/locale'
import type { Door, GuestPass, LinkFound, SprintPage } from '@samtavle/shared/share-link-api'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../api-client.ts'

const pagePath = (sprintId: string) => `/api/sprints/${encodeURIComponent(sprintId)}/page`

/** What guests ask the server. Every function rejects with an `ApiError`. */
export const guests = {
  lookUp: (door: Door) => request<LinkFound>('POST', '/api/join/look-up', door),
  join: (door: Door & { name?: string; locale: Locale }) => request<{ to: string }>('POST', '/api/join', door),
  passes: async () => (await request<{ passes: GuestPass[] }>('GET', '/api/guest')).passes,
  leave: () => request<unknown>('DELETE', '/api/guest'),
  openSnapshot: (sprintId: string, snapshotId: string) =>
    request<{ to: string }>('POST', `${pagePath(sprintId)}/snapshots/${encodeURIComponent(snapshotId)}`),
}

export const sprintPageQuery = (sprintId: string) =>
  queryOptions({
    queryKey: ['sprint-page', sprintId],
    queryFn: ({ signal }) => request<SprintPage>('GET', pagePath(sprintId), undefined, signal),
    refetchInterval: 30_000,
  })

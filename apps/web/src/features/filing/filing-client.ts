import type { CreateFilingPackage, FilingCase, FilingProgress, SnapshotPaper } from '@samtavle/shared/filing-api'
import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { queryOptions } from '@tanstack/react-query'
import { request, requestFile } from '../../api-client.ts'

const sprintPath = (id: string) => `/api/sprints/${encodeURIComponent(id)}`
const packagePath = (sprintId: string, id: string) =>
  `${sprintPath(sprintId)}/filing-packages/${encodeURIComponent(id)}`

/** Paper and filing over HTTP. Every function rejects with an `ApiError`. */
export const filingClient = {
  start: (sprintId: string, body: CreateFilingPackage) =>
    request<{ id: string }>('POST', `${sprintPath(sprintId)}/filing-packages`, body),
  cancel: (sprintId: string, id: string) => request<unknown>('DELETE', packagePath(sprintId, id)),
  zip: (sprintId: string, id: string) => requestFile(`${packagePath(sprintId, id)}/zip`),
  pdf: (snapshotId: string, paper: SnapshotPaper) =>
    requestFile(`/api/snapshots/${encodeURIComponent(snapshotId)}/pdf?paper=${paper}`),
}

/** What can be filed of a sprint, the oldest first, and what was said about its case the last time. */
export const filingQuery = (sprintId: string) =>
  queryOptions({
    queryKey: ['filing', sprintId],
    queryFn: async ({ signal }) => {
      const [{ snapshots }, last] = await Promise.all([
        request<{ snapshots: SnapshotSummary[] }>('GET', `${sprintPath(sprintId)}/snapshots`, undefined, signal),
        request<{ case: FilingCase | null }>('GET', `${sprintPath(sprintId)}/filing`, undefined, signal),
      ])
      const published = snapshots.filter(({ status }) => status === 'published' || status === 'expired')
      return { snapshots: published.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)), case: last.case }
    },
    // What is filed is asked for when the dialog opens, never taken from before.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

/** How far a package is; asked for again until it has ended. */
export const filingProgressQuery = (sprintId: string, id: string) =>
  queryOptions({
    queryKey: ['filing', sprintId, id],
    queryFn: ({ signal }) => request<FilingProgress>('GET', packagePath(sprintId, id), undefined, signal),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'working' ? 700 : false),
    gcTime: 0,
  })

import type {
  Answer,
  SnapshotAnswer,
  SnapshotChoice,
  SnapshotSummary,
  snapshotsResponse,
} from '@samtavle/shared/snapshot-api'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../api-client.ts'

/** What snapshots are of: a sprint, or a board of none. */
export type SnapshotScope = { kind: 'sprint' | 'board'; id: string }

type SnapshotList = (typeof snapshotsResponse)['_output']

const listPath = ({ kind, id }: SnapshotScope) => `/api/${kind}s/${encodeURIComponent(id)}/snapshots`
const path = (id: string) => `/api/snapshots/${encodeURIComponent(id)}`

/** Snapshots over HTTP. Every function rejects with an `ApiError`. */
export const snapshotApi = {
  create: (scope: SnapshotScope, day: string | null) => request<{ id: string }>('POST', listPath(scope), { day }),
  /** @param was the version that was changed; null to write over whatever is there */
  putChoice: (id: string, choice: SnapshotChoice, was: string | null) =>
    request<{ version: string }>('PUT', `${path(id)}/choice${was === null ? '' : `?was=${was}`}`, choice),
  remove: (id: string) => request<unknown>('DELETE', path(id)),
  publish: (id: string, expiresAt: string | null, version: string) =>
    request<SnapshotSummary>('POST', `${path(id)}/publish`, { expiresAt, version }),
  withdraw: (id: string) => request<SnapshotSummary>('POST', `${path(id)}/withdraw`),
  markFinal: (id: string) => request<SnapshotSummary>('POST', `${path(id)}/final`),
  answer: (id: string, answer: Answer, words: string) =>
    request<unknown>('POST', `${path(id)}/answers`, { answer, words }),
  /** The page as readers get it, for a frame. */
  pageAddress: (id: string) => `${path(id)}/page`,
}

/** Everything about snapshots begins with this: what changes one renews all. */
export const SNAPSHOTS_KEY = ['snapshots'] as const

export const snapshotsQuery = (scope: SnapshotScope) =>
  queryOptions({
    queryKey: [...SNAPSHOTS_KEY, scope.kind, scope.id],
    queryFn: ({ signal }) => request<SnapshotList>('GET', listPath(scope), undefined, signal),
  })

export const snapshotQuery = (id: string) =>
  queryOptions({
    queryKey: [...SNAPSHOTS_KEY, 'one', id],
    queryFn: ({ signal }) => request<SnapshotAnswer>('GET', path(id), undefined, signal),
  })

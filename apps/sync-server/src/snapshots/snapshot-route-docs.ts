import {
  answerSnapshotRequest,
  createSnapshotRequest,
  createSnapshotResponse,
  publishSnapshotRequest,
  putSnapshotChoiceQuery,
  putSnapshotChoiceRequest,
  putSnapshotChoiceResponse,
  snapshotPictureQuery,
  snapshotResponse,
  snapshotSummarySchema,
  snapshotsResponse,
} from '@samtavle/shared/snapshot-api'
import type { RouteDoc } from '../http/openapi.ts'

const list = (path: string, summary: string): RouteDoc => ({
  ...{ method: 'get', path, summary },
  ...{ access: 'signed-in', response: snapshotsResponse },
})
const create = (path: string, summary: string): RouteDoc => ({
  ...{ method: 'post', path, summary, access: 'signed-in' },
  ...{ request: createSnapshotRequest, response: createSnapshotResponse, status: 201 },
})

export const sprintSnapshotRouteDocs: readonly RouteDoc[] = [
  list('/api/sprints/:id/snapshots', 'The snapshots of a sprint, the newest first; drafts for those who may make them'),
  create(
    '/api/sprints/:id/snapshots',
    'A draft of what the programme shows of a day; of no day one that shows nothing yet',
  ),
]

export const boardSnapshotRouteDocs: readonly RouteDoc[] = [
  list('/api/boards/:id/snapshots', 'The snapshots of a board; of a board of a sprint those of the sprint'),
  create('/api/boards/:id/snapshots', 'A draft of all of a board; of a board of a sprint it belongs to the sprint'),
]

const one = '/api/snapshots/:id'
export const snapshotRouteDocs: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: one, access: 'signed-in', response: snapshotResponse },
    summary:
      'What a snapshot says, as it was frozen, or as a draft would be now; 410 when it was withdrawn or has expired',
  },
  {
    ...{ method: 'get', path: `${one}/pictures/:key`, access: 'signed-in', query: snapshotPictureQuery },
    ...{ response: 'image/svg+xml', summary: 'A picture of one of its sections' },
  },
  {
    ...{ method: 'put', path: `${one}/choice`, access: 'signed-in', request: putSnapshotChoiceRequest },
    ...{ query: putSnapshotChoiceQuery, response: putSnapshotChoiceResponse },
    summary: 'What a draft shows and leaves out; 409 when `was` is not the version that it has',
  },
  { method: 'delete', path: one, access: 'signed-in', summary: 'Throw a draft away' },
  {
    ...{ method: 'post', path: `${one}/publish`, access: 'signed-in', request: publishSnapshotRequest },
    ...{ response: snapshotSummarySchema, summary: 'Freeze a draft and give it its number; it never changes again' },
  },
  {
    ...{ method: 'post', path: `${one}/withdraw`, access: 'signed-in', response: snapshotSummarySchema },
    summary: 'Withdraw a published snapshot; from then on it answers 410',
  },
  {
    ...{ method: 'post', path: `${one}/final`, access: 'signed-in', response: snapshotSummarySchema },
    summary: 'Mark a published snapshot as final: it goes into the filing package',
  },
  {
    ...{ method: 'post', path: `${one}/answers`, access: 'signed-in', request: answerSnapshotRequest },
    summary: 'Answer a snapshot; in a sprint the answer becomes a decision in the log',
  },
]

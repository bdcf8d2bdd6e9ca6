import type {
  createLoopRequest,
  heldRoundRequest,
  LearningLoops,
  OneLoop,
  putNextRoundRequest,
  ReceivedLoops,
  Reminders,
  updateLoopRequest,
} from '@samtavle/shared/loop-api'
import type { DayAnswer } from '@samtavle/shared/sprint-api'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../api-client.ts'

type Sent<Schema extends { _input: unknown }> = Schema['_input']
export type PlannedLoop = Sent<typeof createLoopRequest>
export type LoopChange = Sent<typeof updateLoopRequest>
export type RoundTime = Sent<typeof putNextRoundRequest>

const path = (sprintId: string) => `/api/sprints/${encodeURIComponent(sprintId)}/loops`
const one = (sprintId: string, loopId: string) => `${path(sprintId)}/${encodeURIComponent(loopId)}`

/** Learning loops over HTTP. Every function rejects with an `ApiError`. */
export const loopsApi = {
  plan: (sprintId: string, body: PlannedLoop) => request<{ id: string }>('POST', path(sprintId), body),
  change: (sprintId: string, loopId: string, body: LoopChange) =>
    request<unknown>('PATCH', one(sprintId, loopId), body),
  moveNext: (sprintId: string, loopId: string, body: RoundTime) =>
    request<unknown>('PUT', `${one(sprintId, loopId)}/next`, body),
  hold: (sprintId: string, loopId: string, body: Sent<typeof heldRoundRequest>) =>
    request<unknown>('POST', `${one(sprintId, loopId)}/held`, body),
  end: (sprintId: string, loopId: string, why: string) =>
    request<unknown>('POST', `${one(sprintId, loopId)}/end`, { why }),
  goOn: (sprintId: string, loopId: string, date: string) =>
    request<unknown>('POST', `${one(sprintId, loopId)}/go-on`, { date }),
  /** The address of the coming rounds as a file for calendars. */
  calendar: (sprintId: string, loopId: string) => `${one(sprintId, loopId)}/calendar.ics`,
}

/** The loops of a sprint; what changes the sprint renews them too. */
export const loopsQuery = (sprintId: string) =>
  queryOptions({
    queryKey: ['sprints', sprintId, 'loops'],
    queryFn: ({ signal }) => request<LearningLoops>('GET', path(sprintId), undefined, signal),
  })

/** One loop, with what its trial taught; also for the owner who received it. */
export const loopQuery = (sprintId: string, loopId: string) =>
  queryOptions({
    queryKey: ['sprints', sprintId, 'loops', loopId],
    queryFn: ({ signal }) => request<OneLoop>('GET', one(sprintId, loopId), undefined, signal),
  })

/** The loops that one received; what changes loops renews them too. */
export const receivedLoopsQuery = queryOptions({
  queryKey: ['received-loops'],
  queryFn: async ({ signal }) => (await request<ReceivedLoops>('GET', '/api/loops', undefined, signal)).loops,
})

/** Rounds of one's own that come soon, or were not written down. */
export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: async ({ signal }) => (await request<Reminders>('GET', '/api/reminders', undefined, signal)).rounds,
  staleTime: 60_000,
})

/** What a day collides with. */
export const dayQuery = (date: string) =>
  queryOptions({
    queryKey: ['days', date],
    queryFn: ({ signal }) => request<DayAnswer>('GET', `/api/days/${date}`, undefined, signal),
    staleTime: 600_000,
  })

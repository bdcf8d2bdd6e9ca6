import type {
  AddDecision,
  AddLogLine,
  AddPurpose,
  addLogLineResponse,
  SprintLog,
} from '@samtavle/shared/sprint-log-api'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../api-client.ts'

type Added = (typeof addLogLineResponse)['_output']

const path = (sprintId: string) => `/api/sprints/${encodeURIComponent(sprintId)}`

/** The process log over HTTP. Every function rejects with an `ApiError`. */
export const logApi = {
  addLine: (sprintId: string, body: AddLogLine) => request<Added>('POST', `${path(sprintId)}/log`, body),
  addPurpose: (sprintId: string, body: AddPurpose) => request<Added>('POST', `${path(sprintId)}/purpose`, body),
  lockPurpose: (sprintId: string) => request<unknown>('POST', `${path(sprintId)}/purpose/lock`),
  addDecision: (sprintId: string, body: AddDecision) => request<Added>('POST', `${path(sprintId)}/decisions`, body),
  setAside: (sprintId: string, proposalId: string) =>
    request<unknown>('POST', `${path(sprintId)}/proposals/${encodeURIComponent(proposalId)}/set-aside`),
  /** Takes that back. */
  proposeAgain: (sprintId: string, proposalId: string) =>
    request<unknown>('DELETE', `${path(sprintId)}/proposals/${encodeURIComponent(proposalId)}/set-aside`),
}

/** The log of a sprint; what changes the sprint renews it too. */
export const sprintLogQuery = (sprintId: string) =>
  queryOptions({
    queryKey: ['sprints', sprintId, 'log'],
    queryFn: ({ signal }) => request<SprintLog>('GET', `${path(sprintId)}/log`, undefined, signal),
  })

import type { SprintRole, SprintStatus } from '@samtavle/shared/access'
import { createSprintResponse, type Sprint, sprintSchema } from '@samtavle/shared/sprint-api'
import type { Identity } from '../src/http/app-env.ts'
import type { BoardApi } from './board-api.ts'

/** A Monday. */
export const START = '2026-09-07'

/** A valid request for a sprint. */
export const sprintRequest = (over: Record<string, unknown> = {}) => ({
  title: 'Ventetid på hjælpemidler',
  challenge: 'Jeg venter tre måneder på en rollator.',
  startDate: START,
  programmeId: 'monday-to-monday',
  commissioner: { name: 'Bente Chef', userId: null },
  team: [],
  ...over,
})

/** A sprint that this person leads, with others in it, and its id. */
export async function createSprint(
  api: BoardApi,
  leader: Identity,
  over: Record<string, unknown> = {},
): Promise<string> {
  const response = await api.ask(leader, 'POST', '/api/sprints', sprintRequest(over))
  if (response.status !== 201) throw new Error(`no sprint: ${await response.text()}`)
  return createSprintResponse.parse(await response.json()).id
}

/** The sprint as this person sees it. */
export async function readSprint(api: BoardApi, who: Identity, id: string): Promise<Sprint> {
  const response = await api.ask(who, 'GET', `/api/sprints/${id}`)
  if (response.status !== 200) throw new Error(`not read: ${await response.text()}`)
  return sprintSchema.parse(await response.json())
}

export const inTeam = (person: Identity, role: SprintRole) => ({ userId: person.userId, role })

const STEPS: readonly SprintStatus[] = ['preparation', 'running', 'finished', 'archived']

/** Takes a sprint from preparation to a status, step by step. */
export async function bringTo(api: BoardApi, leader: Identity, id: string, status: SprintStatus): Promise<void> {
  for (const step of STEPS.slice(1, STEPS.indexOf(status) + 1)) {
    const response = await api.ask(leader, 'PUT', `/api/sprints/${id}/status`, { status: step })
    if (response.status !== 204) throw new Error(`not ${step}: ${await response.text()}`)
  }
}

import { SPRINT_STATUSES, type SprintPlace } from '@samtavle/shared/access'
import { describe, expect, test } from 'vitest'
import type { Identity } from '../http/app-env.ts'
import { createSprintAccessService, mayFurther, requireFurther } from './sprint-access-service.ts'
import type { SprintRow } from './sprint-reading-store.ts'

const sprintId = '11111111-1111-4111-8111-111111111111'
const person = { userId: '22222222-2222-4222-8222-222222222222', role: 'member' } as Identity

/** The service over a store that knows one sprint, and what the store was asked. */
function serviceFor(place: SprintPlace | null, status: SprintRow['status'] = 'running') {
  const asked: unknown[][] = []
  const store = {
    async find(...question: unknown[]) {
      asked.push(question)
      return { id: sprintId, place, status } as SprintRow
    },
  }
  return { asked, service: createSprintAccessService({ store }) }
}

const code = (expected: string) => expect.objectContaining({ code: expected })

describe('access to a sprint', () => {
  test('the database is asked about nothing that cannot be one, and not for nobody', async () => {
    const { service, asked } = serviceFor('facilitator')
    for (const id of ['', 'x', `${sprintId} `, sprintId.replace('-', ''), "' OR 1=1 --", `${sprintId}\0`]) {
      await expect(service.require(person, id, 'sprint.view')).rejects.toThrowError(code('not_found'))
    }
    await expect(service.require(null, sprintId, 'sprint.view')).rejects.toThrowError(code('unauthenticated'))
    expect(asked).toEqual([])
  })

  test('a stranger hears what is said of none, also an administrator', async () => {
    const { service } = serviceFor(null)
    for (const role of ['member', 'admin', 'manager'] as const) {
      for (const action of ['sprint.view', 'sprint.delete'] as const) {
        await expect(service.require({ ...person, role }, sprintId, action)).rejects.toThrowError(code('not_found'))
      }
    }
  })

  test('asks once, and a further action of the same request is asked about again', async () => {
    const { service, asked } = serviceFor('member')
    const granted = await service.require(person, sprintId, 'sprint.view')
    expect(asked).toEqual([[person.userId, sprintId]])
    expect(mayFurther(granted, 'sprint.add-board')).toBe(true)
    expect(mayFurther(granted, 'sprint.manage-team')).toBe(false)
    expect(() => requireFurther(granted, 'sprint.manage-team')).toThrowError(code('forbidden'))
  })

  test('the status counts too', async () => {
    for (const status of SPRINT_STATUSES) {
      const asked = serviceFor('facilitator', status).service.require(person, sprintId, 'sprint.delete')
      if (status === 'preparation') expect((await asked).sprint.status).toBe(status)
      else await expect(asked).rejects.toThrowError(code('forbidden'))
    }
  })
})

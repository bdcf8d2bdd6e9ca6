import { createSprintResponse, sprintsResponse } from '@samtavle/shared/sprint-api'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { inTeam, readSprint, sprintRequest } from '../../test-support/sprint-api.ts'

describeDatabases('sprints over HTTP', (open) => {
  const api = useBoardApi(open)

  test('one comes with its team, its plan and the boards of every day', async () => {
    const { owner, editor } = api.people
    const response = await api.ask(owner, 'POST', '/api/sprints', sprintRequest({ team: [inTeam(editor, 'member')] }))
    expect(response.status).toBe(201)
    const { id } = createSprintResponse.parse(await response.json())
    const sprint = await readSprint(api, owner, id)
    expect(sprint.boards.length).toBeGreaterThan(15)
    const { sprints } = sprintsResponse.parse(await (await api.ask(editor, 'GET', '/api/sprints')).json())
    expect(sprints).toHaveLength(1)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiSession, signIn } from '../support/api-session.ts'
import { shareWednesday } from '../support/shared-snapshot.ts'
import { ADMINISTRATOR, type SpawnedServer } from '../support/spawned-server.ts'
import { spawnTestServer } from '../support/test-server.ts'

let server: SpawnedServer
let leader: ApiSession

beforeAll(async () => {
  server = await spawnTestServer()
  leader = await signIn(server, ADMINISTRATOR)
})
afterAll(() => server.close())

const textOf = async (path: string): Promise<string> => await (await fetch(server.url + path)).text()

test('the page of a snapshot is the same bytes after renaming, deleting and a new start of the server', async () => {
  const { sprintId, id, published, path } = await shareWednesday(leader)
  const page = await textOf(path)
  const picture = await textOf(`${path}/pictures/1.svg`)
  expect(page).toContain('Onsdag: Mulighedsrum')
  expect(picture).toContain('<svg')

  await leader.ask('PATCH', `/api/sprints/${sprintId}`, { title: 'Et andet navn' })
  const { boards } = await leader.ask<{ boards: { id: string }[] }>('GET', `/api/sprints/${sprintId}`)
  expect(boards.length).toBeGreaterThan(5)
  for (const board of boards) await leader.ask('DELETE', `/api/boards/${board.id}`)
  // What was kept in memory goes with the process.
  await server.kill()
  await server.start()

  expect(await textOf(path)).toBe(page)
  expect(await textOf(`${path}/pictures/1.svg`)).toBe(picture)
  const { snapshot } = await leader.ask<{ snapshot: { sha256: string } }>('GET', `/api/snapshots/${id}`)
  expect(snapshot.sha256).toBe(published.sha256)
})

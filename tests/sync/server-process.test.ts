import { afterEach, expect, inject, test } from 'vitest'
import { addMember, createBoard, createPerson, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, type SpawnedServer } from '../support/spawned-server.ts'
import { servicesRequired } from '../support/test-database.ts'
import { spawnTestServer, startTestServer, type TestServer } from '../support/test-server.ts'

const opened: (SpawnedServer | TestServer)[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})

const kinds =
  inject('databases').postgres !== null || servicesRequired ? (['pglite', 'postgres'] as const) : (['pglite'] as const)

test.for(kinds)('a killed server finds everything again on the same data and port (%s)', async (kind) => {
  const server = await spawnTestServer({ kind })
  opened.push(server)
  const admin = await signIn(server, ADMINISTRATOR)
  const person = await createPerson(admin, { role: 'designer' })
  const id = await createBoard(person.session, { title: 'Efter strømsvigt' })
  await server.kill()
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  await server.start()
  const board = await person.session.ask<{ title: string }>('GET', `/api/boards/${id}`)
  expect(board.title).toBe('Efter strømsvigt')
  // Calendars are loaded only now: Node must still find packages after what lay about from the killed one was removed.
  const { status } = await person.session.send('GET', '/api/programmes/monday-to-monday/start?date=2026-12-07')
  expect(status).toBe(200)
})

test.for(kinds)('SIGTERM ends the server with 0 within 10 s (%s)', async (kind) => {
  const server = await spawnTestServer({ kind })
  opened.push(server)
  const { code, ms } = await server.terminate()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
})

test('the same app in this process: accounts, boards and colleagues through the API', async () => {
  const server = await startTestServer()
  opened.push(server)
  const admin = await server.signIn()
  const owner = await createPerson(admin)
  const colleague = await createPerson(admin)
  const id = await createBoard(owner.session)
  expect((await colleague.session.send('GET', `/api/boards/${id}`)).status).toBe(404)
  await addMember(owner.session, id, colleague.id, 'view')
  expect((await colleague.session.send('GET', `/api/boards/${id}`)).status).toBe(200)
})

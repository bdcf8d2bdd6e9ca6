import { afterEach, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { createBoard, createPerson, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR } from '../support/spawned-server.ts'
import { openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { servicesRequired } from '../support/test-database.ts'
import { spawnTestServer } from '../support/test-server.ts'

const cleanUp: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})
const hasPostgres = inject('databases').postgres !== null || servicesRequired

test.for(hasPostgres ? (['pglite', 'postgres'] as const) : (['pglite'] as const))(
  'R8: SIGTERM in the middle of edits ends sockets with 1012 and the process with 0, and the client comes back (%s)',
  { timeout: 120_000 },
  async (kind) => {
    const server = await spawnTestServer({ kind })
    cleanUp.push(() => server.close())
    const owner = await createPerson(await signIn(server, ADMINISTRATOR))
    const boardId = await createBoard(owner.session)
    const doc = new Y.Doc()
    const map = doc.getMap('records')
    const where = { url: server.url, origin: server.origin, cookie: owner.session.cookie }
    const client = openCountedProvider(doc, boardId, where, () => map.size)
    cleanUp.push(() => client.provider.destroy())
    await whenSynced(client.provider)
    const closed = new Promise<number | undefined>((resolve) =>
      client.provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code)),
    )
    const before = map.size
    for (let i = 0; i < 500; i++) map.set(`k${i}`, i)
    const { code, ms } = await server.terminate()
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
    expect(await closed).toBe(1012)

    await server.start()
    await whenSynced(client.provider)
    map.set('after', true)
    while (!client.isSaved) await new Promise((resolve) => setImmediate(resolve))
    const fresh = new Y.Doc()
    const reader = openCountedProvider(fresh, boardId, where, () => 0)
    cleanUp.push(() => reader.provider.destroy())
    await whenSynced(reader.provider)
    expect(fresh.getMap('records').size).toBe(before + 501)
  },
)

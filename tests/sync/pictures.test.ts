import { expect, test } from 'vitest'
import { hostileImages } from '../../apps/sync-server/test-support/hostile-images.ts'
import { createBoard, signIn } from '../support/api-session.ts'
import { readFigure } from '../support/server-figures.ts'
import { ADMINISTRATOR } from '../support/spawned-server.ts'
import { spawnTestServer } from '../support/test-server.ts'

const MEMORY_MAX = 300 * 1024 * 1024
const REFUSED = [415, 422]

test('SEC-47: hostile pictures, all at once, cost the server no more than 300 MB', async () => {
  const server = await spawnTestServer()
  try {
    const session = await signIn(server, ADMINISTRATOR)
    const board = await createBoard(session)
    const files = await hostileImages()
    const memory = () => readFigure(server, 'process_resident_memory_bytes')
    const send = async (bytes: Uint8Array): Promise<number> => {
      for (;;) {
        const { status } = await fetch(`${server.url}/api/boards/${board}/assets`, {
          method: 'POST',
          headers: { origin: server.origin, cookie: session.cookie, 'content-type': 'application/octet-stream' },
          body: new Uint8Array(bytes),
        })
        // Three at a time for each person: the others are asked to come back.
        if (status !== 429) return status
      }
    }
    expect(await send(files[0]?.bytes ?? new Uint8Array())).toBe(201)
    const before = await memory()
    let most = before
    let done = false
    const watching = (async () => {
      while (!done) most = Math.max(most, await memory())
    })()
    const statuses = await Promise.all(files.map(({ bytes }) => send(bytes))).finally(() => {
      done = true
    })
    await watching
    const kinds = statuses.map((status) => (REFUSED.includes(status) ? 'refused' : status))
    expect(kinds).toEqual(files.map(({ safe }) => (safe ? 201 : 'refused')))
    console.info(`${files.length} hostile pictures: ${Math.round((most - before) / 1024 / 1024)} MB more at the most`)
    expect(most - before).toBeLessThan(MEMORY_MAX)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  } finally {
    await server.close()
  }
})

import { expect, it } from 'vitest'
import { openHostileRoom } from '../support/hostile-room.ts'
import { manyClients } from '../support/hostile-updates.ts'

/** What the rooms do not refuse yet. Vitest collects this file when it is called `client-ids.fuzz.test.ts`. */
it('P9 SEC-34: more than a thousand new client ids at once, and more than 50,000 on a board, are refused', async () => {
  const room = await openHostileRoom()
  expect((await room.attack(manyClients(1_001))).refused).toBe(true)
  for (let i = 0; i < 49; i++) expect((await room.attack(manyClients(1_000, 10_000 + i * 1_000))).refused).toBe(false)
  await room.edit()
  expect((await room.attack(manyClients(1_000, 900_000))).refused).toBe(true)
  await room.edit()
  await room.expectEqual()
})

import { encodeSyncStep2, encodeUpdate } from '@samtavle/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openHostileRoom } from '../support/hostile-room.ts'
import { collected, countBomb, deletion, mutate, recordUpdates, skipped } from '../support/hostile-updates.ts'
import { createRandom } from '../support/seeded-random.ts'

/** The same every time in CI; any other seed by hand. */
const seed = Number(process.env.FUZZ_SEED ?? 11)
const mutations = Number(process.env.FUZZ_MUTATIONS ?? 10_000)
/** Attacks per room: what is left over from one room must not hide what happens in the next. */
const PER_ROOM = 250
/** Longest that handling one update may keep the server busy, in milliseconds. */
const BUSY_MS = 50

describe('updates that nobody wrote', () => {
  it('P9 SEC-28: every prefix of a real update is refused, or it is a real one', async () => {
    const room = await openHostileRoom()
    const updates = recordUpdates(createRandom(seed), 20)
    for (const update of updates) {
      for (let length = 0; length < update.length; length++) {
        expect((await room.attack(update.subarray(0, length))).refused, `${length} of ${update.length}`).toBe(true)
      }
      expect((await room.attack(update)).refused).toBe(false)
    }
    expect(room.rooms.memory.rows.length).toBeLessThanOrEqual(updates.length)
    await room.edit()
    await room.expectEqual()
  })

  it('P9 R7 SEC-28: changed bytes hang nothing, crash nothing, and all documents stay equal', async () => {
    const random = createRandom(seed)
    let stored = 0
    for (let done = 0; done < mutations; done += PER_ROOM) {
      const room = await openHostileRoom()
      const updates = recordUpdates(random, 20)
      for (const update of updates) await room.attack(update)
      for (let i = 0; i < PER_ROOM; i++) {
        const update = mutate(random, random.pick(updates), random.pick(updates))
        const encode = random.chance(0.5) ? encodeUpdate : encodeSyncStep2
        const where = `seed ${seed}, update ${done + i}: ${Buffer.from(update).toString('hex')}`
        const { cpuMs } = await room.attack(update, encode)
        // Collecting garbage may take its time; what hangs does so again.
        if (cpuMs > BUSY_MS) expect(Math.min(...(await again(room, update))), where).toBeLessThan(BUSY_MS)
      }
      await room.edit()
      await room.expectEqual(`seed ${seed}, updates ${done} to ${done + PER_ROOM}`)
      stored += room.rooms.memory.rows.length
      room.rooms.registry.close()
    }
    // Some changes leave an update that can be read: both ways were gone.
    expect(stored).toBeGreaterThan(0)
  })

  it('P9 SEC-27: a thousand bombs of seven bytes cost less than a second and no memory', async () => {
    const room = await openHostileRoom()
    await room.edit()
    const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss }
    for (let i = 0; i < 1_000; i++) expect((await room.attack(countBomb)).refused).toBe(true)
    const { user, system } = process.cpuUsage(before.cpu)
    // One `applyUpdate` of these bytes takes 150 ms and 240 MB.
    expect((user + system) / 1_000).toBeLessThan(1_000)
    expect(process.memoryUsage().rss - before.rss).toBeLessThan(100 * 1024 * 1024)
    await room.edit()
    expect(room.rooms.memory.rows).toHaveLength(2)
  })

  it("P9 SEC-29: structs on somebody else's client id do not silence them", async () => {
    const room = await openHostileRoom()
    await room.edit()
    const { clientID } = room.honest.doc
    const next = () => Y.getState(room.honest.doc.store, clientID)
    const bombs = {
      'a length of 2^52': () => collected(clientID, next(), 2 ** 52),
      'a length of 2^31': () => collected(clientID, next(), 2 ** 31),
      'an end at 2^31 and one': () => collected(clientID, 2 ** 31, 1),
      'growth by more than a million': () => collected(clientID, next(), 1_000_001),
      'a clock far ahead': () => collected(clientID, next() + 2_000_000, 1),
      'a skip to 2^52': () => skipped(clientID, next(), 2 ** 52),
      'a skip of 2^31': () => skipped(clientID, next(), 2 ** 31),
      'a deletion of all that may come': () => deletion(clientID, next(), 2 ** 31),
    }
    for (const [name, build] of Object.entries(bombs)) {
      for (const encode of [encodeUpdate, encodeSyncStep2]) {
        expect((await room.attack(build(), encode)).refused, name).toBe(true)
        for (let i = 0; i < 10; i++) await room.edit()
      }
    }
    expect(next()).toBeGreaterThan(160)
    expect(room.honest.doc.clientID).toBe(clientID)
    await room.expectEqual()
  })

  it("P9 SEC-29: within the bounds, somebody else's client id can be taken, and they go on under another", async () => {
    const room = await openHostileRoom()
    await room.edit()
    const { clientID } = room.honest.doc
    const clock = Y.getState(room.honest.doc.store, clientID)
    expect((await room.attack(collected(clientID, clock, 1_000))).refused).toBe(false)
    for (let i = 0; i < 10; i++) await room.edit()
    expect(room.honest.doc.clientID).not.toBe(clientID)
    await room.expectEqual()
  })
})

async function again(room: Awaited<ReturnType<typeof openHostileRoom>>, update: Uint8Array): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < 3; i++) took.push((await room.attack(update)).cpuMs)
  return took
}

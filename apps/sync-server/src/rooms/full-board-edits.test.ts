import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { REPAIR } from './record-repair.ts'

const BOUNDS = { bytes: 20_000, smallBytes: 200, smallUntilBytes: 21_000, cutsUntilBytes: 22_000 }
const PERSON = '00000000-0000-4000-8000-00000000a11a'
const words = (length: number) => 'x'.repeat(length)

/** A board that is as full as one may be; a note of it is short. */
async function openFullBoard(bytes = 19_950) {
  const rooms = createTestRooms({ bounds: BOUNDS })
  const doc = new Y.Doc()
  const map = doc.getMap('records')
  map.set('shape:short', new Y.Map([['_', noteRecord('shape:short', {})]]))
  map.set('fill', '')
  map.set('fill', words(bytes - Y.encodeStateAsUpdate(doc).byteLength))
  await rooms.memory.append([{ boardId: BOARD, generation: 1, actorId: null, payload: Y.encodeStateAsUpdate(doc) }])
  const edit = (change: (map: Y.Map<unknown>) => void, actorId: string | null = PERSON) =>
    rooms.registry.edit(BOARD, actorId, (copy) => change(copy.getMap('records')))
  return { ...rooms, edit }
}

test('G10: an edit that somebody asked the server for is refused when there is no room for it', async () => {
  const { edit, stored, memory } = await openFullBoard()
  expect(await edit((map) => map.set('large', words(500)))).toBe('full')
  expect(memory.rows).toHaveLength(1)
  expect(await edit((map) => map.set('small', 1))).toBe('committed')
  expect(await edit((map) => map.delete('fill'))).toBe('committed')
  expect(await edit((map) => map.set('large', words(500)))).toBe('committed')
  expect(Object.keys(await stored()).sort()).toEqual(['large', 'shape:short', 'small'])
})

test('G10: one that deletes more than it writes is taken, also on a board that is larger than it may be', async () => {
  for (const bytes of [19_950, 40_000]) {
    const { edit, stored } = await openFullBoard(bytes)
    const swap = (length: number) => (map: Y.Map<unknown>) => {
      map.delete('fill')
      map.set('large', words(length))
    }
    expect(await edit(swap(bytes + 3_000))).toBe('full')
    expect(await edit(swap(bytes - 3_000))).toBe('committed')
    expect((await stored()).large).toHaveLength(bytes - 3_000)
  }
})

test('G10: of two that each have room, made at once, the second is refused when there is none for both', async () => {
  const { edit, store, stored } = await openFullBoard(12_000)
  store.hold.append = true
  const first = edit((map) => map.set('first', 1))
  await settle()
  const both = ['a', 'b'].map((key) => edit((map) => map.set(key, words(6_000))))
  store.hold.append = false
  store.proceed()
  expect(await first).toBe('committed')
  expect(await Promise.all(both)).toEqual(['committed', 'full'])
  expect(Object.keys(await stored()).sort()).toEqual(['a', 'fill', 'first', 'shape:short'])
})

test('G10: an edit that was refused is not stored later, when it had waited in a degraded room', async () => {
  const { edit, store, clock, stored } = await openFullBoard()
  store.hold.append = true
  const first = edit((map) => map.set('first', 1))
  await settle()
  clock.advance(2_000)
  expect(await edit((map) => map.set('large', words(500)))).toBe('full')
  store.hold.append = false
  store.proceed()
  expect(await first).toBe('committed')
  expect(await edit((map) => map.set('second', 2))).toBe('committed')
  expect(Object.keys(await stored()).sort()).toEqual(['fill', 'first', 'second', 'shape:short'])
})

test('G10: what the server mends has room on a full board', async () => {
  const { connect, deliver, clock, edit, stored } = await openFullBoard(20_500)
  const anna = await connect()
  // No canvas can show it; it is small enough to be taken.
  anna.map.set('shape:poison', new Y.Map([['_', { id: 'shape:poison' }]]))
  await deliver(anna)
  expect(anna.pair.closedWith).toBeNull()
  expect(Object.keys(await stored())).toContain('shape:poison')
  clock.advance(REPAIR.afterMs)
  await deliver(anna)
  expect(Object.keys(await stored())).not.toContain('shape:poison')
  expect(await edit((map) => map.set('mended', words(5_000)), null)).toBe('committed')
})

import { encodeSyncStep2, encodeUpdate } from '@samtavle/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecord, recordMapOf } from '../../packages/shared/src/board-doc.ts'
import { richTextOf } from '../../packages/shared/src/rich-text-doc.ts'
import {
  deepValues,
  nestedArrays,
  nestedElements,
  nestedMaps,
  updateOf,
  withoutBase,
} from '../support/hostile-content.ts'
import { openHostileRoom } from '../support/hostile-room.ts'
import { deletion } from '../support/hostile-updates.ts'

/** Names of the updates that end no socket; what is refused must not be stored. */
const refusedBy = async (updates: Record<string, Uint8Array>): Promise<string[]> => {
  const passed: string[] = []
  for (const [name, update] of Object.entries(updates)) {
    for (const encode of [encodeUpdate, encodeSyncStep2]) {
      const room = await openHostileRoom()
      if (!(await room.attack(update, encode)).refused) passed.push(name)
      else expect(room.rooms.memory.rows, name).toEqual([])
      await room.edit()
      room.rooms.registry.close()
    }
  }
  return passed
}

describe('content that cannot be carried', () => {
  it('G7 SEC-32: shared types deeper than a record with rich text are refused', async () => {
    const subdocument = updateOf((doc) => doc.getMap('records').set('shape:deep', new Y.Doc()))
    const deep = {
      'maps, 3 deep': nestedMaps(3),
      'maps, 5,000 deep': nestedMaps(5_000),
      'arrays, 3 deep': nestedArrays(3),
      'arrays, 5,000 deep': nestedArrays(5_000),
      'elements, 200 deep': nestedElements(200),
      'elements, 5,000 deep': nestedElements(5_000),
      'a subdocument': subdocument,
    }
    expect(await refusedBy(deep)).toEqual([])
  })

  it('G7 SEC-32: values deeper than 32 are refused', async () => {
    const values: Record<string, Uint8Array> = {}
    for (const depth of [40, 1_000]) {
      for (const [name, update] of Object.entries(deepValues(depth))) values[`${name}, ${depth} deep`] = update
    }
    expect(await refusedBy(values)).toEqual([])
  })

  it('G8 SEC-32: what honest clients write is taken', async () => {
    const values = deepValues(30)
    const note = updateOf((doc) => {
      const props = { color: 'yellow', richText: richTextOf('one\ntwo') }
      createRecord(recordMapOf(doc), { id: 'shape:a', typeName: 'shape', type: 'note', props, meta: {} })
    })
    const honest = { ...values, note, 'lists in lists': nestedElements(12) }
    expect(await refusedBy(honest)).toEqual(Object.keys(honest).flatMap((name) => [name, name]))
  })
})

describe('updates that wait for what never comes', () => {
  const BOMBS: Record<string, Uint8Array[]> = {
    '2,000 updates without their base': withoutBase(2_000),
    '2,000 deletions of nothing': Array.from({ length: 2_000 }, (_, i) => deletion(1_000_000 + i, 0, 1)),
  }
  for (const [name, updates] of Object.entries(BOMBS)) {
    it(`P14 SEC-30: ${name} cost little more than as many real ones`, async () => {
      const doc = new Y.Doc()
      const real: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => real.push(update))
      for (let i = 0; i < updates.length; i++) doc.getMap('records').set(`shape:${i % 50}`, i)
      const cost = async (sent: readonly Uint8Array[]): Promise<number> => {
        const room = await openHostileRoom()
        const before = process.cpuUsage()
        for (const update of sent) await room.attack(update)
        // What the others have to do with it counts too.
        await room.edit()
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1_000
      }
      const honest = await cost(real)
      expect(await cost(updates)).toBeLessThan(4 * honest + 500)
    })
  }
})

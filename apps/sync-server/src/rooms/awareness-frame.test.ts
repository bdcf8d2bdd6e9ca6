import { decodeClientMessage } from '@samtavle/shared/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { awarenessFrame } from './awareness-frame.ts'

test('S6: what the server writes of a state is what stock clients read', () => {
  const states = fc.dictionary(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 }), { maxKeys: 6 })
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.maxSafeNat(), fc.option(states), (clientId, clock, state) => {
      const message = decodeClientMessage(awarenessFrame(clientId, clock + 1, JSON.stringify(state)))
      if (message.type !== 'awareness') throw new Error('this is no awareness message')
      const awareness = new Awareness(new Y.Doc())
      try {
        applyAwarenessUpdate(awareness, message.update, 'test')
        expect(awareness.getStates().get(clientId)).toEqual(
          state === null ? undefined : JSON.parse(JSON.stringify(state)),
        )
        expect(awareness.meta.get(clientId)?.clock).toBe(clock + 1)
      } finally {
        awareness.destroy()
      }
    }),
  )
})

import { expect, test, vi } from 'vitest'
import type * as Yjs from 'yjs'

/** What the encoder does wrong while a test says so. */
const fault = vi.hoisted(() => ({ encode: null as ((state: Uint8Array) => Uint8Array) | null }))

vi.mock('yjs', async (original) => {
  const yjs = await original<typeof Yjs>()
  const encodeStateAsUpdate: typeof Yjs.encodeStateAsUpdate = (...args) => {
    const state = yjs.encodeStateAsUpdate(...args)
    return fault.encode === null ? state : fault.encode(state)
  }
  return { ...yjs, encodeStateAsUpdate }
})

test('V2: a document that is encoded wrongly is never handed out as a snapshot', async () => {
  // Other tests of this process may have read both without the fault.
  vi.resetModules()
  const Y = await import('yjs')
  const { buildSnapshot } = await import('./snapshot-worker.mjs')
  const doc = new Y.Doc()
  doc.getMap('records').set('a', 'first')
  const first = Y.encodeStateAsUpdate(doc)
  doc.getMap('records').delete('a')
  doc.getMap('records').set('b', 'second')
  const state = Y.encodeStateAsUpdate(doc)
  const rows = new Uint8Array(12 + state.byteLength)
  rows.set(state, 12)
  new DataView(rows.buffer).setUint32(8, state.byteLength)
  const build = () => buildSnapshot(null, rows, 'records')
  expect(build().records).toBe(1)
  // What was there before, nothing at all, and bytes that cannot be read.
  for (const wrong of [first, new Uint8Array([0, 0]), state.slice(0, -2)]) {
    fault.encode = () => wrong
    expect(build).toThrow()
  }
  fault.encode = null
  expect(build().records).toBe(1)
})

import type { TLStore } from '@tldraw/tlschema'
import { afterEach, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { PresenceBinding, UNSEEN } from './presence-binding.ts'

/** An editor's session records: the pointer is on a note, which is selected. */
function storeOf(meta: Record<string, boolean>): TLStore {
  const records: Record<string, unknown> = {
    'instance:instance': { currentPageId: 'page:page', screenBounds: { w: 800, h: 600 }, brush: null, meta },
    'instance_page_state:page:page': { selectedShapeIds: ['shape:chosen'], editingShapeId: 'shape:open' },
    'camera:page:page': { x: 5, y: 6, z: 1 },
    'pointer:pointer': { x: 70, y: 80, lastActivityTimestamp: 1 },
  }
  return {
    listen: () => () => {},
    unsafeGetWithoutCapture: (id: string) => records[id],
    mergeRemoteChanges: (run: () => void) => run(),
  } as unknown as TLStore
}

const docs: Y.Doc[] = []
afterEach(() => {
  for (const doc of docs.splice(0)) doc.destroy()
})

/** What the others are told of me. */
function told(meta: Record<string, boolean>): unknown {
  const doc = new Y.Doc()
  docs.push(doc)
  const awareness = new Awareness(doc)
  const runs: (() => void)[] = []
  const after = (_ms: number, run: () => void) => {
    runs.push(run)
    return () => {}
  }
  const binding = new PresenceBinding({ store: storeOf(meta), awareness, onPeople: () => {}, after })
  for (const run of runs) run()
  binding.dispose()
  return awareness.getLocalState()?.presence
}

it('tells where I am, what I look at and what I have selected', () => {
  expect(told({})).toEqual({ p: 'page', c: [70, 80], v: [5, 6, 1000], w: [800, 600], s: ['chosen'], e: 'open' })
})

it('tells nothing of that while I am unseen, only that I am here and what I write in', () => {
  expect(told({ [UNSEEN]: true })).toEqual({ p: 'page', w: [800, 600], e: 'open' })
})

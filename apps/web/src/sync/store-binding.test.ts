import { type BoardRecord, createRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { checkLimits } from '@samtavle/shared/record-limits'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import type { TLNoteShape, TLShapeId } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchange, noteRecord, peer, seed, twoPeersWithNote, validate } from './board-peers.fixture.ts'

test('a move and a recolour made offline both survive', () => {
  const [a, b] = twoPeersWithNote()
  a.edit({ x: 300, y: 40 })
  b.edit({ props: { color: 'blue' } })
  exchange(a, b)
  for (const p of [a, b]) expect(p.note()).toMatchObject({ x: 300, y: 40, props: { color: 'blue' } })
})

test('a place is one value: nobody gets one x with another y', () => {
  const [a, b] = twoPeersWithNote()
  a.edit({ x: 111, y: 1 })
  b.edit({ x: 222, y: 2 })
  exchange(a, b)
  expect(a.note()).toEqual(b.note())
  expect([`111/1`, `222/2`]).toContain(`${a.note()?.x}/${a.note()?.y}`)
})

test('a deletion beats a concurrent edit', () => {
  const [a, b] = twoPeersWithNote()
  a.store.remove(['shape:n' as TLShapeId])
  b.edit({ props: { color: 'blue' } })
  exchange(a, b)
  expect(a.note()).toBeUndefined()
  expect(b.note()).toBeUndefined()
})

test('an edit of a note whose deletion has arrived but is not shown yet does not bring it back', () => {
  const [a, b] = twoPeersWithNote()
  a.store.remove(['shape:n' as TLShapeId])
  a.binding.flush()
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'remote')
  b.edit({ x: 5 })
  b.binding.receive()
  expect(b.note()).toBeUndefined()
  expect(recordMapOf(b.doc).has('shape:n')).toBe(false)
})

test('what others did is not sent back', () => {
  const [a, b] = twoPeersWithNote()
  let updates = 0
  b.doc.on('update', () => updates++)
  a.edit({ x: 10 })
  a.binding.flush()
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), 'remote')
  b.binding.receive()
  b.binding.flush()
  expect(b.note()?.x).toBe(10)
  expect(updates).toBe(1)
})

test('side effects of what others did stay in this store', () => {
  const [a, b] = twoPeersWithNote()
  b.store.sideEffects.registerAfterChangeHandler('shape', (_before, after) => {
    if (after.opacity === 1) b.store.put([{ ...after, opacity: 0.5 }])
  })
  a.edit({ x: 10 })
  exchange(a, b)
  b.binding.flush()
  expect(b.note()?.opacity).toBe(0.5)
  expect(readRecord(recordMapOf(b.doc), 'shape:n')?.opacity).toBe(1)
})

test('undo takes back my own change and leaves what others did since', () => {
  const [a, b] = twoPeersWithNote()
  a.undo.mark()
  a.edit({ x: 500 })
  exchange(a, b)
  b.edit({ props: { color: 'blue' } })
  exchange(a, b)
  a.undo.undo()
  exchange(a, b)
  for (const p of [a, b]) expect(p.note()).toMatchObject({ x: 0, props: { color: 'blue' } })
  a.undo.redo()
  exchange(a, b)
  for (const p of [a, b]) expect(p.note()).toMatchObject({ x: 500, props: { color: 'blue' } })
})

test('each marked step is undone by itself', () => {
  const [a] = twoPeersWithNote()
  a.undo.mark()
  a.edit({ x: 1 })
  a.undo.mark()
  a.edit({ x: 2 })
  a.undo.undo()
  a.binding.receive()
  expect(a.note()?.x).toBe(1)
  a.undo.undo()
  a.binding.receive()
  expect(a.note()?.x).toBe(0)
})

test('an invalid record is left out, reported once, and stops nothing', () => {
  const [a, b] = twoPeersWithNote()
  const put = (record: Record<string, unknown>) =>
    a.doc.transact(() => createRecord(recordMapOf(a.doc), record as BoardRecord), 'elsewhere')
  put({ ...noteRecord({}, 'shape:bad'), x: 'left' })
  put({ id: 'shape:alien', typeName: 'shape', type: 'alien' })
  put({ id: 'camera:x', typeName: 'elephant' })
  a.edit({ x: 77 })
  exchange(a, b)
  exchange(a, b)
  expect(b.quarantined.sort()).toEqual(['camera:x', 'shape:alien', 'shape:bad'])
  expect(b.note()?.x).toBe(77)
  expect(recordMapOf(b.doc).has('shape:bad')).toBe(true)
})

test('a note whose frame was deleted meanwhile is shown on the page, and the document is left alone', () => {
  const [a, b] = twoPeersWithNote()
  a.store.put([validate(shapeRecord('frame', 'shape:f', { props: { w: 400, h: 300, name: '', color: 'black' } }))])
  exchange(a, b)
  a.store.remove(['shape:f' as TLShapeId])
  b.edit({ x: 5, parentId: 'shape:f' as TLShapeId })
  exchange(a, b)
  expect(a.note()?.parentId).toBe('page:page')
  expect(b.note()?.parentId).toBe('page:page')
  expect(readRecord(recordMapOf(b.doc), 'shape:n')?.parentId).toBe('shape:f')
  b.edit({ props: { color: 'blue' } })
  exchange(a, b)
  expect(readRecord(recordMapOf(a.doc), 'shape:n')).toMatchObject({ parentId: 'shape:f', props: { color: 'blue' } })
})

test('a circle of parents is cut in the view', () => {
  const [a, b] = twoPeersWithNote()
  const props = { w: 1, h: 1, name: '', color: 'black' }
  const frames = [
    shapeRecord('frame', 'shape:f', { parentId: 'shape:g', props }),
    shapeRecord('frame', 'shape:g', { parentId: 'shape:f', props }),
  ]
  a.doc.transact(() => {
    for (const frame of frames) createRecord(recordMapOf(a.doc), frame)
  })
  exchange(a, b)
  const parents = frames.map((frame) => (b.store.get(frame.id as TLShapeId) as TLNoteShape).parentId)
  expect(parents).toContain('page:page')
})

test('what is more than a board may hold is taken back, and nobody else sees it; the rest is written', () => {
  const state = Y.encodeStateAsUpdate(twoPeersWithNote()[0].doc)
  let told = 0
  const a = peer(state, { limit: checkLimits, onBeyondLimit: () => void told++ })
  const b = peer(state)
  a.store.put([noteRecord({ x: 2_000_000 }, 'shape:far'), noteRecord({ x: 20 }, 'shape:near')])
  a.edit({ x: 1e308 })
  a.binding.receive()
  exchange(a, b)
  for (const { store, note } of [a, b]) {
    expect(store.has('shape:far' as TLShapeId)).toBe(false)
    expect(note('shape:near')?.x).toBe(20)
    expect(note()?.x).toBeLessThan(1_000)
  }
  expect(told).toBe(1)
  a.edit({ x: 7 })
  exchange(a, b)
  expect([a.note()?.x, b.note()?.x, told]).toEqual([7, 7, 1])
})

test('changes of somebody who may not write are taken back', () => {
  const state = seed()
  const owner = peer(state)
  let mayWrite = true
  const guest = peer(state, { canWrite: () => mayWrite })
  owner.store.put([noteRecord()])
  exchange(owner, guest)
  mayWrite = false
  guest.edit({ x: 99 })
  guest.store.put([noteRecord({}, 'shape:mine')])
  exchange(owner, guest)
  guest.binding.receive()
  expect(guest.note()?.x).toBe(0)
  expect(guest.note('shape:mine')).toBeUndefined()
  expect(owner.note('shape:mine')).toBeUndefined()
})

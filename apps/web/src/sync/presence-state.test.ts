import { createTLSchema } from '@tldraw/tlschema'
import { describe, expect, test } from 'vitest'
import { decodePresence, encodePresence, type OwnPresence, readStampedUser, SELECTION_MAX } from './presence-state.ts'

const USER = { id: '0198a1c2-7d3e-7abc-8def-0123456789ab', name: 'Sara Yilmaz', colour: 3 }
const OWN: OwnPresence = {
  pageId: 'page:page',
  cursor: { x: 10.4, y: -20.6 },
  camera: { x: -100.2, y: 33, z: 0.62345 },
  screen: { w: 1440, h: 812 },
  brush: null,
  selectedShapeIds: ['shape:abc'],
  editingShapeId: 'shape:abc',
}
const schema = createTLSchema()

test('what goes out comes in as a valid presence record with the stamped person', () => {
  const record = decodePresence(4711, { presence: encodePresence(OWN), user: USER }, 99)
  expect(schema.types.instance_presence.validate(record)).toEqual(record)
  expect(record).toMatchObject({
    id: 'instance_presence:4711',
    typeName: 'instance_presence',
    userId: USER.id,
    userName: 'Sara Yilmaz',
    color: 'var(--presence-3)',
    currentPageId: 'page:page',
    cursor: { x: 10, y: -21 },
    camera: { x: -100, y: 33, z: 0.623 },
    selectedShapeIds: ['shape:abc'],
    lastActivityTimestamp: 99,
    meta: { editing: 'shape:abc' },
  })
})

test('stays small: 100 selected shapes are 50, everything in 140 bytes otherwise', () => {
  const many = encodePresence({ ...OWN, selectedShapeIds: Array.from({ length: 100 }, (_, i) => `shape:${i}`) })
  expect(many.s).toHaveLength(SELECTION_MAX)
  expect(JSON.stringify(encodePresence(OWN)).length).toBeLessThan(140)
})

describe('SEC-25 nothing else from awareness becomes a record', () => {
  const presence = encodePresence(OWN)
  test.each([
    ['null', null],
    ['a string', 'instance_presence'],
    ['no stamp', { presence }],
    ['a stamp without a user id', { presence, user: { ...USER, id: 'sara' } }],
    ['a colour that is CSS', { presence, user: { ...USER, colour: 'url(//x)' } }],
    ['a name that is an object', { presence, user: { ...USER, name: { toString: 1 } } }],
    ['a name of a megabyte', { presence, user: { ...USER, name: 'x'.repeat(1e6) } }],
    ['no presence', { user: USER }],
    ['a shape instead', { presence: { typeName: 'shape', id: 'shape:x' }, user: USER }],
    ['a page that is no id', { presence: { ...presence, p: 'a b' }, user: USER }],
  ])('%s gives nothing', (_name, state) => {
    expect(decodePresence(1, state, 0)).toBeUndefined()
  })

  test.each([
    ['cursor', { c: [Number.NaN, 1] }, { cursor: null }],
    ['far cursor', { c: [1e300, 1] }, { cursor: null }],
    ['cursor of strings', { c: ['1', '2'] }, { cursor: null }],
    ['brush', { b: [1, 2, 3] }, { brush: null }],
    ['camera', { v: { x: 1 } }, { camera: null }],
    ['selection', { s: ['ok', 'page:page', 7, null, '__proto__ x'] }, { selectedShapeIds: ['shape:ok'] }],
    ['selection object', { s: { length: 9 } }, { selectedShapeIds: [] }],
    ['editing', { e: 'a:b' }, { meta: {} }],
  ])('a hostile %s is left out, the rest is shown', (_name, change, expected) => {
    const record = decodePresence(1, { presence: { ...presence, ...change }, user: USER }, 0)
    expect(schema.types.instance_presence.validate(record)).toMatchObject(expected)
  })

  const place = { item: { client: 4711, clock: 12 }, assoc: -1 }
  test.each([
    ['no caret', undefined, undefined],
    ['a caret', { anchor: place, head: place }, { anchor: place, head: place }],
    ['one of which an end is missing', { anchor: place }, undefined],
    ['one that is a text', 'caret', undefined],
    ['one at a root of the document', { anchor: place, head: { tname: 'records' } }, undefined],
    ['one with numbers that are no ids', { anchor: place, head: { item: { client: -1, clock: 1e300 } } }, undefined],
    [
      'one with more than a caret has',
      { anchor: { ...place, type: 'x', __proto__: { a: 1 } }, head: { ...place, assoc: 1e9, html: '<b>' }, shape: {} },
      { anchor: place, head: { ...place, assoc: 0 } },
    ],
  ])('%s: only two places come of it', (_name, cursor, caret) => {
    const record = decodePresence(1, { presence, cursor, user: USER }, 0)
    expect(schema.types.instance_presence.validate(record)?.meta).toEqual({
      editing: 'shape:abc',
      ...(caret && { caret }),
    })
  })

  test('a caret of somebody who has no text open is none', () => {
    const { e: _, ...idle } = presence
    const state = { presence: idle, cursor: { anchor: place, head: place }, user: USER }
    expect(decodePresence(1, state, 0)?.meta).toEqual({})
  })

  test('own keys of a state do not reach the record', () => {
    const state = { user: USER, presence: { ...presence, id: 'shape:x', typeName: 'shape', color: 'red' } }
    expect(decodePresence(5, state, 0)).toMatchObject({
      id: 'instance_presence:5',
      typeName: 'instance_presence',
      color: 'var(--presence-3)',
    })
  })
})

test('reads the stamp alone, for the list of who is here', () => {
  expect(readStampedUser({ user: USER })).toEqual(USER)
  expect(readStampedUser({ user: { ...USER, colour: 9 } })).toBeUndefined()
})

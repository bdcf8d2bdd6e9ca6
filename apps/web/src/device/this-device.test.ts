import type { Me } from '@samtavle/shared/api'
import { beforeEach, expect, test, vi } from 'vitest'
import { keepsBoards, personWithoutServer, rememberPerson, setShared } from './this-device.ts'

const NOW = 1_800_000_000_000
const DAY = 24 * 60 * 60 * 1000
const ANNA: Me = {
  id: 'b1f6',
  email: 'anna@tavle.example',
  name: 'Anna Mikkelsen',
  colour: 3,
  locale: 'da',
  role: 'admin',
  may: { createBoards: true, managePeople: true, invite: ['admin', 'member'] },
}

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})

test('D8: without a server one is whom it knew here last, with no right that only it can give', () => {
  rememberPerson(ANNA, NOW)
  expect(personWithoutServer(NOW + DAY)).toEqual({
    ...ANNA,
    email: '',
    role: 'member',
    may: { createBoards: false, managePeople: false, invite: [] },
  })
})

test('D8: what is remembered holds neither address nor right nor secret', () => {
  rememberPerson(ANNA, NOW)
  expect([...stored.keys()]).toEqual(['samtavle.person'])
  expect(Object.keys(JSON.parse([...stored.values()][0] ?? ''))).toEqual(['id', 'name', 'colour', 'locale', 'seenAt'])
})

test('D8: after a month without the server nobody is anybody', () => {
  rememberPerson(ANNA, NOW)
  expect(personWithoutServer(NOW + 30 * DAY)?.id).toBe(ANNA.id)
  expect(personWithoutServer(NOW + 30 * DAY + 1)).toBeNull()
})

test('D8: on a device that others use nobody is remembered, and whoever was before is forgotten', () => {
  expect(keepsBoards()).toBe(true)
  rememberPerson(ANNA, NOW)
  setShared(true)
  expect(keepsBoards()).toBe(false)
  expect(personWithoutServer(NOW)).toBeNull()
  rememberPerson({ ...ANNA, id: 'c2' }, NOW)
  expect([...stored.keys()]).toEqual(['samtavle.device'])
  setShared(false)
  expect(personWithoutServer(NOW)).toBeNull()
})

test.each(['', 'null', '{', '[]', '{"id":7,"seenAt":1}', '{"id":"x"}'])(
  'what was put there by hand counts as nobody: %s',
  (text) => {
    stored.set('samtavle.person', text)
    expect(personWithoutServer(NOW)).toBeNull()
  },
)

test('D2: where storage is forbidden nobody is remembered, and nothing throws', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('no', 'SecurityError')
    },
    setItem() {
      throw new DOMException('no', 'SecurityError')
    },
    removeItem() {
      throw new DOMException('no', 'SecurityError')
    },
  })
  rememberPerson(ANNA, NOW)
  setShared(true)
  expect(personWithoutServer(NOW)).toBeNull()
})

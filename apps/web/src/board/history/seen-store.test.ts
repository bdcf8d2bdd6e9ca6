import { beforeEach, expect, test, vi } from 'vitest'
import { readSeen, type Seen, writeSeen } from './seen-store.ts'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  return () => vi.unstubAllGlobals()
})

const seen = (state = new Uint8Array([0, 255, 7])): Seen => ({ at: 1_000, generation: '1', state, own: [42] })

test('what somebody saw of a board is theirs, and is read as it was written', () => {
  writeSeen('anna', 'board', seen())
  expect(readSeen('anna', 'board')).toEqual(seen())
  expect(readSeen('bo', 'board')).toBeNull()
  expect(readSeen('anna', 'other')).toBeNull()
})

test('of many boards the one that was longest not looked at is forgotten', () => {
  for (let i = 0; i < 20; i++) writeSeen('anna', `board-${i}`, seen())
  writeSeen('anna', 'board-0', seen())
  writeSeen('anna', 'new', seen())
  expect(readSeen('anna', 'board-1')).toBeNull()
  for (const board of ['board-0', 'board-2', 'new']) expect(readSeen('anna', board), board).not.toBeNull()
  expect(kept.size).toBe(21)
})

test('what is too large is not kept, nor what was kept before it', () => {
  writeSeen('anna', 'board', seen())
  writeSeen('anna', 'board', seen(new Uint8Array(200_000)))
  expect(readSeen('anna', 'board')).toBeNull()
})

test.for(['', 'null', '{', '{"at":"1"}', '{"at":1,"generation":"1","state":"€"}'])('%s says nothing', (value) => {
  kept.set('samtavle.seen.anna.board', value)
  expect(readSeen('anna', 'board')).toBeNull()
})

import 'fake-indexeddb/auto'
import type { BoardSummary } from '@samtavle/shared/api'
import { afterEach, expect, test, vi } from 'vitest'
import { BoardDatabase } from './board-database.ts'
import {
  clearShelf,
  countWaiting,
  eraseBoard,
  leaveWords,
  leftWords,
  SHELF_LIMITS,
  type ShelvedBoard,
  shelve,
  shelvedBoard,
  shelvedBoards,
  takeWords,
  tidyShelf,
} from './device-shelf.ts'
import { retireBoard } from './retire-board.ts'

const NOW = 1_800_000_000_000

function shelved(personId: string, boardId: string, openedAt = NOW, generation = '1'): ShelvedBoard {
  return {
    personId,
    boardId,
    generation,
    openedAt,
    summary: { id: boardId, title: `Tavle ${boardId}` } as BoardSummary,
  }
}

/** A board with content, and records that wait. */
async function put(board: ShelvedBoard, waiting: string[] = []): Promise<ShelvedBoard> {
  await shelve(board)
  const database = await BoardDatabase.open(board)
  const change = (words: string, at: number) => ({
    id: `shape:${words}`,
    before: undefined,
    after: { id: `shape:${words}`, typeName: 'shape', props: { text: words } },
    at,
    from: at,
    to: at + 1,
    client: 7,
  })
  await database.write({
    update: new Uint8Array([0, 0]),
    waiting: { put: waiting.map(change), remove: [] },
    strict: false,
  })
  database.close()
  return board
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name ?? '')

afterEach(async () => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  for (const person of ['anna', 'bo']) await clearShelf(person)
})

test('D6: nobody sees the boards of somebody else', async () => {
  await put(shelved('anna', 'a1', NOW - 5))
  await put(shelved('anna', 'a2', NOW))
  await put(shelved('bo', 'b1'))
  expect((await shelvedBoards('anna')).map(({ boardId }) => boardId)).toEqual(['a2', 'a1'])
  expect((await shelvedBoards('bo')).map(({ boardId }) => boardId)).toEqual(['b1'])
  expect(await shelvedBoard('bo', 'a1')).toBeNull()
  expect(await shelvedBoards('ann')).toEqual([])
})

test('D6: signing out takes everything of a person, also what was not noted, and nothing of others', async () => {
  await put(shelved('anna', 'a1'), ['venter'])
  await put(shelved('bo', 'b1'))
  const orphan = await BoardDatabase.open(shelved('anna', 'a9'))
  orphan.close()
  await leaveWords({ personId: 'anna', boardId: 'a1', title: 'A', words: ['x'], at: NOW })
  await leaveWords({ personId: 'bo', boardId: 'b1', title: 'B', words: ['y'], at: NOW })
  await clearShelf('anna')
  expect((await names()).filter((name) => name.includes('anna'))).toEqual([])
  expect(await shelvedBoards('anna')).toEqual([])
  expect(await leftWords('anna')).toEqual([])
  expect(await shelvedBoards('bo')).toHaveLength(1)
  expect(await leftWords('bo')).toHaveLength(1)
})

test('D6: another person at this device takes what nobody waits for; what waits stays for its author', async () => {
  await put(shelved('anna', 'a1'))
  await put(shelved('anna', 'a2'), ['venter'])
  await put(shelved('bo', 'b1'))
  await tidyShelf('bo', NOW)
  expect((await shelvedBoards('anna')).map(({ boardId }) => boardId)).toEqual(['a2'])
  expect(await shelvedBoards('bo')).toHaveLength(1)
  expect((await names()).some((name) => name.includes(':a1:'))).toBe(false)
})

test('D3: boards that were not opened for a month go, and those beyond the bound', async () => {
  await put(shelved('anna', 'old', NOW - SHELF_LIMITS.ageMs))
  await put(shelved('anna', 'old and waiting', NOW - SHELF_LIMITS.ageMs), ['venter'])
  for (let n = 0; n < SHELF_LIMITS.boards + 1; n++) await shelve(shelved('anna', `n${n}`, NOW - n))
  await leaveWords({ personId: 'anna', boardId: 'x', title: 'X', words: ['gamle'], at: NOW - SHELF_LIMITS.ageMs })
  await tidyShelf('anna', NOW)
  const left = (await shelvedBoards('anna')).map(({ boardId }) => boardId)
  expect(left).toHaveLength(SHELF_LIMITS.boards + 1)
  expect(left).toContain('old and waiting')
  expect(left).not.toContain('old')
  expect(left).not.toContain(`n${SHELF_LIMITS.boards}`)
  expect(await leftWords('anna')).toEqual([])
})

test('D5: a board that this device may not have any more leaves the words that waited, and nothing else', async () => {
  const board = await put(shelved('anna', 'a1'), ['første', 'anden'])
  await retireBoard(board, NOW)
  expect(await leftWords('anna')).toEqual([
    { personId: 'anna', boardId: 'a1', title: 'Tavle a1', words: ['første', 'anden'], at: NOW },
  ])
  expect(await shelvedBoard('anna', 'a1')).toBeNull()
  expect((await names()).some((name) => name.includes(':a1:'))).toBe(false)
  expect(await countWaiting('anna')).toBe(2)
  await leaveWords({ personId: 'anna', boardId: 'a1', title: 'A', words: ['anden', 'tredje'], at: NOW })
  await takeWords('anna', 'a1', ['første'])
  expect((await leftWords('anna'))[0]?.words).toEqual(['anden', 'tredje'])
  await takeWords('anna', 'a1')
  expect(await leftWords('anna')).toEqual([])
})

test('D5: erasing an old generation leaves the newer one', async () => {
  const old = await put(shelved('anna', 'a1', NOW, '1'))
  await put(shelved('anna', 'a1', NOW, '2'))
  await eraseBoard(old)
  expect((await shelvedBoard('anna', 'a1'))?.generation).toBe('2')
  expect((await names()).filter((name) => name.includes(':a1:'))).toEqual(['samtavle-board:anna:a1:2'])
})

test('D2: without storage there is nothing here, and nothing throws', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await shelvedBoards('anna')).toEqual([])
  expect(await shelvedBoard('anna', 'a1')).toBeNull()
  expect(await leftWords('anna')).toEqual([])
  expect(await countWaiting('anna')).toBe(0)
  await expect(shelve(shelved('anna', 'a1'))).rejects.toThrow('IndexedDB')
  await leaveWords({ personId: 'anna', boardId: 'a1', title: 'A', words: ['x'], at: NOW })
  await takeWords('anna', 'a1')
  await tidyShelf('anna', NOW)
  await clearShelf('anna')
})

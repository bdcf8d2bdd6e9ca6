import type { BoardSummary } from '@samtavle/shared/api'
import { BoardDatabase, type BoardPlace, databasePrefixOf } from './board-database.ts'
import { answerOf, completed, deleteDatabase, inTime, openDatabase } from './indexed-db.ts'

/** A board that lies on this device. */
export type ShelvedBoard = {
  personId: string
  boardId: string
  generation: string
  /** As the list of boards had it when it was last open with a connection. */
  summary: BoardSummary
  /** When it was last opened, in ms. */
  openedAt: number
}

/** Words that somebody wrote and that no board took: they wait here until their author has taken them along. */
export type LeftWords = { personId: string; boardId: string; title: string; words: string[]; at: number }

const NAME = 'samtavle-shelf'
const BOARDS = 'boards'
const WORDS = 'words'

/** At most so many boards, and none that was not opened for so long, unless something on it waits. */
export const SHELF_LIMITS = { boards: 40, ageMs: 30 * 24 * 60 * 60 * 1000 } as const

async function withStore<Result>(
  name: typeof BOARDS | typeof WORDS,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result> | undefined,
): Promise<Result | undefined> {
  const database = await openDatabase(NAME, (made) => {
    made.createObjectStore(BOARDS, { keyPath: ['personId', 'boardId'] })
    made.createObjectStore(WORDS, { keyPath: ['personId', 'boardId'] })
  })
  try {
    const transaction = database.transaction(name, mode)
    const done = completed(transaction)
    const request = work(transaction.objectStore(name))
    const [result] = await inTime(
      Promise.all([request === undefined ? undefined : answerOf(request), done]),
      'reading the shelf',
    )
    return result
  } finally {
    database.close()
  }
}

const ofPerson = (personId: string) => IDBKeyRange.bound([personId], [personId, []])

/** The board as it lies here; null when it does not, or storage cannot be had. Never rejects. */
export async function shelvedBoard(personId: string, boardId: string): Promise<ShelvedBoard | null> {
  try {
    return (await withStore<ShelvedBoard>(BOARDS, 'readonly', (store) => store.get([personId, boardId]))) ?? null
  } catch {
    return null
  }
}

/** All boards of a person on this device, those opened last first; none when storage cannot be had. Never rejects. */
export async function shelvedBoards(personId: string): Promise<ShelvedBoard[]> {
  try {
    const found = await withStore<ShelvedBoard[]>(BOARDS, 'readonly', (store) => store.getAll(ofPerson(personId)))
    return (found ?? []).sort((a, b) => b.openedAt - a.openedAt)
  } catch {
    return []
  }
}

/** Notes that a board lies here, and how it is called. @throws when it could not be noted */
export async function shelve(board: ShelvedBoard): Promise<void> {
  await withStore(BOARDS, 'readwrite', (store) => store.put(board))
}

/** How many records of a board wait for the server; 0 when that cannot be told. Never rejects. */
export async function waitingOn(place: BoardPlace): Promise<number> {
  try {
    const database = await BoardDatabase.open(place)
    try {
      return new Set((await database.waiting()).map(({ id }) => id)).size
    } finally {
      database.close()
    }
  } catch {
    return 0
  }
}

/** How many records and left texts of a person are on this device alone. Never rejects. */
export async function countWaiting(personId: string): Promise<number> {
  const [boards, left] = await Promise.all([shelvedBoards(personId), leftWords(personId)])
  const counts = await Promise.all(boards.map((board) => waitingOn(board)))
  return counts.reduce((sum, count) => sum + count, 0) + left.reduce((sum, { words }) => sum + words.length, 0)
}

/** Takes a board off this device: its content goes for good. Never rejects. */
export async function eraseBoard(place: BoardPlace): Promise<void> {
  await Promise.allSettled([
    BoardDatabase.delete(place),
    withStore(BOARDS, 'readwrite', (store) => {
      const request: IDBRequest<ShelvedBoard | undefined> = store.get([place.personId, place.boardId])
      request.onsuccess = () => {
        // Under a newer generation it lies here again.
        if (request.result?.generation === place.generation) store.delete([place.personId, place.boardId])
      }
      return undefined
    }),
  ])
}

/** Keeps words that no board took, beside those that are left of it already. Never rejects. */
export async function leaveWords(left: LeftWords): Promise<void> {
  if (left.words.length === 0) return
  try {
    await withStore(WORDS, 'readwrite', (store) => {
      const key = [left.personId, left.boardId]
      const request: IDBRequest<LeftWords | undefined> = store.get(key)
      request.onsuccess = () => {
        const words = [...new Set([...(request.result?.words ?? []), ...left.words])]
        store.put({ ...left, words })
      }
      return undefined
    })
  } catch {
    // They are on the page as well.
  }
}

/** The words of a person that no board took; none when storage cannot be had. Never rejects. */
export async function leftWords(personId: string): Promise<LeftWords[]> {
  try {
    return (await withStore<LeftWords[]>(WORDS, 'readonly', (store) => store.getAll(ofPerson(personId)))) ?? []
  } catch {
    return []
  }
}

/** Their author has these words (all of them by default), or does not want them, or they are on the board after all. Never rejects. */
export async function takeWords(personId: string, boardId: string, taken?: readonly string[]): Promise<void> {
  await withStore(WORDS, 'readwrite', (store) => {
    const request: IDBRequest<LeftWords | undefined> = store.get([personId, boardId])
    request.onsuccess = () => {
      const left = request.result
      if (left === undefined) return
      const words = taken === undefined ? [] : left.words.filter((text) => !taken.includes(text))
      if (words.length === 0) store.delete([personId, boardId])
      else store.put({ ...left, words })
    }
    return undefined
  }).catch(() => {})
}

async function everything(): Promise<ShelvedBoard[]> {
  return (await withStore<ShelvedBoard[]>(BOARDS, 'readonly', (store) => store.getAll()).catch(() => undefined)) ?? []
}

/**
 * Takes from this device what is not needed: boards of other people on which nothing waits, those that were not opened
 * for a month, and those beyond the bound; words that nobody came for in a month. Never rejects.
 */
export async function tidyShelf(personId: string, now: number): Promise<void> {
  const all = (await everything()).sort((a, b) => b.openedAt - a.openedAt)
  const isFresh = (at: number) => now - at < SHELF_LIMITS.ageMs
  const own = all.filter((board) => board.personId === personId && isFresh(board.openedAt))
  const kept = new Set(own.slice(0, SHELF_LIMITS.boards))
  for (const board of all) {
    if (!kept.has(board) && (await waitingOn(board)) === 0) await eraseBoard(board)
  }
  await withStore(WORDS, 'readwrite', (store) => {
    const request: IDBRequest<LeftWords[]> = store.getAll()
    request.onsuccess = () => {
      for (const { personId, boardId, at } of request.result) if (!isFresh(at)) store.delete([personId, boardId])
    }
    return undefined
  }).catch(() => {})
}

/** Everything of a person goes from this device. Resolves when it is asked for. Never rejects. */
export async function clearShelf(personId: string): Promise<void> {
  const shelved = (await everything()).filter((board) => board.personId === personId)
  await Promise.all(shelved.map((board) => eraseBoard(board)))
  // What a crash left behind before it was noted.
  for (const name of await boardDatabases(personId)) await deleteDatabase(name).catch(() => {})
  await withStore(WORDS, 'readwrite', (store) => store.delete(ofPerson(personId))).catch(() => {})
}

async function boardDatabases(personId: string): Promise<string[]> {
  try {
    const found = await inTime(indexedDB.databases(), 'listing databases')
    return found.flatMap(({ name }) => (name?.startsWith(databasePrefixOf(personId)) ? [name] : []))
  } catch {
    return []
  }
}

import { answerOf, completed, deleteDatabase, inTime, openDatabase } from './indexed-db.ts'
import type { WaitingChange, WaitingSteps } from './waiting-changes.ts'

/** One generation of one board, as one person has it on this device. */
export type BoardPlace = { personId: string; boardId: string; generation: string }

const PREFIX = 'samtavle-board'
const UPDATES = 'updates'
const WAITING = 'waiting'

/** The generation is part of the name: what was written before a board was put back is never merged again (C8). */
export const databaseNameOf = ({ personId, boardId, generation }: BoardPlace): string =>
  `${databasePrefixOf(personId)}${boardId}:${generation}`

/** How the names of all databases of a person begin. */
export const databasePrefixOf = (personId: string): string => `${PREFIX}:${personId}:`

/** What is in such a database. */
export type StoredBoard = { keys: number[]; updates: Uint8Array[]; waiting: WaitingChange[] }

export type BoardWrite = {
  update: Uint8Array | null
  waiting: WaitingSteps
  /** Rows that the update holds as well: they go in the same transaction. */
  replaces?: readonly number[]
  /** Only here, so the disk itself must have it; else what the operating system promises is enough. */
  strict: boolean
}

/** The rows of a board on this device: updates of its document, and the records that wait for the server. */
export class BoardDatabase {
  readonly #database: IDBDatabase

  private constructor(database: IDBDatabase, onClosed: () => void) {
    this.#database = database
    const close = database.onversionchange
    database.onversionchange = (event) => {
      close?.call(database, event)
      onClosed()
    }
    database.onclose = onClosed
  }

  /**
   * Opens it, empty when it is new. `onClosed` is called when it is deleted or the browser takes it away.
   * @throws when storage cannot be had
   */
  static async open(place: BoardPlace, onClosed: () => void = () => {}): Promise<BoardDatabase> {
    const database = await openDatabase(databaseNameOf(place), (made) => {
      made.createObjectStore(UPDATES, { autoIncrement: true })
      made.createObjectStore(WAITING, { keyPath: ['client', 'id'] })
    })
    return new BoardDatabase(database, onClosed)
  }

  /** @throws when it cannot be read in time */
  async read(): Promise<StoredBoard> {
    const transaction = this.#database.transaction([UPDATES, WAITING])
    const updates = transaction.objectStore(UPDATES)
    const [keys, rows, waiting] = await inTime(
      Promise.all([
        answerOf(updates.getAllKeys()),
        answerOf<Uint8Array[]>(updates.getAll()),
        answerOf<WaitingChange[]>(transaction.objectStore(WAITING).getAll()),
      ]),
      'reading a board',
    )
    return { keys: keys as number[], updates: rows, waiting }
  }

  /** The records that wait, each once. */
  async waiting(): Promise<WaitingChange[]> {
    const store = this.#database.transaction(WAITING).objectStore(WAITING)
    return inTime(answerOf<WaitingChange[]>(store.getAll()), 'reading what waits')
  }

  /**
   * Writes all of it or nothing, and resolves when it is kept.
   * @returns the key of the update's row; null when there was none
   * @throws when nothing of it was kept
   */
  async write({ update, waiting, replaces = [], strict }: BoardWrite): Promise<number | null> {
    const transaction = this.#database.transaction([UPDATES, WAITING], 'readwrite', {
      durability: strict ? 'strict' : 'relaxed',
    })
    const done = completed(transaction)
    const updates = transaction.objectStore(UPDATES)
    const added = update === null ? null : updates.add(update)
    for (const key of replaces) updates.delete(key)
    const store = transaction.objectStore(WAITING)
    for (const change of waiting.put) store.put(change)
    for (const change of waiting.remove) removeUnlessNewer(store, change)
    await done
    return (added?.result as number | undefined) ?? null
  }

  close(): void {
    this.#database.close()
  }

  static delete(place: BoardPlace): Promise<void> {
    return deleteDatabase(databaseNameOf(place))
  }
}

/** Another tab may have gone on with the record: that newer change still waits. */
function removeUnlessNewer(store: IDBObjectStore, { client, id, at, to }: WaitingChange): void {
  const request: IDBRequest<WaitingChange | undefined> = store.get([client, id])
  request.onsuccess = () => {
    const { result } = request
    if (result !== undefined && result.at <= at && result.to <= to) store.delete([client, id])
  }
}

/** IndexedDB in promises that say when a transaction really completed, and that never wait for ever. */

/** Something that IndexedDB does not do here: forbidden, broken, blocked by another tab, or too slow. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError'
}

/** A browser whose disk hangs, or a tab that holds an old version open, must not hold up a board. */
const WAIT_MS = 3_000

/** @throws DeviceError when `work` has not settled in time */
export function inTime<Result>(work: Promise<Result>, what: string, ms = WAIT_MS): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeviceError(`${what} took too long`)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Storage may be missing, or refuse to be looked at. */
function factory(): IDBFactory {
  try {
    if (globalThis.indexedDB) return globalThis.indexedDB
  } catch {
    // As if it were missing.
  }
  throw new DeviceError('there is no IndexedDB')
}

/** What a request answers. Rejects when it fails. */
export function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new DeviceError('a request failed'))
  })
}

/** Resolves when everything in the transaction is kept; rejects when nothing of it is. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DeviceError('a transaction was taken back'))
  })
}

/**
 * Opens a database, made by `upgrade` when it is new. It closes itself when somebody deletes it, in whatever tab.
 * @throws DeviceError, or the browser's own error, when it cannot be had in time
 */
export async function openDatabase(name: string, upgrade: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = factory().open(name, 1)
  request.onupgradeneeded = () => upgrade(request.result)
  try {
    const database = await inTime(answerOf(request), 'opening storage')
    database.onversionchange = () => database.close()
    return database
  } catch (error) {
    // One that comes after nobody waits for it would block its own deletion.
    request.onsuccess = () => request.result.close()
    throw error
  }
}

/**
 * Deletes a database. One that another tab still holds goes when that tab lets go of it: asked for is enough.
 * @throws DeviceError when there is no IndexedDB
 */
export async function deleteDatabase(name: string): Promise<void> {
  const request = factory().deleteDatabase(name)
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => resolve()
    request.onblocked = () => resolve()
    request.onerror = () => reject(request.error ?? new DeviceError('a database could not be deleted'))
  })
}

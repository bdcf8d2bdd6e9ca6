import { isFixing, MARKING_KEYS } from '@samtavle/shared/marking-values'
import * as Y from 'yjs'
import { type Container, recordsRoot } from './board-container.ts'
import { type Place, type Placed, placeOfItem, StructPlaces } from './struct-places.ts'
import { type DecodedUpdate, mergeRanges } from './update-guard.ts'

/**
 * `create` needs a record that is not there, `delete` leaves none; everything else, replacing it too, is `change`. Where
 * only Yjs could tell whether a record outlives its rivals, it is `change` rather than `create`, and `delete` before all.
 */
export type Touch = 'create' | 'change' | 'delete'
export type Touched = { ok: true; records: ReadonlyMap<string, Touch> } | { ok: false; reason: string }
/** Who is asked while an update is read. True ends the reading. */
export type TouchWatch = {
  touches(recordId: string, touch: Touch): boolean
  /** `values` is all that one struct puts under a key of a record; only asked for keys that may mark a record. */
  brings(recordId: string, key: string, values: readonly unknown[]): boolean
}

/** A record's key in the root map: whether something may live there, and the last of all that was ever set there. */
type Entry = { mayLive: boolean; tail: Y.ID | 'none' | 'unsure' }
type Earlier = {
  places: StructPlaces
  entries: Map<string, Entry>
  fixed: Set<string>
  made: Map<string, number>
}

/** What an update does to a record's key in the root map. */
type EntryChange = {
  before: Entry
  /** Entries that the update sets, and those of them that it deletes at once. */
  set: Set<Placed>
  dead: Set<Placed>
  /** The newest entry so far. `unsure` when only Yjs knows who wins: the record then counts as changed, never as kept. */
  tail: Entry['tail']
  heir: Placed | undefined
  /** Whether something that may be the living entry is deleted. */
  isHit: boolean
}

const NOBODY: TouchWatch = { touches: () => false, brings: () => false }

/**
 * Structs of updates that are earlier in the batch and not yet applied. For one document, while nothing is applied to
 * it. What waits for something missing is left out.
 */
export class BatchOverlay {
  readonly #added: DecodedUpdate[] = []
  #earlier: Earlier | undefined
  #judged: { decoded: DecodedUpdate; reading: Reading } | undefined

  /** What was read of an update to its end; asked for when the update is added. */
  judged(decoded: DecodedUpdate, reading: Reading): void {
    this.#judged = { decoded, reading }
  }

  /** Costs nothing until a later update of the batch is judged. */
  add(decoded: DecodedUpdate): void {
    this.#added.push(decoded)
  }

  /**
   * What the updates so far bring. `fixed` are the records that one of them fixes, or might; `made` those that were
   * never there before, with the client that makes each.
   */
  over(doc: Y.Doc): Earlier {
    this.#earlier ??= { places: new StructPlaces(doc), entries: new Map(), fixed: new Set(), made: new Map() }
    for (const decoded of this.#added.splice(0)) {
      // What was judged and let in is read already.
      const judged = this.#judged?.decoded === decoded ? this.#judged.reading : undefined
      const reading = judged ?? new Reading(this.#earlier, NOBODY)
      if (judged === undefined) reading.read(decoded)
      for (const record of reading.fixed ?? []) this.#earlier.fixed.add(record)
      this.#earlier.places.absorb(reading.places)
      for (const [record, change] of reading.entries ?? []) {
        this.#earlier.entries.set(record, entryAfter(change))
        const [first] = change.set
        if (change.before.tail === 'none' && first !== undefined) this.#earlier.made.set(record, first.client)
      }
    }
    return this.#earlier
  }
}

/**
 * Which records an update touches when it is applied to `doc` after what the overlay holds. A struct that loses against
 * a newer one counts. One that the document holds does not, neither does a late edit of something that is deleted for
 * good, nor a struct that was collected where it was made, with what hangs on it. Never changes the document.
 * @param watch true ends the reading, and the answer holds what was found so far
 * @returns not `ok` for what cannot be told: structs that are missing, or that others wait for in the document, and
 *   whatever lies in no record
 */
export function touchedRecords(
  doc: Y.Doc,
  overlay: BatchOverlay,
  decoded: DecodedUpdate,
  watch: TouchWatch = NOBODY,
): Touched {
  const reading = new Reading(overlay.over(doc), watch)
  const problem = reading.read(decoded)
  if (problem === undefined && !reading.isStopped) overlay.judged(decoded, reading)
  if (problem !== undefined && !reading.isStopped) return { ok: false, reason: problem }
  return { ok: true, records: reading.records }
}

class Reading {
  readonly records = new Map<string, Touch>()
  /** Only when the update sets or deletes a whole record. */
  entries: Map<string, EntryChange> | undefined
  /** Records that the update fixes, or might. */
  fixed: string[] | undefined
  readonly places: StructPlaces
  isStopped = false
  readonly #earlier: Earlier
  readonly #watch: TouchWatch
  #problem: string | undefined

  constructor(earlier: Earlier, watch: TouchWatch) {
    this.#earlier = earlier
    this.#watch = watch
    this.places = new StructPlaces(earlier.places.doc, earlier.places)
  }

  /** @returns why the update cannot be judged; what could be read is read all the same */
  read({ structs, ds }: DecodedUpdate): string | undefined {
    const problem = this.places.take(structs, (struct, place, placed) => this.#onStruct(struct, place, placed))
    this.#problem ??= problem
    if (this.#wakesPending()) this.#problem ??= 'structs that others wait for'
    for (const [client, ranges] of ds.clients) {
      if (this.isStopped) break
      for (const { clock, len } of mergeRanges(ranges)) this.#onDeleted(client, clock, clock + len)
    }
    for (const [record, change] of this.entries ?? []) this.#note(record, touchOf(change))
    return this.#problem
  }

  #note(record: string, touch: Touch): void {
    const before = this.records.get(record)
    // Inside a record that the update creates or deletes, nothing further is asked.
    if (this.isStopped || before === touch || before === 'create' || before === 'delete') return
    this.records.set(record, touch)
    this.isStopped = this.#watch.touches(record, touch)
  }

  #onStruct(struct: Y.Item, place: Place, placed: Placed | undefined): boolean {
    const record = this.#recordAt(place)
    if (record === undefined) return false
    if (place.container.level !== 'records') {
      this.#note(record, 'change')
      if (place.container.level === 'record' && !this.isStopped && MARKING_KEYS.has(place.key ?? '')) {
        this.#onMarking(record, place.key ?? '', struct.content.getContent())
      }
      return this.isStopped
    }
    const change = this.#entry(record)
    this.#note(record, change.before.mayLive ? 'change' : 'create')
    if (placed !== undefined) this.#set(change, struct, placed)
    return this.isStopped
  }

  #onMarking(record: string, key: string, values: readonly unknown[]): void {
    if (values.some((value) => isFixing(key, value))) {
      this.fixed ??= []
      this.fixed.push(record)
    }
    this.isStopped = this.#watch.brings(record, key, values)
  }

  #set(change: EntryChange, struct: Y.Item, placed: Placed): void {
    const { tail } = change
    const isNext = tail === 'none' ? struct.origin === null : tail !== 'unsure' && Y.compareIDs(struct.origin, tail)
    const isWhole = placed.length === struct.length
    change.set.add(placed)
    if (struct.content instanceof Y.ContentDeleted) change.dead.add(placed)
    // Behind the newest entry nothing can come in between: it wins. Anywhere else, concurrent ones are compared.
    if (isNext && isWhole && struct.rightOrigin === null) {
      change.tail = Y.createID(placed.client, placed.clock + placed.length - 1)
      change.heir = placed
    } else {
      change.tail = 'unsure'
      change.heir = undefined
    }
  }

  #onDeleted(client: number, from: number, end: number): void {
    const { doc } = this.places
    const held = Y.getState(doc.store, client)
    if (from < held) this.#onDeletedInDoc(doc, client, from, Math.min(end, held))
    if (end <= held) return
    const isThere = this.places.within(client, Math.max(from, held), end, (placed) => {
      this.#onDeletedPlace(placed, Y.createID(client, placed.clock + placed.length - 1), end, placed)
    })
    if (!isThere) this.#problem ??= 'a deletion of what is missing'
  }

  #onDeletedInDoc(doc: Y.Doc, client: number, from: number, end: number): void {
    const structs = doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, from); i < structs.length && !this.isStopped; i++) {
      const struct = structs[i]
      if (struct === undefined || struct.id.clock >= end) break
      if (struct instanceof Y.Item && !struct.deleted) {
        this.#onDeletedPlace(placeOfItem(doc, struct), struct.lastId, end)
      }
    }
  }

  /** @param end of what is deleted */
  #onDeletedPlace(place: Place, last: Y.ID, end: number, placed?: Placed): void {
    const record = this.#recordAt(place)
    if (record === undefined) return
    if (place.container.level !== 'records') {
      this.#note(record, 'change')
      return
    }
    const change = this.#entry(record)
    // The last part of an entry of several is its value: deleting the others takes nothing from the record.
    if (last.clock >= end) return
    const isOwn = placed !== undefined && change.set.has(placed)
    const { mayLive, tail } = change.before
    if (isOwn) change.dead.add(placed)
    else if (mayLive && (typeof tail === 'string' || Y.compareIDs(tail, last))) change.isHit = true
  }

  /** Undefined for what vanishes, and for what lies in no record: then the update cannot be judged. */
  #recordAt({ container, key }: Place): string | undefined {
    if (container.level === 'garbage') return undefined
    const record = recordOf(container, key)
    if (record === undefined) this.#problem ??= 'something outside the records'
    return record
  }

  #entry(record: string): EntryChange {
    this.entries ??= new Map()
    let change = this.entries.get(record)
    if (change === undefined) {
      const before = this.#earlier.entries.get(record) ?? entryInDoc(this.places.doc, record)
      change = { before, set: new Set(), dead: new Set(), tail: before.tail, heir: undefined, isHit: false }
      this.entries.set(record, change)
    }
    return change
  }

  /** Structs that wait in the document come in with what they wait for; nobody has judged them by today's policy. */
  #wakesPending(): boolean {
    const pending = this.places.doc.store.pendingStructs
    if (pending === null) return false
    for (const [client, clock] of pending.missing) {
      if (this.places.adds(client) && this.places.stateOf(client) > clock) return true
    }
    return false
  }
}

function recordOf(container: Container, key: string | null): string | undefined {
  return container.level === 'records' ? (key ?? undefined) : container.record
}

function entryInDoc(doc: Y.Doc, record: string): Entry {
  const item = recordsRoot(doc)?._map.get(record)
  return item === undefined ? { mayLive: false, tail: 'none' } : { mayLive: !item.deleted, tail: item.lastId }
}

/** True when the record surely has a living entry that the update set. */
const hasHeir = ({ heir, dead, tail }: EntryChange): boolean =>
  tail !== 'unsure' && heir !== undefined && !dead.has(heir)

function touchOf(change: EntryChange): Touch {
  if (!change.before.mayLive) return change.set.size > 0 ? 'create' : 'change'
  return (change.isHit || change.dead.size > 0) && !hasHeir(change) ? 'delete' : 'change'
}

function entryAfter(change: EntryChange): Entry {
  const { before, tail } = change
  const mayLive = hasHeir(change) || tail === 'unsure' || (before.mayLive && touchOf(change) !== 'delete')
  return { mayLive, tail }
}

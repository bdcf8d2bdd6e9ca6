import { RECORDS_ROOT, readOwnValue, readValue, recordMapOf } from '@samtavle/shared/board-doc'
import type * as Y from 'yjs'

/** How to tell whose a record is. */
export type Ownership = {
  readonly doc: Y.Doc
  /** Is what this client writes mine? */
  isMine(client: number): boolean
  /** Records that are not in the document yet: the client that makes each. */
  readonly made?: ReadonlyMap<string, number>
}

/**
 * The client that made a record: the one whose entry is the first that its id ever had. Whoever takes a deletion back
 * does not become its author. Undefined for an id that nothing ever had.
 */
export function authorOf(doc: Y.Doc, id: string): number | undefined {
  let item = doc.share.get(RECORDS_ROOT)?._map.get(id)
  // Entries that were replaced or deleted stay as empty items.
  while (item?.left != null) item = item.left
  return item?.id.client
}

/** Is it mine, or not there at all? */
export function isOwn(id: string, { doc, isMine, made }: Ownership): boolean {
  const author = authorOf(doc, id) ?? made?.get(id)
  return author === undefined || isMine(author)
}

/**
 * May I make, change or delete this record when I may change only my own? Mine is what I made, the bindings of the
 * arrows that I made, whoever tied them, and nothing that somebody else's records lie in or show: they would go along.
 */
export function mayTouchOwn(id: string, mine: Ownership): boolean {
  const { doc } = mine
  if (!id.startsWith('binding:')) return isOwn(id, mine) && !carriesOthers(id, mine)
  if (!doc.share.has(RECORDS_ROOT)) return true
  const records = recordMapOf(doc)
  // One that is gone says nothing of its arrow: what it is made anew as does.
  if (!records.has(id)) return true
  const arrow = readOwnValue(records, id, 'fromId')
  return typeof arrow === 'string' ? isOwn(arrow, mine) : isOwn(id, mine)
}

function carriesOthers(host: string, mine: Ownership): boolean {
  const passengers = passengersOf(mine.doc)
  const seen = new Set([host])
  // A set goes on over what is added to it, and ends in a circle too.
  for (const id of seen) {
    for (const passenger of passengers.on(id)) {
      if (!isOwn(passenger, mine)) return true
      seen.add(passenger)
    }
  }
  return false
}

const found = new WeakMap<Y.Doc, Passengers>()
const NONE: ReadonlySet<string> = new Set()
/** Keys of a record that say, or may say, what it lies in and which picture it shows. */
const HOST_KEYS: ReadonlySet<string | null> = new Set(['_', 'xy', 'parentId', 'props', 'p.assetId'])

function passengersOf(doc: Y.Doc): Passengers {
  let passengers = found.get(doc)
  if (passengers === undefined) {
    passengers = new Passengers(doc)
    found.set(doc, passengers)
  }
  return passengers
}

/** Which records lie in a record, or show it as their picture; kept up to date with the document. */
class Passengers {
  readonly #hosts = new Map<string, readonly string[]>()
  readonly #passengers = new Map<string, Set<string>>()

  constructor(doc: Y.Doc) {
    if (doc.share.has(RECORDS_ROOT)) for (const id of recordMapOf(doc).keys()) this.#place(doc, id)
    doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
      const root = doc.share.get(RECORDS_ROOT)
      for (const [type, keys] of changed) {
        const item = type._item
        if (type === root) for (const id of keys) this.#place(doc, id ?? '')
        else if (item !== null && item.parent === root && [...keys].some((key) => HOST_KEYS.has(key))) {
          this.#place(doc, item.parentSub ?? '')
        }
      }
    })
  }

  on(host: string): ReadonlySet<string> {
    return this.#passengers.get(host) ?? NONE
  }

  #place(doc: Y.Doc, id: string): void {
    const records = recordMapOf(doc)
    const said = [readOwnValue(records, id, 'parentId'), readValue(records, id, 'props', 'assetId')]
    const hosts = said.filter((host): host is string => typeof host === 'string' && !host.startsWith('page:'))
    const before = this.#hosts.get(id) ?? []
    if (hosts.length === 0 && before.length === 0) return
    for (const host of before) this.#passengers.get(host)?.delete(id)
    if (hosts.length === 0) this.#hosts.delete(id)
    else this.#hosts.set(id, hosts)
    for (const host of hosts) {
      const on = this.#passengers.get(host)
      if (on === undefined) this.#passengers.set(host, new Set([id]))
      else on.add(id)
    }
  }
}

import { ProtocolError } from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import { type Container, FOREIGN, innerContainer, rootContainer, UNKNOWN } from './board-container.ts'
import type { StructPlaces } from './struct-places.ts'
import type { BatchOverlay } from './touched-records.ts'
import type { DecodedUpdate } from './update-guard.ts'

/** Levels of elements and texts in a rich text, and of objects and arrays in a value. */
export const NESTING_MAX = 32

/** As keys of plain objects they reach what all objects share. */
const UNSAFE_KEY = /^([pm]\.)?(__proto__|constructor|prototype)$/

/**
 * Refuses what would make a board that cannot be deleted, exported or read any more (SEC-32): shared types where the
 * layout has none, or nested deeper than it nests them, subdocuments, values that are no JSON or nested too deep, roots
 * other than the records, and keys that are not safe. Texts, deletions and what the document holds cost nothing.
 *
 * Structs may come before those that they hang on, so a type in an unknown place passes when it could be right there.
 * What such updates can build is bounded by what may wait in a document.
 * @throws ProtocolError
 */
export function assertNesting(doc: Y.Doc, overlay: BatchOverlay, decoded: DecodedUpdate): void {
  let containers: ContainerFinder | undefined
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue
    const { id, content, parentSub } = struct
    const parent: unknown = struct.parent
    if (typeof parent === 'string' && rootContainer(parent) === FOREIGN) throw new ProtocolError('an unknown root')
    if (parentSub !== null) assertKey(parentSub)
    if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) continue
    if (!(content instanceof Y.ContentType)) {
      assertContent(content)
      continue
    }
    if (id.clock < Y.getState(doc.store, id.client)) continue
    containers ??= new ContainerFinder(overlay.over(doc).places, decoded)
    const container = containers.innerOf(struct, content.type)
    if (container.level === 'foreign') throw new ProtocolError('a type that has no place there')
    if (container.depth > NESTING_MAX) throw new ProtocolError('rich text nested too deep')
  }
}

function assertContent(content: Y.Item['content']): void {
  if (content instanceof Y.ContentAny) assertJson(content.arr, -1)
  else if (content instanceof Y.ContentJSON) assertJson(content.arr, -1)
  else if (content instanceof Y.ContentEmbed) assertJson(content.embed, 0)
  else if (content instanceof Y.ContentFormat) {
    assertKey(content.key)
    assertJson(content.value, 0)
  } else throw new ProtocolError('content that is no JSON')
}

function assertKey(key: string): void {
  if (UNSAFE_KEY.test(key)) throw new ProtocolError('an unsafe key')
}

/** Bounded by its own limit, whatever the depth. */
function assertJson(value: unknown, depth: number): void {
  if (typeof value === 'bigint') throw new ProtocolError('a value that is no JSON')
  if (typeof value !== 'object' || value === null) return
  if (depth > NESTING_MAX) throw new ProtocolError('a value nested too deep')
  if (Array.isArray(value)) {
    for (const item of value) assertJson(item, depth + 1)
    return
  }
  // The decoder of Yjs assigns keys one by one, and `__proto__` then changes what kind of object it is.
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new ProtocolError('a value that is no JSON')
  for (const key of Object.keys(value)) {
    assertKey(key)
    assertJson((value as Record<string, unknown>)[key], depth + 1)
  }
}

/** Containers of the structs of one update, whether or not all that they hang on is there yet. */
class ContainerFinder {
  readonly #places: StructPlaces
  readonly #own = new Map<number, Y.Item[]>()
  readonly #found = new Map<Y.Item, { container: Container; key: string | null }>()

  constructor(places: StructPlaces, { structs }: DecodedUpdate) {
    this.#places = places
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      const run = this.#own.get(struct.id.client)
      if (run === undefined) this.#own.set(struct.id.client, [struct])
      else run.push(struct)
    }
  }

  /** What the type of a struct is as a container. */
  innerOf(struct: Y.Item, type: Y.ContentType['type'], levels = 0): Container {
    // Further up than the layout is deep: no need to know what is there.
    if (levels > NESTING_MAX + 2) throw new ProtocolError('types nested too deep')
    const { container, key } = this.#placeOf(struct, levels)
    return innerContainer(container, key, type)
  }

  /** Goes from neighbour to neighbour until one says, or is known to say, where all of them lie. */
  #placeOf(struct: Y.Item, levels: number): { container: Container; key: string | null } {
    const passed = new Set<Y.Item>()
    let place: { container: Container; key: string | null } | undefined
    for (let at = struct; place === undefined; ) {
      place = this.#found.get(at)
      if (place !== undefined) break
      passed.add(at)
      const beside = at.origin ?? at.rightOrigin
      if (beside === null) {
        place = { container: this.#parentOf(at, levels), key: at.parentSub }
        break
      }
      place = this.#places.find(beside)
      if (place !== undefined) break
      const next = this.#ownAt(beside)
      if (next === undefined || passed.has(next)) place = { container: UNKNOWN, key: null }
      else at = next
    }
    for (const item of passed) this.#found.set(item, place)
    return place
  }

  #parentOf(struct: Y.Item, levels: number): Container {
    const parent: unknown = struct.parent
    if (typeof parent === 'string') return rootContainer(parent)
    if (!(parent instanceof Y.ID)) return UNKNOWN
    const placed = this.#places.find(parent)
    // A parent that is no type, or not any more: Yjs drops what is put into it.
    if (placed !== undefined) return placed.inner ?? UNKNOWN
    const own = this.#ownAt(parent)
    if (own === undefined || !(own.content instanceof Y.ContentType)) return UNKNOWN
    return this.innerOf(own, own.content.type, levels + 1)
  }

  #ownAt({ client, clock }: Y.ID): Y.Item | undefined {
    const run = this.#own.get(client)
    let low = 0
    let high = (run?.length ?? 0) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const item = run?.[middle] as Y.Item
      if (clock < item.id.clock) high = middle - 1
      else if (clock >= item.id.clock + item.length) low = middle + 1
      else return item
    }
    return undefined
  }
}

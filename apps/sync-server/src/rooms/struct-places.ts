import * as Y from 'yjs'
import { type Container, containerInDoc, GARBAGE, innerContainer, rootContainer } from './board-container.ts'
import type { DecodedUpdate } from './update-guard.ts'

export type Struct = DecodedUpdate['structs'][number]

/** Where a struct lies: in which container, below which key, and what it is as a container itself. */
export type Place = { readonly container: Container; readonly key: string | null; readonly inner: Container | null }
/** A struct that the document does not hold yet. */
export type Placed = Place & { readonly client: number; readonly clock: number; readonly length: number }

/**
 * Told of every struct that is new to the document, in the order in which Yjs would take them in. `placed` is undefined
 * for one that an earlier update of the batch brings as well. True ends the reading.
 */
type OnPlaced = (struct: Y.Item, place: Place, placed: Placed | undefined) => boolean

/** The structs of one client in an update: they lie next to each other. */
type Run = { client: number; next: number; end: number; waits: boolean }

const MISSING = 'something that is missing'
const GARBAGE_PLACE: Place = { container: GARBAGE, key: null, inner: null }

/** Where the structs of a document lie, and on top of it those of updates that are not applied to it. */
export class StructPlaces {
  readonly doc: Y.Doc
  readonly #below: StructPlaces | undefined
  /** By client, in order of clocks and without gaps, from where what lies below ends. */
  #placed: Map<number, Placed[]> | undefined

  constructor(doc: Y.Doc, below?: StructPlaces) {
    this.doc = doc
    this.#below = below
  }

  /** The clock that the next struct of a client must have. */
  stateOf(client: number): number {
    const last = this.#placed?.get(client)?.at(-1)
    if (last !== undefined) return last.clock + last.length
    return this.#below === undefined ? Y.getState(this.doc.store, client) : this.#below.stateOf(client)
  }

  /** True when structs of the client lie on top of the document and of what lies below. */
  adds(client: number): boolean {
    return this.#placed?.has(client) ?? false
  }

  /** Undefined for a struct that is nowhere yet. */
  find({ client, clock }: Y.ID): Place | undefined {
    const own = this.#placed?.get(client)
    if (own !== undefined && own[0] !== undefined && clock >= own[0].clock) return own[indexOf(own, clock)]
    return this.#below === undefined ? placeInDoc(this.doc, client, clock) : this.#below.find({ client, clock })
  }

  /**
   * Calls `use` with every struct of the range that is not in the document.
   * @returns false when a part of the range is nowhere yet
   */
  within(client: number, from: number, end: number, use: (placed: Placed) => void): boolean {
    if (end > this.stateOf(client)) return false
    const own = this.#placed?.get(client)
    const start = own?.[0]?.clock ?? Number.POSITIVE_INFINITY
    if (from < start) this.#below?.within(client, from, Math.min(end, start), use)
    if (own === undefined || end <= start) return true
    for (let i = indexOf(own, Math.max(from, start)); i < own.length; i++) {
      const placed = own[i]
      if (placed === undefined || placed.clock >= end) break
      use(placed)
    }
    return true
  }

  /** Takes over what lies on top of these. */
  absorb(above: StructPlaces): void {
    if (above.#placed === undefined) return
    this.#placed ??= new Map()
    for (const [client, placed] of above.#placed) {
      const own = this.#placed.get(client)
      if (own === undefined) this.#placed.set(client, placed)
      else for (const struct of placed) own.push(struct)
    }
  }

  /**
   * Places the structs of an update. What cannot be placed is left out with all that follows of its client.
   * @returns the first thing that an update which is to be judged must not hold
   */
  take(structs: readonly Struct[], onPlaced: OnPlaced): string | undefined {
    const first = structs[0]
    if (first === undefined) return undefined
    // Nearly every update has structs of its author only; then there is nothing to wait for.
    if (structs.every(({ id }) => id.client === first.id.client)) {
      let problem: string | undefined
      for (const struct of structs) {
        const outcome = this.#takeOne(struct, onPlaced)
        if (typeof outcome === 'number') return problem ?? MISSING
        if (outcome === 'stop') return problem
        if (outcome !== 'placed') problem ??= outcome.problem
      }
      return problem
    }
    const runs = runsOf(structs)
    return runs === undefined ? 'a client twice' : this.#takeRuns(structs, runs, onPlaced)
  }

  /** Where a struct waits for another client, that one's structs come first. */
  #takeRuns(structs: readonly Struct[], runs: ReadonlyMap<number, Run>, onPlaced: OnPlaced): string | undefined {
    let problem: string | undefined
    for (const first of runs.values()) {
      const waiting: Run[] = [first]
      for (let run = waiting.at(-1); run !== undefined; run = waiting.at(-1)) {
        const struct = structs[run.next]
        if (struct === undefined || run.next >= run.end) {
          waiting.pop()
          continue
        }
        const outcome = this.#takeOne(struct, onPlaced)
        if (outcome === 'stop') return problem
        if (typeof outcome !== 'number') {
          if (outcome !== 'placed') problem ??= outcome.problem
          run.next += 1
          run.waits = false
          if (waiting.length > 1) waiting.pop()
          continue
        }
        run.waits = true
        const other = runs.get(outcome)
        if (other !== undefined && !other.waits && other.next < other.end) {
          waiting.push(other)
          continue
        }
        problem ??= MISSING
        for (const stuck of waiting.splice(0)) stuck.next = stuck.end
      }
    }
    return problem
  }

  /** A number is the client whose structs must come first. */
  #takeOne(struct: Struct, onPlaced: OnPlaced): 'placed' | 'stop' | { problem: string } | number {
    const { client, clock } = struct.id
    const end = clock + struct.length
    const state = this.stateOf(client)
    // Also of what it knows, Yjs asks first whether all that it hangs on is there.
    const missing = struct instanceof Y.Item ? this.#missing(struct) : undefined
    if (missing !== undefined) return missing
    if (end <= Y.getState(this.doc.store, client)) return 'placed'
    // A gap, like a skip, waits for structs of the client itself.
    if (clock > state || struct instanceof Y.Skip) return client
    if (struct instanceof Y.GC) {
      // What was collected on its author's side brings nothing any more, and what hangs on it vanishes.
      this.#push({ ...GARBAGE_PLACE, client, clock: state, length: end - state })
      return 'placed'
    }
    const place = this.#place(struct)
    // Key by key: spreading took most of the time of judging an update.
    const { container, key, inner } = place
    const placed = end > state ? { container, key, inner, client, clock: state, length: end - state } : undefined
    // Of a struct that is known in part, Yjs hangs the rest behind that part, wherever the struct says that it lies.
    const torn = clock < state && !sameList(this.find(Y.createID(client, Math.min(state, end) - 1)), place)
    const crossed = torn || !this.#hasOneList(struct)
    if (placed !== undefined) this.#push(placed)
    if (onPlaced(struct, place, placed)) return 'stop'
    return crossed ? { problem: 'a struct in two lists' } : 'placed'
  }

  #push(placed: Placed): void {
    if (placed.length <= 0) return
    this.#placed ??= new Map()
    const own = this.#placed.get(placed.client)
    if (own === undefined) this.#placed.set(placed.client, [placed])
    else own.push(placed)
  }

  /** The client of a struct that an item hangs on and that is nowhere yet. */
  #missing({ origin, rightOrigin, parent }: Y.Item): number | undefined {
    if (origin !== null && !this.#holds(origin)) return origin.client
    if (rightOrigin !== null && !this.#holds(rightOrigin)) return rightOrigin.client
    return parent instanceof Y.ID && !this.#holds(parent) ? parent.client : undefined
  }

  #holds({ client, clock }: Y.ID): boolean {
    return clock < this.stateOf(client)
  }

  #place(item: Y.Item): Place {
    const { content, origin, rightOrigin } = item
    // Not integrated yet: a root is named by a string, everything else by an id.
    const parent: unknown = item.parent
    let container: Container
    let key = item.parentSub
    if (typeof parent === 'string') container = rootContainer(parent)
    // The content of a deleted parent is gone; Yjs drops what is put into it.
    else if (parent instanceof Y.ID) container = this.find(parent)?.inner ?? GARBAGE
    else {
      const left = origin === null ? undefined : this.find(origin)
      const right = rightOrigin === null ? undefined : this.find(rightOrigin)
      const beside = (left?.container === GARBAGE ? right : (left ?? right)) ?? GARBAGE_PLACE
      container = beside.container
      key = beside.key
    }
    return {
      container,
      key,
      inner: content instanceof Y.ContentType ? innerContainer(container, key, content.type) : null,
    }
  }

  /** False when the neighbours of a struct lie in different lists, so that it would get into both. */
  #hasOneList({ origin, rightOrigin }: Y.Item): boolean {
    if (origin === null || rightOrigin === null) return true
    const left = this.find(origin)
    const right = this.find(rightOrigin)
    if (left === undefined || right === undefined) return false
    return left.container === GARBAGE || right.container === GARBAGE || sameList(left, right)
  }
}

function sameList(a: Place | undefined, b: Place): boolean {
  return a !== undefined && a.container === b.container && a.key === b.key
}

/** Undefined when a client comes twice: Yjs takes only the last run of a client. */
function runsOf(structs: readonly Struct[]): Map<number, Run> | undefined {
  const runs = new Map<number, Run>()
  let run: Run | undefined
  for (let i = 0; i < structs.length; i++) {
    const client = structs[i]?.id.client ?? 0
    if (run?.client !== client) {
      if (runs.has(client)) return undefined
      run = { client, next: i, end: i, waits: false }
      runs.set(client, run)
    }
    run.end = i + 1
  }
  return runs
}

/** The struct that holds the clock, in an array that begins no later; past its end, one that is not there. */
function indexOf(placed: readonly Placed[], clock: number): number {
  let low = 0
  let high = placed.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = placed[middle] as Placed
    if (clock < struct.clock) high = middle - 1
    else if (clock >= struct.clock + struct.length) low = middle + 1
    else return middle
  }
  return placed.length
}

function placeInDoc(doc: Y.Doc, client: number, clock: number): Place | undefined {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return undefined
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item ? placeOfItem(doc, struct) : GARBAGE_PLACE
}

/** Where an item of a document lies. */
export function placeOfItem(doc: Y.Doc, item: Y.Item): Place {
  const { parent, content } = item
  if (!(parent instanceof Y.AbstractType)) return GARBAGE_PLACE
  const inner = content instanceof Y.ContentType ? containerInDoc(doc, content.type) : null
  return { container: containerInDoc(doc, parent), key: item.parentSub, inner }
}

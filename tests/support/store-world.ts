import type { BoardRecord, RichTextWriter } from '@samtavle/shared/board-doc'
import { plainTextOf, type RichText, richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'
import {
  noteRecord,
  type Peer,
  peer,
  seed as seedBoard,
  validate,
} from '../../apps/web/src/sync/board-peers.fixture.ts'
import { createRandom, type Random } from './seeded-random.ts'

type CanvasRecord = ReturnType<Peer['store']['allRecords']>[number]
type Shape = CanvasRecord & { typeName: 'shape'; type: string; parentId: string }
type Seat = { peer: Peer; online: boolean; inbox: Uint8Array[]; stopForwarding: () => void }

/** How often somebody does what. */
const ACTS = {
  createNote: 6,
  createFrame: 1,
  move: 10,
  recolour: 5,
  write: 12,
  erase: 3,
  reparent: 5,
  restack: 3,
  delete: 3,
  duplicate: 2,
  undo: 4,
  redo: 2,
} as const

/** What only a note can have done to it. */
const NOTE_ACTS: ReadonlySet<string> = new Set(['recolour', 'write', 'erase'])
const COLOURS = ['yellow', 'blue', 'green', 'red', 'violet'] as const
/** A word is one letter that nobody else writes: of a longer one a part may be anybody's. */
const WORD = /[\u4e00-\u9fff]/g
const wordNumber = (number: number): string => String.fromCodePoint(0x4e00 + number)

/**
 * People at real canvases: each a tldraw store bound to a document of its own, and a server's document in between. They
 * work, lose their connection and come back, while a record is kept of what somebody took away on purpose.
 */
export class StoreWorld {
  readonly server = new Y.Doc()
  readonly seats: Seat[]
  readonly #random: Random
  #made = 0
  /** Ids and words that were ever made, and those that somebody's own act took away. */
  readonly #shapes = new Set<string>()
  readonly #words = new Map<string, string>()
  readonly #removed = new Set<string>()

  /** @param writeText how the first of them writes texts; the product's way unless a test plants another */
  constructor(seed: number, peers: number, writeText?: RichTextWriter) {
    this.#random = createRandom(seed)
    const board = seedBoard()
    Y.applyUpdate(this.server, board)
    this.seats = Array.from({ length: peers }, (_, index) =>
      this.#seat(board, index, index === 0 ? writeText : undefined),
    )
  }

  #seat(board: Uint8Array, index: number, writeText: RichTextWriter | undefined): Seat {
    const doc = new Y.Doc()
    // By their ids Yjs decides between rivals: the same seed is to give the same board.
    doc.clientID = index + 1
    Y.applyUpdate(doc, board)
    const one = peer(board, writeText === undefined ? {} : { writeText }, { doc })
    const seat: Seat = { peer: one, online: true, inbox: [], stopForwarding: () => {} }
    const forward = (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && seat.online) this.#serve(update, seat)
    }
    one.doc.on('update', forward)
    seat.stopForwarding = () => one.doc.off('update', forward)
    return seat
  }

  /** The server takes an update in and hands it to the others, who read it when they come to it. */
  #serve(update: Uint8Array, from: Seat): void {
    Y.applyUpdate(this.server, update)
    for (const seat of this.seats) if (seat !== from && seat.online) seat.inbox.push(update)
  }

  /** One step: an act of somebody, or something that the network does. */
  step(): void {
    const random = this.#random
    const seat = random.pick(this.seats)
    const what = random.weighted({ act: 60, flush: 15, read: 20, leave: 2, comeBack: 3 })
    if (what === 'act') this.#act(seat)
    else if (what === 'flush') seat.peer.binding.flush()
    else if (what === 'read') this.#read(seat)
    else if (what === 'leave') this.#leave(seat)
    else this.#comeBack(seat)
  }

  #read(seat: Seat): void {
    const count = this.#random.int(seat.inbox.length + 1)
    const updates = seat.inbox.splice(0, count)
    // Updates of different people may change places on their way, and one may come twice.
    if (this.#random.chance(0.3)) updates.reverse()
    if (updates[0] !== undefined && this.#random.chance(0.2)) updates.push(updates[0])
    for (const update of updates) Y.applyUpdate(seat.peer.doc, update, 'server')
    seat.peer.binding.receive()
  }

  #leave(seat: Seat): void {
    seat.online = false
    seat.inbox.length = 0
  }

  #comeBack(seat: Seat): void {
    if (seat.online) return
    const { doc, binding } = seat.peer
    binding.flush()
    seat.online = true
    const mine = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.server))
    const theirs = Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(doc))
    this.#serve(mine, seat)
    Y.applyUpdate(doc, theirs, 'server')
    if (this.#random.chance(0.5)) binding.receive()
  }

  /** Everybody is here and has read everything. */
  settle(): void {
    for (const seat of this.seats) this.#comeBack(seat)
    for (let round = 0; round < 3; round++) {
      for (const { peer: one } of this.seats) one.binding.flush()
      for (const seat of this.seats) {
        for (const update of seat.inbox.splice(0)) Y.applyUpdate(seat.peer.doc, update, 'server')
        seat.peer.binding.receive()
      }
    }
  }

  #act(seat: Seat): void {
    const { binding } = seat.peer
    // Undo works in the document and is shown with what others did: that comes first, so that it is not counted here.
    binding.receive()
    const before = this.#held(seat.peer)
    this.#do(seat.peer)
    binding.receive()
    const after = this.#held(seat.peer)
    for (const key of before) if (!after.has(key)) this.#removed.add(key)
    for (const key of after) if (key.startsWith('shape:')) this.#shapes.add(key)
  }

  #do({ store, undo, edit }: Peer): void {
    const random = this.#random
    const act = random.weighted(ACTS)
    if (act === 'undo' || act === 'redo') {
      undo[act]()
      return
    }
    undo.mark()
    const shapes = store.allRecords().filter((record): record is Shape => record.typeName === 'shape')
    const place = () => ({ x: random.int(900), y: random.int(900) })
    if (act === 'createNote') store.put([noteRecord(place(), this.#id())])
    else if (act === 'createFrame') store.put([frameRecord(this.#id())])
    if (act === 'createNote' || act === 'createFrame' || shapes.length === 0) return
    const shape = random.pick(shapes)
    const { id } = shape
    const doing: Record<Exclude<typeof act, 'createNote'>, () => void> = {
      move: () => edit(place(), id),
      restack: () => edit({ index: `a${1 + random.int(8)}` as never }, id),
      recolour: () => edit({ props: { color: random.pick(COLOURS) } }, id),
      write: () => this.#rewrite(edit, shape, false),
      erase: () => this.#rewrite(edit, shape, true),
      delete: () => store.remove(withDescendants(shapes, id) as Parameters<typeof store.remove>[0]),
      // A copy has its own words: otherwise nobody could tell whose were lost.
      duplicate: () => store.put([validate({ ...withoutText(shape), id: this.#id() })]),
      reparent: () => {
        const own = new Set(withDescendants(shapes, id))
        const frames = shapes.filter(({ type, id: other }) => type === 'frame' && !own.has(other))
        const parentId = frames.length > 0 && random.chance(0.7) ? random.pick(frames).id : 'page:page'
        edit({ parentId: parentId as never }, id)
      },
    }
    if (shape.type === 'note' || !NOTE_ACTS.has(act)) doing[act]()
  }

  #rewrite(edit: Peer['edit'], note: Shape, erases: boolean): void {
    const random = this.#random
    const text = textOf(note)
    const words = text.match(WORD) ?? []
    if (erases && words.length > 0) {
      edit({ props: { richText: richTextOf(text.replace(random.pick(words), '')) } }, note.id)
      return
    }
    this.#made += 1
    const word = wordNumber(this.#made)
    this.#words.set(word, note.id)
    const at = random.int(words.length + 1)
    edit({ props: { richText: richTextOf([...words.slice(0, at), word, ...words.slice(at)].join('')) } }, note.id)
  }

  #id(): string {
    this.#made += 1
    return `shape:${this.#made}`
  }

  /** Ids of all shapes that a canvas shows, and all words on them. */
  #held({ store }: Peer): Set<string> {
    const held = new Set<string>()
    for (const record of store.allRecords()) {
      if (record.typeName !== 'shape') continue
      held.add(record.id)
      if (record.type === 'note') for (const word of textOf(record as Shape).match(WORD) ?? []) held.add(word)
    }
    return held
  }

  /** What is wrong when all have settled; undefined when nothing is. */
  problem(): string | undefined {
    const [first, ...rest] = this.seats.map(({ peer: one }) => one)
    if (first === undefined) return undefined
    const shown = JSON.stringify(recordsOf(first))
    for (const [i, other] of rest.entries()) {
      if (!sameJson(other.doc, first.doc)) return `the documents of 0 and ${i + 1} differ`
      if (JSON.stringify(recordsOf(other)) !== shown) return `the canvases of 0 and ${i + 1} differ`
    }
    const held = this.#held(first)
    for (const id of this.#shapes) if (!held.has(id) && !this.#removed.has(id)) return `${id} was lost`
    for (const [word, id] of this.#words) {
      if (!held.has(word) && !this.#removed.has(word) && !this.#removed.has(id)) return `${word} on ${id} was lost`
    }
    if (first.quarantined.length > 0) return `left out: ${first.quarantined.join(', ')}`
    return undefined
  }

  destroy(): void {
    for (const { peer: one, stopForwarding } of this.seats) {
      stopForwarding()
      one.binding.dispose()
      one.undo.destroy()
      one.doc.destroy()
    }
    this.server.destroy()
  }
}

const textOf = (note: Shape): string =>
  plainTextOf((note as unknown as { props: { richText: RichText } }).props.richText)

function withoutText(shape: Shape): BoardRecord {
  const record = shape as unknown as BoardRecord
  return shape.type === 'note' ? { ...record, props: { ...record.props, richText: richTextOf('') } } : record
}

const frameRecord = (id: string): CanvasRecord =>
  validate(shapeRecord('frame', id, { props: { w: 500, h: 500, name: '', color: 'black' } }))

function withDescendants(shapes: readonly Shape[], id: string): string[] {
  const found = [id]
  for (const each of found) for (const shape of shapes) if (shape.parentId === each) found.push(shape.id)
  return found
}

const recordsOf = ({ store }: Peer): unknown[] =>
  store
    .allRecords()
    .filter(({ typeName }) => typeName === 'shape' || typeName === 'page')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((record) => sorted(record))

const sameJson = (a: Y.Doc, b: Y.Doc): boolean =>
  JSON.stringify(sorted(a.getMap('records').toJSON())) === JSON.stringify(sorted(b.getMap('records').toJSON()))

/** The same value with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

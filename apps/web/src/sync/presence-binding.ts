import { jsonEqual } from '@samtavle/shared/board-doc'
import {
  CameraRecordType,
  InstancePageStateRecordType,
  type InstancePresenceRecordType,
  TLINSTANCE_ID,
  type TLInstancePresence,
  type TLPageId,
  TLPOINTER_ID,
  type TLStore,
} from '@tldraw/tlschema'
import type { Awareness } from 'y-protocols/awareness'
import {
  type CompactPresence,
  decodePresence,
  encodePresence,
  type OwnPresence,
  readStampedUser,
  type StampedUser,
} from './presence-state.ts'
import type { TextCaret } from './text-caret.ts'

type PresenceId = ReturnType<typeof InstancePresenceRecordType.createId>

export type PresenceOptions = {
  store: TLStore
  awareness: Awareness
  /** Called when somebody came, went or changed their name. */
  onPeople(): void
  /** What somebody is called here: of guests it says that they are. */
  nameOf?: (user: StampedUser) => string
  /** Where I stand in the text that I have open; null when none is. */
  caret?: () => TextCaret | null
  /** Runs `run` after `ms`; the browser's timer by default. */
  after?: (ms: number, run: () => void) => () => void
  now?: () => number
}

/**
 * While the meta of the editor's instance says so, nobody sees where I am: neither pointer, view nor selection, which
 * would tell what I vote for. That I am here, and what I write in, is shown.
 */
export const UNSEEN = 'unseen'

/** At most twenty times a second. */
const INTERVAL_MS = 50

const browserTimer = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Cursors, cameras and selections: mine go out in awareness, the others' become presence records in the store. */
export class PresenceBinding {
  readonly #options: PresenceOptions
  readonly #shown = new Map<number, TLInstancePresence>()
  #sent: { presence: CompactPresence; cursor?: TextCaret } | null = null
  #cancel: (() => void) | null = null
  #people: StampedUser[] = []
  readonly #stopListening: () => void

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#stopListening = options.store.listen(() => this.#scheduleSend(), { scope: 'session' })
    options.awareness.on('change', this.#receive)
    this.#receive()
    this.#scheduleSend()
  }

  /** The others who are on the board now, each person once. */
  get people(): readonly StampedUser[] {
    return this.#people
  }

  dispose(): void {
    this.#cancel?.()
    this.#stopListening()
    this.#options.awareness.off('change', this.#receive)
    // The store may be bound again, to a document of which the others have other ids.
    const { store } = this.#options
    const ids = [...this.#shown.values()].map(({ id }) => id)
    if (ids.length > 0) store.mergeRemoteChanges(() => store.remove(ids))
  }

  /** My caret moved: nothing in the store says so. */
  caretMoved(): void {
    this.#scheduleSend()
  }

  #scheduleSend(): void {
    this.#cancel ??= (this.#options.after ?? browserTimer)(INTERVAL_MS, () => {
      this.#cancel = null
      this.#send()
    })
  }

  #send(): void {
    const { store, awareness, caret } = this.#options
    const own = readOwnPresence(store)
    if (own === null) return
    const cursor = own.editingShapeId === null ? null : (caret?.() ?? null)
    const next = { presence: encodePresence(own), ...(cursor && { cursor }) }
    const state = awareness.getLocalState()
    if (state === null || (this.#sent !== null && jsonEqual(this.#sent, next))) return
    this.#sent = next
    // Both at once: a caret is in the text that the presence names.
    const { cursor: _gone, ...others } = state
    awareness.setLocalState({ ...others, ...next })
  }

  readonly #receive = (): void => {
    const { store, awareness, nameOf = ({ name }) => name } = this.#options
    const now = (this.#options.now ?? Date.now)()
    const put: TLInstancePresence[] = []
    const remove: PresenceId[] = []
    const people = new Map<string, StampedUser>()
    const states = awareness.getStates()
    for (const [clientId, state] of states) {
      if (clientId === awareness.clientID) continue
      const user = readStampedUser(state)
      if (user) people.set(user.id, { ...user, name: nameOf(user) })
      const before = this.#shown.get(clientId)
      const record = decodePresence(clientId, state, now, nameOf)
      if (record === undefined) continue
      // The time alone is no news: only a change of what is shown counts as activity.
      if (before && jsonEqual({ ...before, lastActivityTimestamp: now }, record)) continue
      this.#shown.set(clientId, record)
      put.push(record)
    }
    for (const [clientId, record] of this.#shown) {
      if (states.has(clientId)) continue
      this.#shown.delete(clientId)
      remove.push(record.id)
    }
    if (put.length > 0 || remove.length > 0) {
      store.mergeRemoteChanges(() => {
        if (remove.length > 0) store.remove(remove)
        if (put.length > 0) store.put(put)
      })
    }
    this.#setPeople([...people.values()])
  }

  #setPeople(people: StampedUser[]): void {
    people.sort((a, b) => a.name.localeCompare(b.name, 'da') || (a.id < b.id ? -1 : 1))
    if (jsonEqual(people, this.#people)) return
    this.#people = people
    this.#options.onPeople()
  }
}

/** Where I am, from the store's session records; null before an editor has made them. */
function readOwnPresence(store: TLStore): OwnPresence | null {
  const instance = store.unsafeGetWithoutCapture(TLINSTANCE_ID)
  if (!instance) return null
  const pageId: TLPageId = instance.currentPageId
  const page = store.unsafeGetWithoutCapture(InstancePageStateRecordType.createId(pageId))
  const camera = store.unsafeGetWithoutCapture(CameraRecordType.createId(pageId))
  const pointer = store.unsafeGetWithoutCapture(TLPOINTER_ID)
  const unseen = { cursor: null, camera: null, brush: null, selectedShapeIds: [] }
  const own = {
    pageId,
    // Until the pointer has been on the canvas its record says 0, 0.
    cursor: pointer && pointer.lastActivityTimestamp > 0 ? { x: pointer.x, y: pointer.y } : null,
    camera: camera ? { x: camera.x, y: camera.y, z: camera.z } : null,
    screen: { w: instance.screenBounds.w, h: instance.screenBounds.h },
    brush: instance.brush ?? null,
    selectedShapeIds: page?.selectedShapeIds ?? [],
    editingShapeId: page?.editingShapeId ?? null,
  }
  return instance.meta[UNSEEN] === true ? { ...own, ...unseen } : own
}

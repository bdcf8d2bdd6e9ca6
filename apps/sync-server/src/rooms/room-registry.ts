import type { CloseReason, RoomEvent } from '@samtavle/shared/protocol'
import type * as Y from 'yjs'
import { BOARD_BOUNDS } from './board-bound.ts'
import type { EditOutcome } from './edit-outcome.ts'
import type { Maintenance } from './maintenance.ts'
import type { WriterRoom } from './pending-update.ts'
import { createPresenceRounds } from './presence-rounds.ts'
import type { Room } from './room.ts'
import type { RoomControl } from './room-control.ts'
import type { RegistryDeps, RoomDeps } from './room-deps.ts'
import { type LoadedRoom, loadRoom } from './room-load.ts'
import { NO_METRICS, type RoomStats } from './room-metrics.ts'
import type { Admission, RoomPeer, SeatHandle } from './room-peer.ts'
import { RoomWriter } from './room-writer.ts'
import type { ServerEdit } from './server-edits.ts'
import { SyncGate } from './sync-gate.ts'

/** How long a room that nobody needs stays in memory, in milliseconds: about a reload of the page. */
export const UNLOAD_AFTER_MS = 15_000
/** How often rights are asked for again because something changed while they were being asked for. */
const JOIN_ATTEMPTS = 5

/** Where a board is on its way into memory and out of it. A board without a slot is not in memory. */
type Slot =
  | { state: 'loading'; opened: Promise<Room | CloseReason> }
  | { state: 'open'; loaded: LoadedRoom; cancelUnload: (() => void) | null }
  /** Ended with updates that are still on their way to the store: loading now could miss them. */
  | { state: 'ending'; settled: Promise<void> }

const NO_MAINTENANCE: Maintenance = { committed() {}, unloaded() {} }

/** Asks for the rights of a socket as they are now; a reason when it may not, or not any more. */
export type Authorise = () => Promise<Admission | CloseReason>

export interface RoomRegistry extends RoomControl {
  /**
   * Takes a peer into the room of a board, loading it when it is not in memory.
   * @returns its seat, or why it is refused. Never rejects.
   */
  join(boardId: string, peer: RoomPeer, authorise: Authorise): Promise<SeatHandle | CloseReason>
  /** An edit made by the server, on a copy of the document. @returns when it is shown to all, or why it is not taken */
  edit(boardId: string, actorId: string | null, change: ServerEdit): Promise<EditOutcome>
  /** Tells everybody who is on the board here. */
  tell(boardId: string, event: RoomEvent): void
  /** The board has a new generation: every socket ends with 4409 and the room is forgotten. */
  boardReplaced(boardId: string): void
  /** The whole document of a board in memory as one update, encoded once for all who ask; undefined for any other. */
  encodedState(boardId: string): Uint8Array | undefined
  /** The document of a board in memory, to be read and not kept; undefined where none is built. */
  openDocument(boardId: string): { doc: Y.Doc; generation: number } | undefined
  /** The store went back in time: what open boards hold is stored once more. */
  storeAgain(): void
  /** Resolves when everything that was accepted is durable. */
  flush(): Promise<void>
  /** Ends every room. Returns the boards with accepted updates that are not durable. */
  close(): string[]
  /** Present figures for metrics and tests. */
  stats(): RoomStats
}

export function createRoomRegistry(deps: RegistryDeps): RoomRegistry {
  const {
    store,
    fanout,
    clock,
    log,
    maintenance = NO_MAINTENANCE,
    metrics = NO_METRICS,
    durability,
    bounds = BOARD_BOUNDS,
    rateLimits = true,
    presenceEveryMs = 10,
    rests = {},
    onEmpty = () => {},
  } = deps
  const slots = new Map<string, Slot>()
  const writer = new RoomWriter(
    { store, clock, log, mode: durability ?? 'available', rests, onCommit: metrics.committed },
    () => {
      metrics.degraded(!writer.healthy)
      for (const room of openRooms()) room.tellDurability()
    },
  )
  const gate = new SyncGate(clock)
  const roomDeps: RoomDeps = {
    writer,
    fanout,
    clock,
    log,
    maintenance,
    metrics,
    gate,
    bounds,
    rateLimits,
    presenceRounds: createPresenceRounds(clock, presenceEveryMs),
    onIdle: scheduleUnload,
  }
  /** Counts what rights and boards went through; a right that was asked for across a change is asked for again. */
  let changes = 0
  let closed = false
  let rollbacks = 0

  function openRooms(): Room[] {
    return [...slots.values()].flatMap((slot) => (slot.state === 'open' ? [slot.loaded.room] : []))
  }

  function openRoom(boardId: string): Room | undefined {
    const slot = slots.get(boardId)
    return slot?.state === 'open' ? slot.loaded.room : undefined
  }

  /** The room once it is complete. All who come while it loads wait for the same load. */
  async function open(boardId: string): Promise<Room | CloseReason> {
    let slot = slots.get(boardId)
    while (slot?.state === 'ending') {
      await slot.settled
      slot = slots.get(boardId)
    }
    if (slot?.state === 'open') return slot.loaded.room
    if (slot?.state === 'loading') return slot.opened
    const loading: Slot = { state: 'loading', opened: load(boardId, () => slots.get(boardId) === loading) }
    slots.set(boardId, loading)
    return loading.opened
  }

  async function load(boardId: string, isWanted: () => boolean): Promise<Room | CloseReason> {
    let loaded: LoadedRoom | undefined
    try {
      loaded = await loadRoom(boardId, { store, fanout, room: roomDeps })
    } catch (error) {
      log.warn({ boardId, err: error }, 'a board could not be loaded')
      if (isWanted()) slots.delete(boardId)
      return 'unavailable'
    }
    if (!isWanted()) {
      // Deleted while it was read, or the server stops: what was read may be old.
      loaded?.unsubscribe()
      loaded?.room.end('unavailable')
      return 'unavailable'
    }
    if (loaded === undefined) {
      slots.delete(boardId)
      return 'noSuchBoard'
    }
    slots.set(boardId, { state: 'open', loaded, cancelUnload: null })
    scheduleUnload(loaded.room)
    return loaded.room
  }

  function scheduleUnload({ boardId }: WriterRoom): void {
    const slot = slots.get(boardId)
    if (slot?.state !== 'open' || slot.cancelUnload !== null) return
    const { room } = slot.loaded
    slot.cancelUnload = clock.after(UNLOAD_AFTER_MS, () => {
      slot.cancelUnload = null
      // Asked again: somebody may have come, or an update may wait, since the room was idle.
      if (openRoom(boardId) !== room || !room.isIdle) return
      retire(boardId, 'unavailable')
      maintenance.unloaded(boardId)
      if (slots.size === 0) onEmpty()
    })
  }

  /** Takes the board out of memory; whoever is there gets the reason. */
  function retire(boardId: string, reason: CloseReason): void {
    const slot = slots.get(boardId)
    if (slot === undefined || slot.state === 'ending') return
    slots.delete(boardId)
    if (slot.state === 'loading') return
    const { room, unsubscribe } = slot.loaded
    slot.cancelUnload?.()
    unsubscribe()
    if (writer.holds(room)) {
      const ending: Slot = { state: 'ending', settled: writer.settled(room) }
      slots.set(boardId, ending)
      void ending.settled.then(() => {
        if (slots.get(boardId) === ending) slots.delete(boardId)
      })
    }
    room.end(reason)
  }

  async function authorised(boardId: string, authorise: Authorise): Promise<Admission | CloseReason> {
    try {
      return await authorise()
    } catch (error) {
      log.warn({ boardId, err: error }, 'rights could not be asked for')
      return 'unavailable'
    }
  }

  return {
    async join(boardId, peer, authorise) {
      for (let attempt = 0; attempt < JOIN_ATTEMPTS; attempt++) {
        if (closed) return 'restart'
        const opened = await open(boardId)
        const before = changes
        const admission = await authorised(boardId, authorise)
        if (typeof admission === 'string') return admission
        if (typeof opened === 'string') return opened
        const slot = slots.get(boardId)
        if (before !== changes || slot?.state !== 'open' || slot.loaded.room !== opened) continue
        if (admission.generation !== opened.generation) {
          retire(boardId, 'rebuild')
          continue
        }
        slot.cancelUnload?.()
        slot.cancelUnload = null
        return opened.join(peer, admission)
      }
      return closed ? 'restart' : 'unavailable'
    },

    async edit(boardId, actorId, change) {
      if (closed) return 'restart'
      const opened = await open(boardId)
      return typeof opened === 'string' ? opened : opened.edit(actorId, change)
    },
    tell: (boardId, event) => openRoom(boardId)?.rights.tell(event),
    boardReplaced(boardId) {
      changes += 1
      retire(boardId, 'rebuild')
    },
    encodedState: (boardId) => openRoom(boardId)?.content.encodedState(),
    openDocument(boardId) {
      const room = openRoom(boardId)
      const doc = room?.content.built
      return room && doc && { doc, generation: room.generation }
    },

    boardDeleted(boardId) {
      changes += 1
      retire(boardId, 'gone')
    },
    accessChanged(boardId, userId, role) {
      changes += 1
      openRoom(boardId)?.rights.changeAccess(userId, role)
    },
    boardChanged(boardId, board) {
      changes += 1
      openRoom(boardId)?.rights.changeBoard(board)
    },
    sessionEnded(sessionHash) {
      changes += 1
      for (const room of openRooms()) room.rights.endSession(sessionHash)
    },
    personChanged(person) {
      changes += 1
      for (const room of openRooms()) room.changePerson(person)
    },
    attendees: (boardId) => openRoom(boardId)?.rights.attendees() ?? [],

    storeAgain() {
      const open = openRooms()
      rollbacks += 1
      log.error({ boards: open.length }, 'the database has lost what it had stored; open boards are stored again')
      for (const room of open) room.storeAgain()
    },
    flush: () => writer.flush(),
    close() {
      closed = true
      const unsaved = writer.unsavedBoards()
      for (const boardId of [...slots.keys()]) retire(boardId, 'restart')
      writer.close()
      return unsaved
    },
    stats() {
      const rooms = openRooms()
      const peers = rooms.reduce((sum, room) => sum + room.peerCount, 0)
      const documents = rooms.filter((room) => room.content.built !== undefined).length
      return {
        rooms: rooms.length,
        documents,
        peers,
        healthy: writer.healthy,
        rollbacks,
        initialSyncsMost: gate.most,
        ...writer.stats,
      }
    },
  }
}

import type { Clock } from '../../apps/sync-server/src/rooms/clock.ts'
import type { DocStore, JournalRow } from '../../apps/sync-server/src/rooms/doc-store.ts'
import type { Fanout } from '../../apps/sync-server/src/rooms/fanout.ts'
import type { Admission, SeatHandle } from '../../apps/sync-server/src/rooms/room-peer.ts'
import { createRoomRegistry, type RoomRegistry } from '../../apps/sync-server/src/rooms/room-registry.ts'
import { FaultyStore } from './faulty-store.ts'
import { type FanoutHub, FuzzFanout } from './fuzz-fanout.ts'
import type { FuzzJournal } from './fuzz-journal.ts'
import type { FuzzSocket } from './fuzz-socket.ts'

/** Where a test of the tests puts bugs in: around the ports of a node, never inside it. */
export type Plants = {
  store?: (store: DocStore, clock: Clock) => DocStore
  fanout?: (fanout: Fanout) => Fanout
  seat?: (seat: SeatHandle, socket: FuzzSocket, node: FuzzNode) => SeatHandle
  /** Sees what the server sends before the socket does. */
  send?: (frame: Uint8Array, socket: FuzzSocket, send: (frame: Uint8Array) => void) => void
  admission?: (admission: Admission) => Admission
}

type NodeDeps = {
  journal: FuzzJournal
  clock: Clock
  hub: FanoutHub
  plants: Plants
  onError: (what: string) => void
  onConfirmed: (rows: readonly JournalRow[]) => void
}

/** One server process: a registry and its connections. When it ends, a new one takes its place. */
export class FuzzNode {
  readonly #deps: NodeDeps
  /** Sockets of the present process, also those whose client is gone without a word. */
  readonly sockets = new Set<FuzzSocket>()
  store: FaultyStore
  registry: RoomRegistry
  #fanout: FuzzFanout

  constructor(deps: NodeDeps) {
    this.#deps = deps
    ;({ store: this.store, registry: this.registry, fanout: this.#fanout } = this.#start())
  }

  #start(): { store: FaultyStore; registry: RoomRegistry; fanout: FuzzFanout } {
    const { journal, clock, hub, plants, onError, onConfirmed } = this.#deps
    const store = new FaultyStore(journal, clock, onConfirmed)
    const fanout = new FuzzFanout(hub)
    const error = (details: object, message: string) => {
      // Without an error it is an alarm for the operator, as when rooms take no more edits.
      if ('err' in details) onError(`${message}: ${details.err instanceof Error ? details.err.stack : details.err}`)
    }
    const registry = createRoomRegistry({
      store: plants.store?.(store, clock) ?? store,
      fanout: plants.fanout?.(fanout) ?? fanout,
      clock,
      log: { info() {}, warn() {}, error },
    })
    return { store, registry, fanout }
  }

  /** A client opened a socket; its place comes when the board is loaded and the rights are known. */
  accept(socket: FuzzSocket, admit: () => Admission | 'gone' | 'notAllowed' | 'signedOut' | 'rebuild'): void {
    const { plants } = this.#deps
    this.sockets.add(socket)
    const { registry } = this
    const authorise = async () => {
      const admission = admit()
      if (typeof admission === 'string') return admission
      socket.generation = admission.generation
      return plants.admission?.(admission) ?? admission
    }
    const { send } = plants
    const own = socket.peer
    const through = (frame: Uint8Array) => (send === undefined ? own.send(frame) : send(frame, socket, own.send))
    const peer = { ...own, send: through, sendAll: (frames: readonly Uint8Array[]) => frames.forEach(through) }
    void registry.join(socket.boardId, peer, authorise).then((seat) => {
      if (typeof seat === 'string') own.close(seat)
      else socket.sit(plants.seat?.(seat, socket, this) ?? seat)
    })
  }

  /** The server finds out which of its clients are gone. */
  noticeCuts(isThere: (socket: FuzzSocket) => boolean): void {
    for (const socket of this.sockets) {
      if (isThere(socket)) continue
      socket.noticeCut()
      this.sockets.delete(socket)
    }
  }

  /** Ends as on SIGTERM whose deadline has passed, and starts anew: every client is told. */
  restart(commits: boolean): void {
    // As the door does, also for those whose board is still loading.
    for (const socket of this.sockets) socket.peer.close('restart')
    this.registry.close()
    this.#renew(commits)
  }

  /** Ends as on SIGKILL, and starts anew: the clients find out by themselves. */
  crash(commits: boolean): void {
    for (const socket of this.sockets) socket.cut()
    this.#renew(commits)
  }

  #renew(commits: boolean): void {
    this.sockets.clear()
    this.store.die(commits)
    void this.#fanout.close()
    ;({ store: this.store, registry: this.registry, fanout: this.#fanout } = this.#start())
  }
}

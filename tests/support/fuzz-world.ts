import type { JournalRow } from '../../apps/sync-server/src/rooms/doc-store.ts'
import type { Admission } from '../../apps/sync-server/src/rooms/room-peer.ts'
import { FuzzContract } from './fuzz-contract.ts'
import { FanoutHub } from './fuzz-fanout.ts'
import { type Compaction, FuzzJournal } from './fuzz-journal.ts'
import { FuzzNode, type Plants } from './fuzz-node.ts'
import { FuzzPeer } from './fuzz-peer.ts'
import { FuzzSocket } from './fuzz-socket.ts'
import { createManualClock, settle } from './manual-clock.ts'

/** How a world begins: everything that is not a step. */
export type FuzzSetup = {
  nodes: number
  /** Board of each peer, and whether it may only view. */
  peers: readonly { board: number; viewer: boolean }[]
  /** Calls of the store wait for a step to end them, from the beginning. */
  held: { append: boolean; load: boolean }
  /** Of several nodes, some may miss what others committed: letters get lost, processes end between commit and letter. */
  loses: boolean
  /** Everybody is there before anything happens. */
  together: boolean
}

const BOARDS = ['board0', 'board1']
/** How far the clock goes at once, in milliseconds, before promises get their turn. */
const HOP_MS = 1_000
const LONG_HOP_MS = 20_000
const DEAD_MS = 30_000

/** Boards, people and servers of one run, and what may happen to them. */
export class FuzzWorld {
  readonly contract = new FuzzContract()
  readonly clock = createManualClock()
  readonly hub = new FanoutHub()
  readonly journal: FuzzJournal
  readonly nodes: FuzzNode[]
  readonly peers: FuzzPeer[]
  readonly boards = BOARDS
  readonly archived = new Set<string>()
  /** May letters and processes get lost in this world? */
  readonly mayLose: boolean
  /** A node may hold less than the store, as one that missed a letter does until anti-entropy comes. */
  needsReload = false
  #compaction: Compaction | undefined
  #sockets = 0

  constructor(setup: FuzzSetup, plants: Plants & { journal?: typeof FuzzJournal } = {}) {
    const { contract, clock, hub } = this
    const Journal = plants.journal ?? FuzzJournal
    const journal = new Journal((row) => contract.committed(row))
    this.journal = journal
    for (const boardId of BOARDS) journal.putBoard(boardId)
    const onError = (what: string) => contract.breach('error', what)
    // With several nodes, what one of them knows depends on the letters that arrived.
    const onConfirmed = (rows: readonly JournalRow[]) => setup.nodes === 1 && contract.confirmed(rows)
    const deps = { journal, clock, hub, plants, onError, onConfirmed }
    this.nodes = Array.from({ length: setup.nodes }, () => new FuzzNode(deps))
    for (const node of this.nodes) node.store.hold = { ...setup.held }
    this.mayLose = setup.nodes === 1 || setup.loses
    const hooks = {
      generationOf: (boardId: string) => journal.generationOf(boardId),
      onEdit: (peer: FuzzPeer, update: Uint8Array) => {
        if (peer.isViewer) peer.forged = true
        else contract.made(peer.boardId, peer.generation, update)
      },
    }
    this.peers = setup.peers.map(({ board, viewer }, i) => new FuzzPeer(i, BOARDS[board] as string, viewer, hooks))
  }

  peersOf(boardId: string): FuzzPeer[] {
    return this.peers.filter((peer) => peer.boardId === boardId)
  }

  connect(peer: FuzzPeer, node: FuzzNode): void {
    if (peer.state !== 'offline') return
    // The client asks for the board before it opens a socket, and knows what its document belongs to.
    if (peer.generation !== this.journal.generationOf(peer.boardId)) peer.discard()
    this.#sockets += 1
    const socket = new FuzzSocket(`${peer.name}/${this.#sockets}`, peer.boardId, this.contract)
    const { generation, person } = peer
    node.accept(socket, () => this.#admit(peer, person, generation))
    peer.open(socket)
  }

  /** Rights as the database has them now, as the door asks for them. */
  #admit(peer: FuzzPeer, person: Admission['person'], generation: number) {
    const { boardId, role } = peer
    if (this.journal.isDeleted(boardId)) return 'gone'
    if (person.sessionHash !== peer.person.sessionHash) return 'signedOut'
    if (role === null) return 'notAllowed'
    if (generation !== this.journal.generationOf(boardId)) return 'rebuild'
    return { person, role, archived: this.archived.has(boardId), generation }
  }

  /** The peer's connection breaks. @param noticed whether the server knows at once */
  cut(peer: FuzzPeer, noticed: boolean): void {
    const socket = peer.cut()
    if (noticed) socket?.noticeCut()
  }

  read(peer: FuzzPeer, frames?: number): number {
    const moved = peer.read(frames)
    if (moved > 0) this.contract.checkSaved(peer, peer.edits)
    return moved
  }

  /** Servers find out which clients are gone. */
  noticeCuts(): void {
    const live = new Set(this.peers.map((peer) => peer.socket))
    for (const node of this.nodes) node.noticeCuts((socket) => live.has(socket))
  }

  endNode(node: FuzzNode, how: 'restart' | 'crash', commits: boolean): void {
    if (!this.mayLose) return
    if (this.nodes.length > 1) this.needsReload = true
    const cut = how === 'crash' ? this.peers.filter(({ socket }) => socket !== null && node.sockets.has(socket)) : []
    node[how](commits)
    for (const peer of cut) peer.cut()
  }

  setRole(peer: FuzzPeer, role: FuzzPeer['role']): void {
    peer.role = role
    for (const { registry } of this.nodes) registry.accessChanged(peer.boardId, peer.person.userId, role)
  }

  setArchived(boardId: string, archived: boolean): void {
    if (archived) this.archived.add(boardId)
    else this.archived.delete(boardId)
    for (const { registry } of this.nodes) registry.boardChanged(boardId, { title: 'board', archived })
  }

  signOut(peer: FuzzPeer): void {
    const { sessionHash } = peer.person
    peer.newSession()
    for (const { registry } of this.nodes) registry.sessionEnded(sessionHash)
  }

  deleteBoard(boardId: string): void {
    this.journal.deleteBoard(boardId)
    for (const { registry } of this.nodes) registry.boardDeleted(boardId)
  }

  /** A hard restore: the board begins anew, and nothing of the old documents may come back. */
  replaceBoard(boardId: string): void {
    this.journal.putBoard(boardId, this.journal.generationOf(boardId) + 1)
    for (const { registry, sockets } of this.nodes) {
      const { boardReplaced } = registry as Partial<Replacing>
      if (boardReplaced !== undefined) boardReplaced(boardId)
      else for (const socket of sockets) if (socket.boardId === boardId) socket.peer.close('rebuild')
    }
  }

  /** The oldest letter between nodes ends its journey. */
  moveLetter(how: 'deliver' | 'repeat' | 'drop'): void {
    this.hub.next(how === 'drop' && !this.mayLose ? 'deliver' : how)
  }

  /** The snapshot that began, if one did, takes the place of its rows. */
  finishCompaction(): void {
    if (this.#compaction !== undefined) this.journal.finishCompaction(this.#compaction)
    this.#compaction = undefined
  }

  /** A snapshot of what is stored now begins, or the one that began takes the place of its rows. */
  async compact(boardId: string): Promise<void> {
    if (this.#compaction !== undefined) this.finishCompaction()
    else this.#compaction = await this.journal.startCompaction(boardId)
  }

  async pass(ms: number): Promise<void> {
    // The server's heartbeat finds out within this time.
    if (ms > DEAD_MS) this.noticeCuts()
    const hop = ms > 100_000 ? LONG_HOP_MS : HOP_MS
    for (let left = ms; left > 0; left -= hop) {
      this.clock.advance(Math.min(left, hop))
      await this.turn()
    }
  }

  /** Ends a turn of the event loop. */
  async turn(): Promise<void> {
    await settle()
    this.contract.endTurn()
    this.clock.turn()
  }

  /** Stops timers and lets go of documents. */
  close(): void {
    for (const { registry } of this.nodes) registry.close()
    for (const { doc } of this.peers) doc.destroy()
  }
}

/** Comes with hard restores; until then sockets are ended here, and the room when somebody of the new generation comes. */
type Replacing = { boardReplaced(boardId: string): void }

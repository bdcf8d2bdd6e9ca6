import { encodeSyncStep1, MESSAGE } from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import type { AppendEnd } from './faulty-store.ts'
import { type FuzzEdit, makeEdit } from './fuzz-edit.ts'
import type { FuzzNode } from './fuzz-node.ts'
import type { FuzzPeer } from './fuzz-peer.ts'
import type { FuzzSetup, FuzzWorld } from './fuzz-world.ts'
import type { Random } from './seeded-random.ts'

/** One thing that happens. Plain JSON, so that a failing run can be read; what cannot happen just now does nothing. */
export type FuzzStep =
  | { do: 'edit'; peer: number; edit: FuzzEdit }
  /** Delivers so many frames that the peer has sent, or that were sent to it. */
  | { do: 'send' | 'receive'; peer: number; frames: number }
  /** Both directions, for a while. */
  | { do: 'talk'; peer: number }
  | { do: 'connect'; peer: number; node: number }
  /** The connection breaks after so many of the peer's frames arrived. */
  | { do: 'cut'; peer: number; arrived: number; noticed: boolean }
  /** What the peer sent arrives, it goes, and nobody ever sees it again. */
  | { do: 'goForGood'; peer: number }
  /** Asks the server once more, as y-websocket does now and then. */
  | { do: 'resync'; peer: number }
  | { do: 'append'; node: number; end: AppendEnd }
  | { do: 'hold'; node: number; what: 'append' | 'load'; on: boolean }
  | { do: 'load'; node: number; ends: 'well' | 'next fails' }
  | { do: 'late'; node: number; commits: boolean }
  | { do: 'pass'; ms: number }
  | { do: 'letter'; how: 'deliver' | 'repeat' | 'drop' }
  | { do: 'end'; node: number; how: 'restart' | 'crash'; commits: boolean }
  | { do: 'role'; peer: number; role: 'edit' | 'view' | null }
  | { do: 'signOut'; peer: number }
  | { do: 'archive'; board: number; on: boolean }
  | { do: 'delete' | 'replace' | 'compact'; board: number }
  /** All leave a board that then may leave memory. */
  | { do: 'vacate'; board: number }

const WEIGHTS = {
  ...{ edit: 28, send: 18, receive: 12, talk: 16, connect: 10, cut: 3, goForGood: 0.8, resync: 1 },
  ...{ append: 12, hold: 3, load: 2, late: 0.5, pass: 2.5, letter: 8, end: 0.8, role: 0.8, signOut: 0.3, archive: 0.4 },
  ...{ delete: 0.1, replace: 0.3, compact: 2, vacate: 1 },
}
const TIMES = [20, 200, 1_000, 2_000, 6_000, 31_000]
const LONG_OUTAGE_MS = 620_000
const EVERYTHING = 1_000
const TALK_ROUNDS = 4

export function drawSetup(random: Random): FuzzSetup {
  const peers = [0, 0, 0, 1, random.int(2)].map((board, i) => ({ board, viewer: i === 4 && random.chance(0.5) }))
  return { nodes: random.chance(0.5) ? 2 : 1, peers, held: random.chance(0.5) }
}

export function drawSteps(random: Random, length: number): FuzzStep[] {
  return Array.from({ length }, () => drawStep(random))
}

function drawStep(random: Random): FuzzStep {
  const { int, pick, chance } = random
  const peer = int(5)
  const node = int(2)
  const board = chance(0.7) ? 0 : 1
  const what = random.weighted(WEIGHTS)
  switch (what) {
    case 'edit': {
      const kind = random.weighted({ create: 3, delete: 2, place: 3, colour: 2, text: 2 })
      return { do: what, peer, edit: { what: kind, record: int(4), value: int(100) } }
    }
    case 'send':
    case 'receive':
      return { do: what, peer, frames: chance(0.3) ? 1 : EVERYTHING }
    case 'connect':
      return { do: what, peer, node }
    case 'cut':
      return { do: what, peer, arrived: pick([0, 1, 2, EVERYTHING]), noticed: chance(0.7) }
    case 'talk':
    case 'goForGood':
    case 'resync':
    case 'signOut':
      return { do: what, peer }
    case 'append':
      return { do: what, node, end: pick(['commit', 'commit', 'commit', 'fail', 'ambiguous']) }
    case 'hold':
      return { do: what, node, what: chance(0.75) ? 'append' : 'load', on: chance(0.55) }
    case 'load':
      return { do: what, node, ends: chance(0.7) ? 'well' : 'next fails' }
    case 'late':
      return { do: what, node, commits: chance(0.6) }
    case 'pass':
      return { do: what, ms: chance(0.01) ? LONG_OUTAGE_MS : pick(TIMES) }
    case 'letter':
      return { do: what, how: pick(['deliver', 'deliver', 'deliver', 'deliver', 'repeat', 'drop']) }
    case 'end':
      return { do: what, node, how: chance(0.6) ? 'crash' : 'restart', commits: chance(0.5) }
    case 'role':
      return { do: what, peer, role: pick(['view', 'edit', 'edit', null]) }
    case 'archive':
      return { do: what, board, on: chance(0.5) }
    default:
      return { do: what, board }
  }
}

/** Lets a step happen. */
export async function take(world: FuzzWorld, step: FuzzStep): Promise<void> {
  if ('peer' in step) await takeAsPeer(world, step, world.peers[step.peer] as FuzzPeer)
  else if ('board' in step) await takeOnBoard(world, step, world.boards[step.board] as string)
  else if ('node' in step) takeOnNode(world, step, world.nodes[step.node % world.nodes.length] as FuzzNode)
  else if (step.do === 'letter') world.hub.next(step.how)
  else await world.pass(step.ms)
  await world.turn()
}

async function takeAsPeer(world: FuzzWorld, step: Extract<FuzzStep, { peer: number }>, peer: FuzzPeer): Promise<void> {
  switch (step.do) {
    case 'edit':
      // Viewers' clients let them write nothing; one that does it all the same does it seldom.
      if (!peer.isViewer || step.edit.value % 8 === 0) makeEdit(peer.doc, step.edit)
      return
    case 'send':
      peer.socket?.flushToServer(step.frames)
      return
    case 'receive':
      world.read(peer, step.frames)
      return
    case 'talk':
      for (let round = 0; round < TALK_ROUNDS; round++) {
        const moved = (peer.socket?.flushToServer() ?? 0) + world.read(peer)
        if (moved === 0) return
        await world.turn()
      }
      return
    case 'connect':
      world.connect(peer, world.nodes[step.node % world.nodes.length] as FuzzNode)
      return
    case 'cut':
      peer.socket?.flushToServer(step.arrived)
      world.cut(peer, step.noticed)
      return
    case 'goForGood':
      // Somebody must stay to see.
      if (world.peersOf(peer.boardId).filter(({ state }) => state !== 'left').length < 2) return
      peer.socket?.flushToServer()
      world.cut(peer, true)
      peer.state = 'left'
      return
    case 'resync':
      peer.socket?.send(encodeSyncStep1(Y.encodeStateVector(peer.doc)))
      peer.socket?.send(new Uint8Array([MESSAGE.queryAwareness]))
      return
    case 'role':
      if (!peer.isViewer) world.setRole(peer, step.role)
      return
    case 'signOut':
      world.signOut(peer)
  }
}

async function takeOnBoard(world: FuzzWorld, step: Extract<FuzzStep, { board: number }>, id: string): Promise<void> {
  switch (step.do) {
    case 'archive':
      world.setArchived(id, step.on)
      return
    case 'delete':
      // Never both: somebody must stay to see.
      if (world.boards.every((boardId) => boardId === id || !world.journal.isDeleted(boardId))) world.deleteBoard(id)
      return
    case 'replace':
      if (!world.journal.isDeleted(id)) world.replaceBoard(id)
      return
    case 'compact':
      await world.compact(id)
      return
    case 'vacate':
      for (const peer of world.peersOf(id)) {
        peer.socket?.flushToServer()
        world.cut(peer, true)
      }
      await world.pass(31_000)
  }
}

function takeOnNode(world: FuzzWorld, step: Extract<FuzzStep, { node: number }>, node: FuzzNode): void {
  switch (step.do) {
    case 'append':
      node.store.endAppend(step.end)
      return
    case 'hold':
      node.store.hold[step.what] = step.on
      return
    case 'load':
      if (step.ends === 'well') node.store.endLoad()
      else node.store.failingLoads += 1
      return
    case 'late':
      node.store.endLate(step.commits)
      return
    case 'end':
      world.endNode(node, step.how, step.commits)
  }
}

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
  | { do: 'edit'; peer: number; edit: FuzzEdit; arrives: boolean }
  /** Delivers so many frames that the peer has sent, or that were sent to it. */
  | { do: 'send' | 'receive'; peer: number; frames: number }
  /** Everybody on a board sends and reads, for a while; or those who are not there come first. */
  | { do: 'talk' | 'gather'; board: number }
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
  | { do: 'delete' | 'replace'; board: number }
  /** A snapshot begins or ends; or it does both, around a commit. */
  | { do: 'compact'; board: number; around: FuzzEdit | null }
  /** All leave a board that then may leave memory; or somebody comes back before the last edit is committed. */
  | { do: 'vacate'; board: number; last: FuzzEdit | null }

const WEIGHTS = {
  ...{ edit: 40, send: 8, receive: 8, talk: 10, connect: 8, gather: 4, cut: 2, goForGood: 0.7, resync: 1 },
  ...{ append: 18, hold: 4, load: 5, late: 0.5, pass: 2, letter: 10, end: 0.8, role: 0.8, signOut: 0.3, archive: 0.4 },
  ...{ delete: 0.1, replace: 1, compact: 6, vacate: 3 },
}
type Weights = Record<keyof typeof WEIGHTS, number>
/** Always there; of the others each run has its own mixture, so that rare things also happen often and together. */
const COMMON: readonly string[] = ['edit', 'talk', 'gather', 'append', 'letter']
const TIMES = [20, 200, 1_000, 2_000, 6_000, 31_000]
const LONG_OUTAGE_MS = 620_000
const EVERYTHING = 1_000
const TALK_ROUNDS = 3

export function drawSetup(random: Random): FuzzSetup {
  const peers = [0, 0, 0, 1, random.int(2)].map((board, i) => ({ board, viewer: i === 4 && random.chance(0.5) }))
  const held = { append: random.chance(0.4), load: random.chance(0.25) }
  return { nodes: random.chance(0.5) ? 2 : 1, peers, held, loses: random.chance(0.3), together: random.chance(0.7) }
}

export function drawSteps(random: Random, length: number): FuzzStep[] {
  const weights = Object.entries(WEIGHTS).map(([name, weight]) => {
    return [name, COMMON.includes(name) ? weight : weight * random.pick([0, 0.5, 1, 3, 6])]
  })
  const mixture = Object.fromEntries(weights) as Weights
  return Array.from({ length }, () => drawStep(random, mixture))
}

function drawStep(random: Random, weights: Weights): FuzzStep {
  const { int, pick, chance } = random
  const peer = int(5)
  const node = int(2)
  const board = chance(0.7) ? 0 : 1
  const what = random.weighted(weights)
  switch (what) {
    case 'edit':
      return { do: what, peer, edit: drawEdit(random), arrives: chance(0.7) }
    case 'send':
    case 'receive':
      return { do: what, peer, frames: chance(0.3) ? 1 : EVERYTHING }
    case 'connect':
      return { do: what, peer, node }
    case 'cut':
      return { do: what, peer, arrived: pick([0, 1, 2, EVERYTHING]), noticed: chance(0.7) }
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
    case 'compact':
      return { do: what, board, around: chance(0.5) ? drawEdit(random) : null }
    case 'vacate':
      return { do: what, board, last: chance(0.6) ? drawEdit(random) : null }
    default:
      return { do: what, board }
  }
}

function drawEdit(random: Random): FuzzEdit {
  const what = random.weighted({ create: 3, delete: 2, place: 3, colour: 2, text: 2 })
  return { what, record: random.int(4), value: random.int(100) }
}

/** Lets a step happen. */
export async function take(world: FuzzWorld, step: FuzzStep): Promise<void> {
  if ('peer' in step) await takeAsPeer(world, step, world.peers[step.peer] as FuzzPeer)
  else if ('board' in step) await takeOnBoard(world, step, world.boards[step.board] as string)
  else if ('node' in step) takeOnNode(world, step, world.nodes[step.node % world.nodes.length] as FuzzNode)
  else if (step.do === 'letter') world.moveLetter(step.how)
  else await world.pass(step.ms)
  await world.turn()
}

async function takeAsPeer(world: FuzzWorld, step: Extract<FuzzStep, { peer: number }>, peer: FuzzPeer): Promise<void> {
  switch (step.do) {
    case 'edit':
      // Viewers' clients let them write nothing; one that does it all the same does it seldom.
      if (!peer.isViewer || step.edit.value % 8 === 0) makeEdit(peer.doc, step.edit)
      if (step.arrives) peer.socket?.flushToServer()
      return
    case 'send':
      peer.socket?.flushToServer(step.frames)
      return
    case 'receive':
      world.read(peer, step.frames)
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
    case 'gather':
      await gather(world, id, world.peers.length)
      return
    case 'talk':
      await talk(world, id)
      return
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
      if (step.around !== null) await writeSlowly(world, id, step.around)
      await world.compact(id)
      if (step.around === null) return
      for (const { store } of world.nodes) store.endAppend('commit')
      world.finishCompaction()
      return
    case 'vacate':
      if (step.last !== null) await writeSlowly(world, id, step.last)
      for (const peer of world.peersOf(id)) {
        peer.socket?.flushToServer()
        world.cut(peer, true)
      }
      await world.pass(31_000)
      if (step.last === null) return
      await gather(world, id, 1)
      for (const { store } of world.nodes) store.endAppend('commit')
  }
}

/** Somebody writes, and the statement waits. */
async function writeSlowly(world: FuzzWorld, id: string, edit: FuzzEdit): Promise<void> {
  for (const { store } of world.nodes) store.hold.append = true
  const writer = world.peersOf(id).find(({ state, isViewer }) => state === 'online' && !isViewer)
  if (writer === undefined) return
  makeEdit(writer.doc, edit)
  writer.socket?.flushToServer()
  await world.turn()
}

async function gather(world: FuzzWorld, id: string, most: number): Promise<void> {
  const away = [...world.peers.entries()].filter(([, peer]) => peer.boardId === id && peer.state === 'offline')
  for (const [i, peer] of away.slice(-most)) world.connect(peer, world.nodes[i % world.nodes.length] as FuzzNode)
  await world.turn()
  await talk(world, id)
}

async function talk(world: FuzzWorld, id: string): Promise<void> {
  for (let round = 0; round < TALK_ROUNDS; round++) {
    for (const peer of world.peersOf(id)) {
      peer.socket?.flushToServer()
      world.read(peer)
    }
    await world.turn()
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

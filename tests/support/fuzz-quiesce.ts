import * as Y from 'yjs'
import { readAllRecords } from '../../packages/shared/src/board-doc.ts'
import type { FuzzPeer } from './fuzz-peer.ts'
import type { FuzzWorld } from './fuzz-world.ts'
import { KnownContents } from './update-contents.ts'

const ROUNDS_MAX = 60

const sorted = (doc: Y.Doc): string => JSON.stringify(readAllRecords(doc).sort((a, b) => (a.id < b.id ? -1 : 1)))

/** Everything heals, everybody comes back, and all that is under way arrives; then the contract is checked as a whole. */
export async function quiesce(world: FuzzWorld): Promise<void> {
  const { contract } = world
  for (const node of world.nodes) node.store.heal()
  world.finishCompaction()
  for (const boardId of world.archived) world.setArchived(boardId, false)
  for (const peer of world.peers) if (!peer.isViewer) world.setRole(peer, 'edit')
  await world.turn()
  await world.pass(5_000)
  while (world.hub.next('deliver'));
  if (world.needsReload || world.hub.dropped > 0) {
    for (const node of world.nodes) node.restart(true)
  }
  world.noticeCuts()
  if (!(await talkToTheEnd(world))) contract.breach('P1', 'the two ends never stop talking')
  for (const boardId of world.boards) await checkBoard(world, boardId)
  for (const { registry } of world.nodes) {
    const { waiting, healthy } = registry.stats()
    if (waiting > 0 || !healthy) contract.breach('W4', `${waiting} updates wait for ever`)
  }
  if (contract.breaches.length === 0) await checkEmptied(world)
}

/** Until nobody has anything to say. */
async function talkToTheEnd(world: FuzzWorld): Promise<boolean> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let moved = 0
    for (const [i, peer] of world.peers.entries()) {
      if (peer.state === 'offline') {
        const node = world.nodes[i % world.nodes.length]
        if (node !== undefined) world.connect(peer, node)
        moved += 1
      }
      moved += (peer.socket?.flushToServer() ?? 0) + world.read(peer)
    }
    await world.turn()
    while (world.hub.next('deliver')) moved += 1
    await world.turn()
    const quiet = world.peers.every(({ socket, state }) => {
      return socket === null ? state !== 'offline' : socket.isQuiet && socket.closedWith === null
    })
    if (moved === 0 && quiet) return true
    // What the server tries again after a while, and what a client does.
    if (round % 10 === 9) await world.pass(1_000)
  }
  return false
}

async function load(world: FuzzWorld, boardId: string): Promise<KnownContents | undefined> {
  const stored = await world.journal.load(boardId)
  if (stored === undefined) return undefined
  const known = new KnownContents()
  for (const payload of stored.payloads) known.add(payload)
  return known
}

async function checkBoard(world: FuzzWorld, boardId: string): Promise<void> {
  const { contract, journal } = world
  const stored = await load(world, boardId)
  if (stored === undefined) {
    for (const peer of world.peersOf(boardId)) {
      if (peer.state === 'online') contract.breach('A10', `${peer.name} is on a board that is deleted`)
    }
    return
  }
  const { doc } = stored
  // Somebody who went for good may have taken along what their last update was built on.
  const baseMayBeGone = world.peersOf(boardId).some(({ state }) => state === 'left')
  const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  if (waits && !baseMayBeGone) contract.breach('W8', 'updates without base')
  contract.checkOwed(boardId, journal.generationOf(boardId), stored)
  for (const peer of world.peersOf(boardId)) if (peer.state !== 'left') checkPeer(world, peer, doc)
}

function checkPeer({ contract }: FuzzWorld, peer: FuzzPeer, stored: Y.Doc): void {
  const where = `${peer.name} on ${peer.boardId}`
  if (peer.state !== 'online' || peer.socket === null) {
    contract.breach('P1', `${where} cannot come back: ${peer.state}`)
    return
  }
  if (peer.forged) return
  // A viewer may be taken for a writer when it hands back an update whose base nobody has brought yet; it owns nothing.
  if (!peer.isViewer && !contract.isSaved(peer))
    contract.breach('P5', `${where} is never saved: ${contract.progress(peer.socket)}`)
  if (!Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(stored)) || sorted(peer.doc) !== sorted(stored)) {
    const vectors = [peer.doc, stored].map((doc) => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))]))
    contract.breach('W8', `${where} differs from the store: ${vectors.join(' against ')}`)
  }
}

/** Everybody leaves, the rooms leave memory, and who comes then sees the same. */
async function checkEmptied(world: FuzzWorld): Promise<void> {
  const { contract } = world
  for (const peer of world.peers) world.cut(peer, true)
  await world.pass(32_000)
  for (const { registry } of world.nodes) {
    if (registry.stats().rooms > 0) contract.breach('R4', 'a room that nobody needs stays in memory')
  }
  for (const peer of world.peers) if (peer.state === 'offline') peer.discard()
  if (!(await talkToTheEnd(world))) contract.breach('P1', 'the two ends never stop talking')
  for (const boardId of world.boards) await checkBoard(world, boardId)
}

import {
  encodeAck,
  encodeSyncStep2,
  encodeUpdate,
  isDocumentFrame,
  MESSAGE,
  readAck,
  SYNC,
} from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { StoredDoc } from '../../apps/sync-server/src/rooms/doc-store.ts'
import type { FanoutListener } from '../../apps/sync-server/src/rooms/fanout.ts'
import { payloadOf } from '../support/fuzz-contract.ts'
import { type Compaction, FuzzJournal, type NumberedRow } from '../support/fuzz-journal.ts'
import type { FuzzNode } from '../support/fuzz-node.ts'
import { type PlantedWorld, search } from '../support/fuzz-search.ts'
import type { FuzzSocket } from '../support/fuzz-socket.ts'

/**
 * The fuzz test is worth what it finds: each of these bugs is put around or in place of a part of the server, and must
 * be found within twenty seeds. The seeds are fixed, so that this test says the same every time.
 */
const FIRST_SEED = 20
const RUNS = 20

/** Bugs inside small modules; each is off until a test turns it on. */
const inside = vi.hoisted(() => ({
  unloadsWhileUpdatesWait: false,
  passesOverDeletions: false,
  letsEverybodyWrite: false,
  countsAllAtOnce: false,
  knowsNoPolicy: false,
}))
afterEach(() => {
  for (const bug of Object.keys(inside) as (keyof typeof inside)[]) inside[bug] = false
})

vi.mock('../../apps/sync-server/src/rooms/room-writer.ts', async (load) => {
  const real = await load<typeof import('../../apps/sync-server/src/rooms/room-writer.ts')>()
  class ForgetfulWriter extends real.RoomWriter {
    override holds(room: Parameters<InstanceType<typeof real.RoomWriter>['holds']>[0]): boolean {
      return !inside.unloadsWhileUpdatesWait && super.holds(room)
    }
  }
  return { ...real, RoomWriter: ForgetfulWriter }
})
vi.mock('../../apps/sync-server/src/rooms/update-guard.ts', async (load) => {
  const real = await load<typeof import('../../apps/sync-server/src/rooms/update-guard.ts')>()
  const carriesNothingNew: typeof real.carriesNothingNew = (doc, decoded) =>
    (inside.passesOverDeletions && decoded.structs.length === 0) || real.carriesNothingNew(doc, decoded)
  return { ...real, carriesNothingNew }
})
vi.mock('../../apps/sync-server/src/rooms/room-peer.ts', async (load) => {
  const real = await load<typeof import('../../apps/sync-server/src/rooms/room-peer.ts')>()
  const mayEdit: typeof real.mayEdit = (...of) => inside.letsEverybodyWrite || real.mayEdit(...of)
  const noteCommitted: typeof real.noteCommitted = (seat, ordinal) => {
    real.noteCommitted(seat, ordinal)
    if (inside.countsAllAtOnce) seat.open.length = 0
  }
  return { ...real, mayEdit, noteCommitted }
})
vi.mock('../../apps/sync-server/src/rooms/own-policy.ts', async (load) => {
  const real = await load<typeof import('../../apps/sync-server/src/rooms/own-policy.ts')>()
  const policyOf: typeof real.policyOf = (...of) => (inside.knowsNoPolicy ? null : real.policyOf(...of))
  return { ...real, policyOf }
})

const ackOf = (frame: Uint8Array) => {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return readAck(decoder)
}
const isStep = (frame: Uint8Array, step: number): boolean => frame[0] === MESSAGE.sync && frame[1] === step

class GreedyJournal extends FuzzJournal {
  protected override isCovered(row: NumberedRow, { upTo }: Compaction): boolean {
    return row.seq <= upTo
  }
}

class OldestJournal extends FuzzJournal {
  readonly #rows: NumberedRow[] = []
  override commit(rows: readonly NumberedRow[]): void {
    super.commit(rows)
    this.#rows.push(...rows)
  }
  override async load(boardId: string): Promise<StoredDoc | undefined> {
    const stored = await super.load(boardId)
    const old = this.#rows.filter((row) => row.boardId === boardId && row.generation !== stored?.generation)
    return stored && { ...stored, payloads: [...old.map(({ payload }) => payload), ...stored.payloads] }
  }
}

/** Hands every seat of a node's board what one of them sent, at once. */
function showAtOnce(): PlantedWorld {
  return {
    seat: (seat, socket, node) => ({
      ...seat,
      receive(frame) {
        if (isDocumentFrame(frame)) {
          for (const other of othersOf(socket, node)) other.peer.send(encodeUpdate(payloadOf(frame)))
        }
        seat.receive(frame)
      },
    }),
  }
}
const othersOf = (socket: FuzzSocket, node: FuzzNode): FuzzSocket[] =>
  [...node.sockets].filter((other) => other !== socket && other.boardId === socket.boardId)

/** Answers a sync step 1 with everything that was ever received, committed or not. */
function answerWithAll(): PlantedWorld {
  const received = new WeakMap<FuzzNode, Map<string, Y.Doc>>()
  return {
    seat(seat, socket, node) {
      const docs = received.get(node) ?? new Map<string, Y.Doc>()
      received.set(node, docs)
      const doc = docs.get(socket.boardId) ?? new Y.Doc()
      docs.set(socket.boardId, doc)
      return {
        ...seat,
        receive(frame) {
          if (isDocumentFrame(frame)) Y.applyUpdate(doc, payloadOf(frame))
          if (isStep(frame, SYNC.step1)) socket.peer.send(encodeSyncStep2(Y.encodeStateAsUpdate(doc)))
          seat.receive(frame)
        },
      }
    },
  }
}

/** Counts frames that were refused as if they had been taken. */
function countRefused(): PlantedWorld {
  const refused = new WeakMap<FuzzSocket, number>()
  return {
    send(frame, socket, send) {
      const count = refused.get(socket) ?? 0
      if (frame[0] === MESSAGE.event) refused.set(socket, count + 1)
      if (frame[0] !== MESSAGE.ack) return send(frame)
      const ack = ackOf(frame)
      send(encodeAck(ack.count + count, ack.state))
    },
  }
}

/** A repeated statement is taken for one that had been committed. */
function forgetOnRetry(): PlantedWorld {
  return {
    store(store) {
      let failed = false
      return {
        load: (boardId) => store.load(boardId),
        async append(rows) {
          if (failed) {
            failed = false
            return
          }
          failed = true
          await store.append(rows)
          failed = false
        },
      }
    },
  }
}

/** Listens to the other nodes only when the board is loaded. */
function listenTooLate(): PlantedWorld {
  let loading = 0
  return {
    store: (store) => ({
      append: (rows) => store.append(rows),
      async load(boardId) {
        loading += 1
        return await store.load(boardId).finally(() => {
          loading -= 1
        })
      },
    }),
    fanout: (fanout) => ({
      publish: (...letter) => fanout.publish(...letter),
      close: () => fanout.close(),
      subscribe(boardId, listener) {
        const deaf: FanoutListener = (...letter) => loading === 0 && listener(...letter)
        return fanout.subscribe(boardId, deaf)
      },
    }),
  }
}

const turnOn = (bug: keyof typeof inside): PlantedWorld => {
  inside[bug] = true
  return {}
}

/** Each bug, and the rules one of which the first breach must be of. */
const BUGS: Record<string, { plant: () => PlantedWorld; rules: RegExp }> = {
  'W1: updates are acknowledged and shown before they are committed': {
    plant: () => ({
      store: (store) => ({
        load: (boardId) => store.load(boardId),
        async append(rows) {
          store.append(rows).catch(() => {})
        },
      }),
    }),
    rules: /^W1|^P5|^W8/,
  },
  'W1: updates are shown to the others before they are committed': { plant: showAtOnce, rules: /^W1/ },
  'W1: a sync answer holds what is not committed': { plant: answerWithAll, rules: /^W1/ },
  'C7 W8: compaction deletes every row up to the newest number': {
    plant: () => {
      // Held to a policy, these peers would be refused what they delete of what was lost, again and again.
      inside.knowsNoPolicy = true
      return { journal: GreedyJournal }
    },
    rules: /^W8/,
  },
  'P5 W8: the answer to a sync step 1 is dropped': {
    plant: () => ({ seat: (seat) => ({ ...seat, receive: (f) => !isStep(f, SYNC.step2) && seat.receive(f) }) }),
    rules: /^P5|^W8/,
  },
  'W4 W8: the retry after a failed statement drops its rows': { plant: forgetOnRetry, rules: /^W|^P5|^C2/ },
  'R4 R5: a board leaves memory while its updates wait': {
    plant: () => turnOn('unloadsWhileUpdatesWait'),
    rules: /^R5|^W8|^P5|^W1/,
  },
  'P6: the count goes on behind a refused frame': { plant: countRefused, rules: /^P5/ },
  'A12 J4: rows of an older generation are loaded': { plant: () => ({ journal: OldestJournal }), rules: /^W|^A5 C8/ },
  'P10: an update of deletions only is taken for nothing new': {
    plant: () => turnOn('passesOverDeletions'),
    rules: /^P5|^W8|^C2/,
  },
  'A5: somebody who may only view writes': { plant: () => turnOn('letsEverybodyWrite'), rules: /^A5/ },
  'P5: one commit counts everything that was accepted': {
    plant: () => turnOn('countsAllAtOnce'),
    rules: /^P5/,
  },
  'R6: the room listens to other nodes only when it is loaded': { plant: listenTooLate, rules: /^W8/ },
}

describe('a planted bug is found within twenty seeds', () => {
  for (const [name, { plant, rules }] of Object.entries(BUGS)) {
    it(name, async () => {
      const failure = await search(FIRST_SEED, RUNS, plant())
      expect(failure, 'the bug was not found').toBeDefined()
      expect(failure?.breaches[0]).toMatch(rules)
      if (process.env.FUZZ_TELL) console.info(`${failure?.seed}: ${failure?.breaches[0]}`)
    })
  }

  it('W1 W8: without one, the same seeds find nothing', async () => {
    expect(await search(FIRST_SEED, RUNS)).toBeUndefined()
  })
})

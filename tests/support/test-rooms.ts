import { randomUUID } from 'node:crypto'
import type { BoardRole } from '@samtavle/shared/access'
import { onTestFinished } from 'vitest'
import { BOARD_BOUNDS, type BoardBounds } from '../../apps/sync-server/src/rooms/board-bound.ts'
import { createSingleNodeFanout, type Fanout } from '../../apps/sync-server/src/rooms/fanout.ts'
import type { Admission, SeatHandle } from '../../apps/sync-server/src/rooms/room-peer.ts'
import type { RoomPerson } from '../../apps/sync-server/src/rooms/room-person.ts'
import { createRoomRegistry } from '../../apps/sync-server/src/rooms/room-registry.ts'
import type { DurabilityMode } from '../../apps/sync-server/src/rooms/room-writer.ts'
import type { StatementRests } from '../../apps/sync-server/src/rooms/statement-pace.ts'
import { holdStore } from './held-store.ts'
import { createManualClock, settle } from './manual-clock.ts'
import { createMemoryDocStore } from './memory-doc-store.ts'
import { RoomClient } from './room-client.ts'

export const BOARD = '00000000-0000-4000-8000-00000000b0a2'

/** Somebody with a session of their own. */
export function createPerson(name = 'Anna'): RoomPerson {
  return { userId: randomUUID(), name, colour: 3, role: 'member', sessionHash: randomUUID() }
}

export type Visitor = Partial<Admission> & { client?: RoomClient }

/** A registry on the in-memory store with a clock that stands still; `errors` are the log's error lines. */
export function createTestRooms(
  options: {
    fanout?: Fanout
    durability?: DurabilityMode
    rateLimits?: boolean
    presenceEveryMs?: number
    rests?: StatementRests
    bounds?: Partial<BoardBounds>
  } = {},
) {
  const memory = createMemoryDocStore()
  const store = holdStore(memory)
  const clock = createManualClock()
  const errors: { details: object; message: string }[] = []
  const log = {
    info() {},
    warn() {},
    error: (details: object, message: string) => void errors.push({ details, message }),
  }
  const { fanout = createSingleNodeFanout(), bounds, ...rest } = options
  const bounded = { ...rest, bounds: { ...BOARD_BOUNDS, ...bounds } }
  const registry = createRoomRegistry({ store, fanout, clock, log, presenceEveryMs: 0, ...bounded })
  memory.putBoard(BOARD)
  onTestFinished(() => void registry.close())

  /** Takes a client into the room, saying nothing. */
  async function join(client: RoomClient, given: Partial<Admission> = {}): Promise<SeatHandle> {
    const admission = { person: createPerson(), role: 'edit' as BoardRole, archived: false, generation: 1, ...given }
    onTestFinished(() => client.destroy())
    const seat = await registry.join(BOARD, client.pair.peer, async () => admission)
    if (typeof seat === 'string') throw new Error(`refused: ${seat}`)
    client.pair.sit(seat)
    return seat
  }

  return {
    join,
    registry,
    store,
    memory,
    clock,
    errors,
    /** Joins and syncs; the role is `edit` unless said otherwise. */
    async connect({ client = new RoomClient(), ...given }: Visitor = {}): Promise<RoomClient> {
      await join(client, given)
      client.hello()
      client.flush()
      clock.turn()
      client.flush()
      return client
    },
    /** Lets commits through and delivers everything to everybody until it is quiet. */
    async deliver(...clients: RoomClient[]): Promise<void> {
      for (let round = 0; round < 5; round++) {
        for (const client of clients) client.flush()
        await settle()
        clock.turn()
      }
    },
    /** The board's document as a fresh start of the server would read it, as plain JSON. */
    async stored(): Promise<Record<string, unknown>> {
      const client = new RoomClient()
      const { applyUpdate } = await import('yjs')
      for (const payload of (await memory.load(BOARD))?.payloads ?? []) applyUpdate(client.doc, payload, client)
      const json = client.map.toJSON()
      client.destroy()
      return json
    },
  }
}

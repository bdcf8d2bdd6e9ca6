import { createServedDocuments } from '../boards/served-documents.ts'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import { createRecurringWork } from '../rooms/recurring-work.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createSprintAccessService } from '../sprints/sprint-access-service.ts'
import { createSprintReadingStore } from '../sprints/sprint-reading-store.ts'
import { createNoteVoteStore } from '../votes/note-vote-store.ts'
import { createEvidenceChains } from './evidence-chains.ts'
import {
  boardEvidenceRouteDocs,
  createBoardEvidenceRoutes,
  createEvidenceRoutes,
  createSprintEvidenceRoutes,
  evidenceRouteDocs,
  sprintEvidenceRouteDocs,
} from './evidence-routes.ts'
import { createEvidenceService } from './evidence-service.ts'
import { createEvidenceStore } from './evidence-store.ts'
import { createNoteTraces } from './note-traces.ts'
import { createSendingService } from './sending-service.ts'
import { createSendingStore } from './sending-store.ts'

/** Milliseconds until what a killed server left half sent is seen to, and between two looks. */
const MENDING = { firstMs: 500, everyMs: 5 * 60_000 }

/** The evidence chain: sending notes on, and what builds on what. */
export function createEvidenceFeatures(deps: {
  sql: Sql
  docStore: DocStore
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument' | 'tell'>
  access: AccessService
  clock: Clock
  log: RoomLog
  now: () => Date
}): { features: Feature[]; start(): void; close(): Promise<void> } {
  const store = createEvidenceStore(deps.sql)
  const documents = createServedDocuments(deps)
  const traces = createNoteTraces({ store, documents })
  const evidence = createEvidenceService({ ...deps, store, traces, documents })
  const own = { store: createSendingStore(deps.sql), votes: createNoteVoteStore(deps.sql) }
  const sendings = createSendingService({ ...deps, ...own, traces, documents })
  const chains = createEvidenceChains({ store, access: deps.access })
  const reading = createSprintReadingStore(deps.sql)
  const sprints = createSprintAccessService({ store: reading })
  const mending = createRecurringWork({
    ...MENDING,
    async work() {
      const mended = await sendings.mend()
      if (mended > 0) deps.log.info({ sendings: mended }, 'notes that were being sent on were seen to')
    },
    failure: 'notes that were being sent on were not seen to',
    clock: deps.clock,
    log: deps.log,
  })
  const features: Feature[] = [
    {
      path: '/api/boards',
      app: createBoardEvidenceRoutes({ evidence, sendings, chains, access: deps.access }),
      docs: boardEvidenceRouteDocs,
    },
    { path: '/api/evidence', app: createEvidenceRoutes({ chains }), docs: evidenceRouteDocs },
    {
      path: '/api/sprints',
      app: createSprintEvidenceRoutes({ chains, access: sprints, reading }),
      docs: sprintEvidenceRouteDocs,
    },
  ]
  return { features, start: mending.start, close: mending.close }
}

import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { DocStore } from '../rooms/doc-store.ts'
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

/** The evidence chain: sending notes on, and what builds on what. */
export function createEvidenceFeatures(deps: {
  sql: Sql
  docStore: DocStore
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument' | 'tell'>
  access: AccessService
  now: () => Date
}): Feature[] {
  const store = createEvidenceStore(deps.sql)
  const votes = createNoteVoteStore(deps.sql)
  const evidence = createEvidenceService({ ...deps, store, votes })
  const chains = createEvidenceChains({ store, access: deps.access })
  const reading = createSprintReadingStore(deps.sql)
  const sprints = createSprintAccessService({ store: reading })
  return [
    {
      path: '/api/boards',
      app: createBoardEvidenceRoutes({ evidence, chains, access: deps.access }),
      docs: boardEvidenceRouteDocs,
    },
    { path: '/api/evidence', app: createEvidenceRoutes({ chains }), docs: evidenceRouteDocs },
    {
      path: '/api/sprints',
      app: createSprintEvidenceRoutes({ chains, access: sprints, reading }),
      docs: sprintEvidenceRouteDocs,
    },
  ]
}

import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import { createLogRoutes, logRouteDocs } from './log-routes.ts'
import { createLogService } from './log-service.ts'
import { createLogStore } from './log-store.ts'
import { createRequireSprint } from './sprint-access.ts'

/** Puts together the process log of sprints. */
export function createLogFeature({ sql, now }: { sql: Sql; now: () => Date }): Feature {
  const log = createLogService({ store: createLogStore(sql), now })
  return {
    path: '/api/sprints',
    app: createLogRoutes({ log, requireSprint: createRequireSprint(sql) }),
    docs: logRouteDocs,
  }
}

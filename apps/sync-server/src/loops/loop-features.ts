import type { Config } from '../config.ts'
import type { Sql } from '../db/database.ts'
import { withDeadline } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import { createMailer } from '../mail/mailer.ts'
import type { Clock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createRequireSprint } from '../sprints/sprint-access.ts'
import { createLoopLetters } from './loop-letters.ts'
import { createLoopRoutes, createReminderRoutes, loopRouteDocs, reminderRouteDocs } from './loop-routes.ts'
import { createLoopService } from './loop-service.ts'
import { createLoopStore } from './loop-store.ts'

/** Learning loops: their routes, and the letters where the installation has a mail server. */
export function createLoopFeatures(deps: {
  sql: Sql
  mail: Config['mail']
  access: AccessService
  publicAddress: () => string
  clock: Clock
  log: RoomLog
  now: () => Date
}): { features: Feature[]; start(): void; close(): Promise<void> } {
  const { sql, mail, access, publicAddress, now } = deps
  const store = createLoopStore(sql)
  const titleOf = async (sprintId: string) => {
    const rows = await withDeadline(sql<{ title: string }[]>`SELECT title FROM sprint WHERE id = ${sprintId}`)
    return rows[0]?.title
  }
  const loops = createLoopService({ store, access, titleOf, publicAddress, now })
  const mailer = mail === undefined ? undefined : createMailer(mail)
  const letters = mailer && createLoopLetters({ ...deps, store, mailer })
  return {
    features: [
      {
        path: '/api/sprints',
        app: createLoopRoutes({ loops, requireSprint: createRequireSprint(sql) }),
        docs: loopRouteDocs,
      },
      { path: '/api/reminders', app: createReminderRoutes({ loops }), docs: reminderRouteDocs },
    ],
    start: () => letters?.start(),
    async close() {
      await letters?.close()
      mailer?.close()
    },
  }
}

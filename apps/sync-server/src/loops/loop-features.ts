import { createServedDocuments } from '../boards/served-documents.ts'
import type { Config } from '../config.ts'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import { createMailer } from '../mail/mailer.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createSprintAccessService } from '../sprints/sprint-access-service.ts'
import { createSprintReadingStore } from '../sprints/sprint-reading-store.ts'
import { createLoopAccessService } from './loop-access-service.ts'
import { createLoopLetters } from './loop-letters.ts'
import {
  createLoopRoutes,
  createReceivedLoopRoutes,
  createReminderRoutes,
  loopRouteDocs,
  receivedLoopRouteDocs,
  reminderRouteDocs,
} from './loop-routes.ts'
import { createLoopService } from './loop-service.ts'
import { createLoopStore } from './loop-store.ts'
import { createReceivedLoopStore } from './received-loop-store.ts'
import { createReceivedLoopService } from './received-loops.ts'

/** Learning loops: their routes, and the letters where the installation has a mail server. */
export function createLoopFeatures(deps: {
  sql: Sql
  docStore: Pick<DocStore, 'load'>
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument'>
  mail: Config['mail']
  access: AccessService
  publicAddress: () => string
  timeZone: string
  clock: Clock
  log: RoomLog
  now: () => Date
}): { features: Feature[]; start(): void; close(): Promise<void> } {
  const { sql, mail, access, publicAddress, timeZone, now } = deps
  const store = createLoopStore(sql)
  const loops = createLoopService({ store, access, publicAddress, timeZone, now })
  const reading = createSprintReadingStore(sql)
  const sprints = createSprintAccessService({ store: reading })
  const received = createReceivedLoopService({
    store: createReceivedLoopStore(sql),
    loopOf: loops.one,
    documents: createServedDocuments(deps),
  })
  const mailer = mail === undefined ? undefined : createMailer(mail)
  const letters = mailer && createLoopLetters({ ...deps, store, mailer })
  return {
    features: [
      {
        path: '/api/sprints',
        app: createLoopRoutes({
          loops,
          received,
          access: sprints,
          loopAccess: createLoopAccessService({ sprints: reading, store }),
        }),
        docs: loopRouteDocs,
      },
      { path: '/api/loops', app: createReceivedLoopRoutes({ received }), docs: receivedLoopRouteDocs },
      { path: '/api/reminders', app: createReminderRoutes({ loops }), docs: reminderRouteDocs },
    ],
    start: () => letters?.start(),
    async close() {
      await letters?.close()
      mailer?.close()
    },
  }
}

import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createBoardOriginService, type ServerEditing } from './board-origin-service.ts'
import { boardTemplateRouteDocs, createBoardTemplateRoutes } from './board-template-routes.ts'
import { createOwnTemplateRoutes, type InTurn, ownTemplateRouteDocs } from './own-template-routes.ts'
import { createOwnTemplateService } from './own-template-service.ts'
import { createTemplateRoutes, templateRouteDocs } from './template-routes.ts'
import { type CheckRecords, createTemplateService, type TemplateService } from './template-service.ts'
import { createTemplateStore } from './template-store.ts'

/** Puts together the templates, built in and of the organisation's own. */
export function createTemplateFeatures(deps: {
  sql: Sql
  docStore: Pick<DocStore, 'load'>
  access: AccessService
  rooms: ServerEditing
  checkRecords: CheckRecords
  inTurn: InTurn
  now: () => Date
}): { features: Feature[]; templates: TemplateService } {
  const { sql, docStore, access, rooms, checkRecords, inTurn, now } = deps
  const store = createTemplateStore(sql)
  const templates = createTemplateService({ store, checkRecords })
  const own = createOwnTemplateService({ store, templates, docStore, checkRecords, now })
  const origins = createBoardOriginService({ store, templates, docStore, rooms })
  return {
    templates,
    features: [
      { path: '/api/templates', app: createTemplateRoutes({ templates }), docs: templateRouteDocs },
      { path: '/api/templates', app: createOwnTemplateRoutes({ own, access, inTurn }), docs: ownTemplateRouteDocs },
      {
        path: '/api/boards',
        app: createBoardTemplateRoutes({ origins, own, access }),
        docs: boardTemplateRouteDocs,
      },
    ],
  }
}

import {
  createFilingPackageRequest,
  createFilingPackageResponse,
  filingCaseResponse,
  filingProgressResponse,
  snapshotPdfQuery,
} from '@samtavle/shared/filing-api'
import { type Context, Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson, parseQuery } from '../http/parse.ts'
import type { SnapshotAccessService } from '../snapshots/snapshot-access-service.ts'
import type { SprintAccessService } from '../sprints/sprint-access-service.ts'
import type { FilingService } from './filing-service.ts'

/** A file that is saved and never shown by the browser in our origin. */
function fileResponse(c: Context<AppEnv>, type: string, file: { fileName: string; bytes: Uint8Array }): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${file.fileName}"`)
  c.header('Cache-Control', 'private, no-store')
  c.header('Content-Length', String(file.bytes.byteLength))
  return c.body(file.bytes as Uint8Array<ArrayBuffer>)
}

/** Snapshots on paper; mounted at `/api/snapshots`. */
export function createSnapshotPaperRoutes(deps: {
  filing: FilingService
  access: SnapshotAccessService
}): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:id/pdf', async (c) => {
    const { row } = await deps.access.require(c.var.identity, c.req.param('id'), 'see')
    const { paper } = parseQuery(c, snapshotPdfQuery)
    return fileResponse(c, 'application/pdf', await deps.filing.pdf(row, paper))
  })

  return routes
}

/** Filing packages; mounted at `/api/sprints`. */
export function createFilingRoutes(deps: { filing: FilingService; access: SprintAccessService }): Hono<AppEnv> {
  const { filing, access } = deps
  const routes = new Hono<AppEnv>()
  const granted = (c: Context<AppEnv>) => access.require(c.var.identity, c.req.param('id') ?? '', 'sprint.file')

  routes.get('/:id/filing', async (c) => {
    return c.json({ case: await filing.lastCase(await granted(c)) })
  })

  routes.post('/:id/filing-packages', async (c) => {
    const sprint = await granted(c)
    return c.json({ id: await filing.create(sprint, await parseJson(c, createFilingPackageRequest)) }, 202)
  })

  routes.get('/:id/filing-packages/:package', async (c) => {
    return c.json(filing.progress(await granted(c), c.req.param('package')))
  })

  routes.delete('/:id/filing-packages/:package', async (c) => {
    filing.remove(await granted(c), c.req.param('package'))
    return c.body(null, 204)
  })

  routes.get('/:id/filing-packages/:package/zip', async (c) => {
    return fileResponse(c, 'application/zip', filing.made(await granted(c), c.req.param('package')))
  })

  return routes
}

export const snapshotPaperRouteDocs: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/api/snapshots/:id/pdf', access: 'signed-in', query: snapshotPdfQuery },
    ...{ response: 'application/pdf', summary: 'A published snapshot as a PDF; the same bytes each time' },
  },
]

const packages = '/api/sprints/:id/filing-packages'
export const filingRouteDocs: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/api/sprints/:id/filing', access: 'signed-in', response: filingCaseResponse },
    summary: 'What was said about the case of a sprint when it was packed the last time',
  },
  {
    ...{ method: 'post', path: packages, access: 'signed-in', request: createFilingPackageRequest, status: 202 },
    ...{ response: createFilingPackageResponse, summary: 'Begin a filing package; one of this sprint before it ends' },
  },
  {
    ...{ method: 'get', path: `${packages}/:package`, access: 'signed-in', response: filingProgressResponse },
    summary: 'How far a filing package is',
  },
  {
    ...{ method: 'delete', path: `${packages}/:package`, access: 'signed-in' },
    summary: 'Cancel a filing package, or throw it away',
  },
  {
    ...{ method: 'get', path: `${packages}/:package/zip`, access: 'signed-in', response: 'application/zip' },
    summary: 'The archive of a filing package that is ready',
  },
]

import { assetSchema } from '@samtavle/shared/api'
import { ASSET_LIMITS } from '@samtavle/shared/board-asset'
import { importAssetQuery } from '@samtavle/shared/import-api'
import { Hono } from 'hono'
import { type AppEnv, visitOf } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery, readBody } from '../http/parse.ts'
import { type AccessService, requireRight } from '../sharing/access-service.ts'
import type { AssetService } from './asset-service.ts'
import type { StoredAsset } from './asset-store.ts'
import { createUploadTurns } from './upload-turns.ts'

/** Opened on its own, a picture is a document that may do nothing, and is saved instead of shown. */
const ASSET_CSP = "sandbox; default-src 'none'"

/** The name is ours: none of what a file was called has ever come to the server. */
const fileName = ({ id, type }: StoredAsset): string =>
  `billede-${id.slice(0, 12)}.${type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length)}`

/** Pictures on boards over HTTP; mounted at `/api/boards` beside the board's own routes. */
export function createAssetRoutes(deps: { assets: AssetService; access: AccessService }): Hono<AppEnv> {
  const { assets, access } = deps
  const routes = new Hono<AppEnv>()
  const uploadTurn = createUploadTurns()

  // Before the routes of boards, none of which is called `import`.
  routes.post('/import/assets', async (c) => {
    const identity = requireRight(c.var.identity, 'board.create')
    const { is } = parseQuery(c, importAssetQuery)
    const asset = await uploadTurn(identity.userId, async () =>
      assets.send(identity, await readBody(c.req.raw, ASSET_LIMITS.bytes), is),
    )
    return c.json(asset, 201)
  })

  routes.post('/:id/assets', async (c) => {
    const board = await access.admit(visitOf(c), c.req.param('id'), 'board.edit')
    const asset = await uploadTurn(board.visitorId, async () =>
      assets.add(board, await readBody(c.req.raw, ASSET_LIMITS.bytes)),
    )
    return c.json(asset, 201)
  })

  routes.get('/:id/assets/:asset', async (c) => {
    const board = await access.admit(visitOf(c), c.req.param('id'), 'board.view')
    const asset = await assets.find(board, c.req.param('asset'))
    // Its bytes never change. Whoever has seen it may keep it, on this device.
    c.header('Cache-Control', 'private, max-age=31536000, immutable')
    c.header('Vary', 'Cookie')
    c.header('ETag', `"${asset.id}"`)
    c.header('Content-Security-Policy', ASSET_CSP)
    if (c.req.header('if-none-match') === `"${asset.id}"`) return c.body(null, 304)
    c.header('Content-Type', asset.type)
    c.header('Content-Length', String(asset.bytes))
    c.header('Content-Disposition', `attachment; filename="${fileName(asset)}"`)
    if (c.req.method === 'HEAD') return c.body(null)
    return c.body(await assets.open(asset))
  })

  return routes
}

export const assetRouteDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/api/boards/:id/assets',
    summary: 'Put a picture on the board (JPEG, PNG, WebP or GIF of up to 10 MB); it is encoded anew, without metadata',
    access: 'guest',
    request: 'application/octet-stream',
    response: assetSchema,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/boards/import/assets',
    summary:
      'Send a picture for a board that is imported within the hour; the answer says how its records must name it',
    access: 'signed-in',
    query: importAssetQuery,
    request: 'application/octet-stream',
    response: assetSchema,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/boards/:id/assets/:asset',
    summary: 'A picture of the board',
    access: 'guest',
    response: 'image/*',
  },
]

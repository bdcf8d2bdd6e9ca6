import {
  addTemplateVersionRequest,
  changeTemplateRequest,
  createTemplateRequest,
  hideTemplateRequest,
  templateFileSchema,
  templateSavedResponse,
} from '@samtavle/shared/template-api'
import { TEMPLATE_ABOUT_BYTES_MAX, TEMPLATE_BYTES_MAX } from '@samtavle/shared/template-limits'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import { type AccessService, requireRight } from '../sharing/access-service.ts'
import type { OwnTemplateService } from './own-template-service.ts'

/** Lets each person do one piece of heavy work at a time, and few people at once. */
export type InTurn = <T>(userId: string, work: () => Promise<T>) => Promise<T>

/** The organisation's own templates over HTTP, to be mounted at `/api/templates` beside the built-in ones. */
export function createOwnTemplateRoutes(deps: {
  own: OwnTemplateService
  access: AccessService
  inTurn: InTurn
}): Hono<AppEnv> {
  const { own, access, inTurn } = deps
  const routes = new Hono<AppEnv>()

  routes.post('/', async (c) => {
    const identity = requireRight(c.var.identity, 'template.create')
    const { boardId, keepLoose, about } = await parseJson(c, createTemplateRequest, TEMPLATE_ABOUT_BYTES_MAX)
    const board = await access.require(identity, boardId, 'board.save-as-template')
    return c.json(await inTurn(identity.userId, () => own.create({ access: board, keepLoose }, about)), 201)
  })

  routes.post('/import', async (c) => {
    const identity = requireRight(c.var.identity, 'template.create')
    const imported = await inTurn(identity.userId, async () =>
      own.import(identity, await parseJson(c, templateFileSchema, TEMPLATE_BYTES_MAX)),
    )
    return c.json(imported, 201)
  })

  routes.post('/:id/versions', async (c) => {
    const identity = requireRight(c.var.identity, 'template.create')
    const { boardId, keepLoose, about } = await parseJson(c, addTemplateVersionRequest, TEMPLATE_ABOUT_BYTES_MAX)
    const board = await access.require(identity, boardId, 'board.save-as-template')
    const id = c.req.param('id')
    return c.json(await inTurn(identity.userId, () => own.addVersion(id, { access: board, keepLoose }, about)), 201)
  })

  routes.patch('/:id', async (c) => {
    const identity = requireRight(c.var.identity, 'template.list')
    const { about } = await parseJson(c, changeTemplateRequest, TEMPLATE_ABOUT_BYTES_MAX)
    await own.change(identity, c.req.param('id'), about)
    return c.body(null, 204)
  })

  routes.delete('/:id', async (c) => {
    await own.delete(requireRight(c.var.identity, 'template.list'), c.req.param('id'))
    return c.body(null, 204)
  })

  routes.post('/:id/restore', async (c) => {
    await own.restore(requireRight(c.var.identity, 'template.list'), c.req.param('id'))
    return c.body(null, 204)
  })

  routes.put('/:id/hidden', async (c) => {
    const identity = requireRight(c.var.identity, 'template.hide')
    const { hidden } = await parseJson(c, hideTemplateRequest)
    await own.hide(identity, c.req.param('id'), hidden)
    return c.body(null, 204)
  })

  routes.get('/:id/export', async (c) => {
    requireRight(c.var.identity, 'template.list')
    const file = await own.export(c.req.param('id'))
    c.header('Content-Disposition', 'attachment; filename="template.json"')
    c.header('Cache-Control', 'private, no-store')
    return c.json(file)
  })

  return routes
}

export const ownTemplateRouteDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/api/templates',
    summary: 'Make a template of one’s own board; tells what of the board stayed behind',
    access: 'signed-in',
    request: createTemplateRequest,
    response: templateSavedResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/templates/import',
    summary: 'Make a template from a file of up to 6 MB',
    access: 'signed-in',
    request: templateFileSchema,
    response: templateSavedResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/templates/:id/versions',
    summary: 'Make one’s own board the next version of a template',
    access: 'signed-in',
    request: addTemplateVersionRequest,
    response: templateSavedResponse,
    status: 201,
  },
  {
    method: 'patch',
    path: '/api/templates/:id',
    summary: 'Change what is said of a template',
    access: 'signed-in',
    request: changeTemplateRequest,
  },
  {
    method: 'delete',
    path: '/api/templates/:id',
    summary: 'Take a template out of the gallery; boards made from it stay',
    access: 'signed-in',
  },
  {
    method: 'post',
    path: '/api/templates/:id/restore',
    summary: 'Take the deletion of a template back',
    access: 'signed-in',
  },
  {
    method: 'put',
    path: '/api/templates/:id/hidden',
    summary: 'Take a built-in template out of the gallery, or put it back; an administrator’s',
    access: 'signed-in',
    request: hideTemplateRequest,
  },
  {
    method: 'get',
    path: '/api/templates/:id/export',
    summary: 'The newest version of a template of one’s own as a file',
    access: 'signed-in',
    response: templateFileSchema,
  },
]

import {
  createShareLinkRequest,
  createShareLinkResponse,
  type LinkKind,
  shareLinksResponse,
  updateShareLinkRequest,
  wallResponse,
} from '@samtavle/shared/share-link-api'
import { type Context, Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { Feature, RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { LinkService, Shareable } from './link-service.ts'
import type { LinkTargets } from './link-targets.ts'

const PLACES = { board: '/api/boards', sprint: '/api/sprints', snapshot: '/api/snapshots' } as const

/** Share links of boards, sprints and snapshots over HTTP, below each of them. */
export function createLinkFeatures(deps: { links: LinkService; targets: LinkTargets }): Feature[] {
  const kinds = Object.keys(PLACES) as LinkKind[]
  return kinds.map((kind) => ({ path: PLACES[kind], app: routesOf(kind, deps), docs: docsOf(kind) }))
}

function routesOf(kind: LinkKind, { links, targets }: { links: LinkService; targets: LinkTargets }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const targetOf = (c: Context<AppEnv>): Promise<Shareable> => targets(c.var.identity, kind, c.req.param('id') ?? '')

  routes.get('/:id/share-links', async (c) => {
    const target = await targetOf(c)
    return c.json(await links.list(target))
  })

  routes.post('/:id/share-links', async (c) => {
    const target = await targetOf(c)
    return c.json(await links.create(target, await parseJson(c, createShareLinkRequest)), 201)
  })

  routes.patch('/:id/share-links/:link', async (c) => {
    const target = await targetOf(c)
    await links.change(target, c.req.param('link'), await parseJson(c, updateShareLinkRequest))
    return c.body(null, 204)
  })

  routes.delete('/:id/share-links/:link', async (c) => {
    const target = await targetOf(c)
    await links.withdraw(target, c.req.param('link'))
    return c.body(null, 204)
  })

  routes.post('/:id/share-links/:link/wall', async (c) => {
    const target = await targetOf(c)
    return c.json(await links.wall(target, c.req.param('link')), 201)
  })

  return routes
}

function docsOf(kind: LinkKind): RouteDoc[] {
  const path = `${PLACES[kind]}/:id/share-links`
  const one = `${path}/:link`
  return [
    {
      method: 'get',
      path,
      summary: `The open share links to a ${kind}, with how often they were used`,
      access: 'signed-in',
      response: shareLinksResponse,
    },
    {
      method: 'post',
      path,
      summary: `Make a share link to a ${kind}; its secret is in this answer alone`,
      access: 'signed-in',
      request: createShareLinkRequest,
      response: createShareLinkResponse,
      status: 201,
    },
    {
      method: 'patch',
      path: one,
      summary: 'Give a share link another right, or a later end; open sockets follow at once',
      access: 'signed-in',
      request: updateShareLinkRequest,
    },
    {
      method: 'delete',
      path: one,
      summary: 'Withdraw a share link: whoever came by it is out at once',
      access: 'signed-in',
    },
    {
      method: 'post',
      path: `${one}/wall`,
      summary: 'A code and an address for the wall of a room, for four hours',
      access: 'signed-in',
      response: wallResponse,
      status: 201,
    },
  ]
}

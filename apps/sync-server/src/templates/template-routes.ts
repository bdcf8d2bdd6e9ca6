import { createHash } from 'node:crypto'
import { type TemplateSummary, templatePreviewQuery, templatesResponse } from '@samtavle/shared/api'
import { renderBoardPicture } from '@samtavle/shared/board-picture'
import { AppError } from '@samtavle/shared/errors'
import { findTemplate, listTemplates, toTemplateSummary } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import { Hono } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import { pictureResponse } from '../http/picture-response.ts'
import { requireRight } from '../sharing/access-service.ts'

type Look = z.infer<typeof templatePreviewQuery>

/**
 * Templates over HTTP, to be mounted at `/api/templates`. They never change while the server runs, so every picture is
 * drawn once and kept: templates × languages × themes × details × with and without examples.
 */
export function createTemplateRoutes(): Hono<AppEnv> {
  const pictures = new Map<string, { version: string; svg: string }>()
  let summaries: TemplateSummary[] | undefined

  function picture(id: string, look: Look): { version: string; svg: string } {
    const template = findTemplate(id)
    if (template === undefined) throw new AppError('not_found', 'no such template')
    const key = [template.id, look.locale, look.theme, look.detail, look.examples].join(' ')
    const known = pictures.get(key)
    if (known !== undefined) return known
    let count = 0
    const records = instantiateTemplate(template, {
      locale: look.locale,
      examples: look.examples === 'true',
      short: false,
      newId: () => `preview-${++count}`,
    })
    const svg = renderBoardPicture(records, look)
    const drawn = { version: createHash('sha256').update(svg).digest('base64url').slice(0, 22), svg }
    pictures.set(key, drawn)
    return drawn
  }

  const routes = new Hono<AppEnv>()

  routes.get('/', (c) => {
    requireRight(c.var.identity, 'template.list')
    summaries ??= listTemplates().map(toTemplateSummary)
    return c.json({ templates: summaries })
  })

  routes.get('/:id/preview.svg', async (c) => {
    requireRight(c.var.identity, 'template.list')
    const { version, svg } = picture(c.req.param('id'), parseQuery(c, templatePreviewQuery))
    return await pictureResponse(c, version, () => svg)
  })

  return routes
}

export const templateRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/templates',
    summary: 'What the gallery offers',
    access: 'signed-in',
    response: templatesResponse,
  },
  {
    method: 'get',
    path: '/api/templates/:id/preview.svg',
    summary: 'A picture of a template, drawn from its own records',
    access: 'signed-in',
    query: templatePreviewQuery,
    response: 'image/svg+xml',
  },
]

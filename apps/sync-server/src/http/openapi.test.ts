import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { AppEnv } from './app-env.ts'
import { createOpenapiFeature, describeApi, type RouteDoc } from './openapi.ts'

const DOCS: RouteDoc[] = [
  {
    method: 'put',
    path: '/api/boards/:id/members',
    summary: 'Add a colleague',
    access: 'signed-in',
    query: z.strictObject({ notify: z.string().optional(), page: z.string() }),
    request: z.strictObject({ email: z.string().trim().toLowerCase().pipe(z.email()) }),
    response: z.object({ at: z.iso.datetime({ offset: true }) }),
    status: 201,
  },
  { method: 'delete', path: '/api/boards/:id/members', summary: 'Remove a colleague', access: 'signed-in' },
  { method: 'get', path: '/api/preview.svg', summary: 'A picture', access: 'public', response: 'image/svg+xml' },
]

test('a route is described by its own schemas', () => {
  const { paths } = describeApi(DOCS, 'samtavle') as { paths: Record<string, Record<string, unknown>> }
  expect(paths['/api/boards/{id}/members']?.put).toMatchObject({
    security: [{ session: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true },
      { name: 'notify', in: 'query', required: false },
      { name: 'page', in: 'query', required: true },
    ],
    requestBody: {
      content: { 'application/json': { schema: { required: ['email'], additionalProperties: false } } },
    },
    responses: {
      201: {
        content: { 'application/json': { schema: { properties: { at: { type: 'string', format: 'date-time' } } } } },
      },
      default: { content: { 'application/json': { schema: { required: ['error'] } } } },
    },
  })
})

test('an answer without a body, a public route and a picture', () => {
  const { paths } = describeApi(DOCS, 'samtavle') as {
    paths: Record<string, Record<string, { security: unknown; responses: Record<string, { content?: unknown }> }>>
  }
  expect(paths['/api/boards/{id}/members']?.delete?.responses[204]).toEqual({ description: 'Success' })
  expect(paths['/api/preview.svg']?.get?.security).toEqual([])
  expect(Object.keys(paths['/api/preview.svg']?.get?.responses[200]?.content ?? {})).toEqual(['image/svg+xml'])
})

test('the description lists itself', async () => {
  const feature = createOpenapiFeature([{ path: '/api', app: new Hono<AppEnv>(), docs: DOCS }], '__Host-samtavle')
  const description = await (await feature.app.request('/')).json()
  expect(description).toMatchObject({ openapi: '3.1.0', paths: { '/api/openapi.json': { get: {} } } })
  expect(JSON.stringify(description)).toContain('"name":"__Host-samtavle"')
})

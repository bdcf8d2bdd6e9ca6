import { errorBodySchema } from '@samtavle/shared/api'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from './app-env.ts'

/** One route as the API's description tells it. Each route file exports a table of these beside its routes. */
export type RouteDoc = Readonly<{
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Full path with Hono's parameters, e.g. `/api/boards/:id`. */
  path: string
  summary: string
  /** `public`: answers without a session. `guest`: also to guests, on what their share link leads to. */
  access: 'public' | 'guest' | 'signed-in'
  query?: z.ZodType
  /** Schema of the JSON body, or the media type of a body that is not JSON. */
  request?: z.ZodType | string
  /** Schema of the JSON answer, or the media type of an answer that is not JSON; absent for 204. */
  response?: z.ZodType | string
  /** Status of success; 200 with a response, 204 without. */
  status?: number
}>

/** Routes of one feature, where they are mounted, and their description. */
export type Feature = Readonly<{
  path: string
  app: Hono<AppEnv>
  docs: readonly RouteDoc[]
  /** Full paths that take what a form of our own pages posts, without a script. */
  forms?: readonly string[]
}>

const PARAMETER = /:([A-Za-z]+)/g

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function parametersOf(route: RouteDoc): unknown[] {
  const inPath = [...route.path.matchAll(PARAMETER)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  if (route.query === undefined) return inPath
  const { properties = {}, required = [] } = jsonSchema(route.query, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

function contentOf(request: z.ZodType | string): unknown {
  return typeof request === 'string'
    ? { [request]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: jsonSchema(request, 'input') } }
}

function describeOperation(route: RouteDoc): unknown {
  const { response, request } = route
  const status = route.status ?? (response === undefined ? 204 : 200)
  const content =
    response === undefined
      ? undefined
      : typeof response === 'string'
        ? { [response]: { schema: { type: 'string' } } }
        : { 'application/json': { schema: jsonSchema(response, 'output') } }
  return {
    summary: route.summary,
    security: route.access === 'public' ? [] : [{ session: [] }],
    parameters: parametersOf(route),
    ...(request === undefined ? {} : { requestBody: { required: true, content: contentOf(request) } }),
    responses: {
      [status]: { description: 'Success', ...(content === undefined ? {} : { content }) },
      default: {
        description: 'Failure',
        content: { 'application/json': { schema: jsonSchema(errorBodySchema, 'output') } },
      },
    },
  }
}

/** The API's description, generated from the schemas that the server parses with. Pure. */
export function describeApi(docs: readonly RouteDoc[], cookieName: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of docs) {
    const path = route.path.replace(PARAMETER, '{$1}')
    paths[path] = { ...paths[path], [route.method]: describeOperation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Samtavle', version: '1', license: { name: 'MPL-2.0', identifier: 'MPL-2.0' } },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } } },
    paths,
  }
}

export const openapiRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    access: 'public',
    response: z.record(z.string(), z.unknown()),
  },
]

/** Serves the description of `features` and of itself. */
export function createOpenapiFeature(features: readonly Feature[], cookieName: string): Feature {
  const description = describeApi([...features.flatMap((feature) => feature.docs), ...openapiRouteDocs], cookieName)
  const app = new Hono<AppEnv>()
  app.get('/', (c) => c.json(description))
  return { path: '/api/openapi.json', app, docs: openapiRouteDocs }
}

import { randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import { Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Registry } from 'prom-client'
import type { Logger } from '../logger.ts'
import { type AllowedOrigins, isOwnForm } from './allowed-origins.ts'
import type { AppEnv, Identity } from './app-env.ts'
import { createBodyTypes, createFormPaths } from './body-types.ts'
import { errorResponse } from './error-response.ts'
import type { Feature } from './openapi.ts'
import type { StaticFiles } from './static-files.ts'

/** Whether the server can do its work, and what an operator should know about its database. */
export type Readiness = { ready: boolean; state: string; warnings: readonly string[] }

export type HttpAppOptions = {
  features: readonly Feature[]
  /** Asked at every request: with port 0 the origin is known only when the server listens. */
  origins: () => AllowedOrigins
  /** Who sends this cookie header; `setCookie` when the session was prolonged. */
  readSession: (cookie: string | undefined) => Promise<{ identity: Identity; setCookie?: string | undefined } | null>
  readiness: () => Promise<Readiness>
  metrics: Registry
  staticFiles: StaticFiles | undefined
  logger: Logger
}

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/** One line per request: what was asked, by its route's pattern, and how it went. Nothing that names a person. */
function accessLog(logger: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = randomUUID()
    c.set('requestId', requestId)
    c.header('X-Request-Id', requestId)
    const start = performance.now()
    await next()
    const ms = Math.round((performance.now() - start) * 10) / 10
    logger.debug({ requestId, method: c.req.method, route: routePath(c), status: c.res.status, ms }, 'request')
  }
}

/**
 * Cross-site requests end here: whatever is not GET or HEAD must come from a page of this installation and carry JSON,
 * or the one other type that its route is there for, which no foreign page can send without asking first. A few routes
 * take forms, which any page can send: of ours only. Our own check, because framework ones have been passed by odd
 * content types.
 */
function refuseForeign(origins: () => AllowedOrigins, features: readonly Feature[]): MiddlewareHandler<AppEnv> {
  const takes = createBodyTypes(features.flatMap(({ docs }) => docs))
  const isForm = createFormPaths(features.flatMap(({ forms = [] }) => forms))
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method)) {
      const type = c.req.header('content-type')
      const origin = c.req.header('origin')
      const form = isForm({ method: c.req.method, path: c.req.path, type })
      const isOwn = form ? isOwnForm(origins(), origin, c.req.header('sec-fetch-site')) : origins().has(origin)
      if (!isOwn) throw new AppError('foreign_origin', 'the Origin header is not ours')
      const hasBody = c.req.header('transfer-encoding') !== undefined || Number(c.req.header('content-length') ?? 0) > 0
      if (type === undefined ? hasBody : !form && !takes(c.req.method, c.req.path, type))
        throw new AppError('unsupported_media_type')
    }
    await next()
  }
}

function identify(readSession: HttpAppOptions['readSession']): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.header('Cache-Control', 'private, no-store')
    const session = await readSession(c.req.header('cookie'))
    c.set('identity', session?.identity ?? null)
    await next()
    // A route that signs in or out has set the cookie itself; the browser must get one answer, not two.
    if (session?.setCookie !== undefined && !c.res.headers.has('set-cookie')) c.header('Set-Cookie', session.setCookie)
  }
}

/** The whole HTTP side: order of middleware, features below /api, health, metrics and the web build. */
export function createHttpApp(options: HttpAppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: true })
  app.use(accessLog(options.logger))
  app.use(refuseForeign(options.origins, options.features))
  app.onError((error, c) => errorResponse(error, c, options.logger))

  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const { ready, state, warnings } = await options.readiness()
    return c.json({ status: state, warnings }, ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    c.header('Content-Type', options.metrics.contentType)
    return c.body(await options.metrics.metrics())
  })

  app.use('/api/*', identify(options.readSession))
  for (const feature of options.features) app.route(feature.path, feature.app)
  app.all('/api/*', (c) => c.notFound())

  app.get('*', async (c) => {
    const files = options.staticFiles
    if (files === undefined) throw new AppError('not_found', 'there is no web build')
    const path = c.req.path === '/' ? '/index.html' : decodePath(c.req.path)
    const file = path === undefined ? undefined : await files(c, path)
    if (file !== undefined) return file
    // Addresses of pages are known to the web app only, and it has the words for those that are none; a missing script
    // must stay missing.
    const page = c.req.header('accept')?.includes('text/html') === true && path?.startsWith('/assets/') !== true
    const index = page ? await files(c, '/index.html') : undefined
    if (index !== undefined) return index
    throw path === undefined ? new AppError('bad_request', 'malformed path') : new AppError('not_found', 'no such file')
  })
  app.notFound((c) => errorResponse(new AppError('not_found', 'no such route'), c, options.logger))
  return app
}

/** Undefined for an address that cannot be decoded, such as `/%zz`. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

import { AppError } from '@samtavle/shared/errors'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ZodError } from 'zod'
import { isDatabaseUnavailable } from '../db/database.ts'
import type { Logger } from '../logger.ts'
import type { AppEnv } from './app-env.ts'

/** Any thrown value as a failure that may be told; undefined for a bug, which is told without detail. */
function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof ZodError) return new AppError('bad_request', describeIssues(error))
  if (error instanceof HTTPException && error.status < 500) return new AppError('bad_request')
  if (isDatabaseUnavailable(error)) {
    return new AppError('unavailable', 'the database does not answer', { retryAfter: 2, cause: error })
  }
  return undefined
}

/** Names the fields and what is wrong with them; never the values that were sent. */
function describeIssues(error: ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.code}`)
    .join('; ')
}

/**
 * The one shape of every failure: `{ error: { code, message } }`. What was not expected is logged with the request's
 * id and answered as `internal` without detail.
 */
export function errorResponse(error: unknown, c: Context<AppEnv>, logger: Logger): Response {
  const expected = toAppError(error)
  const requestId = c.get('requestId')
  if (expected === undefined) logger.error({ err: error, requestId }, 'request failed unexpectedly')
  else if (expected.status >= 500) logger.warn({ err: expected, requestId }, 'request failed')
  const told = expected ?? new AppError('internal', `request ${requestId}`)
  c.header('Cache-Control', 'private, no-store')
  if (told.retryAfter !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(told.retryAfter))))
  // What is left of an oversized body is not read, so the connection cannot be used again.
  if (told.code === 'too_large') c.header('Connection', 'close')
  return c.json({ error: { code: told.code, message: told.message } }, told.status)
}

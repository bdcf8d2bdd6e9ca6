import { type Logger as PinoLogger, pino } from 'pino'
import type { Config } from './config.ts'

export type Logger = PinoLogger

/** Keys whose values are secrets or personal data; a log line that carries one by mistake shows `[hidden]` instead. */
const HIDDEN = ['password', 'cookie', 'authorization', 'token', 'secret', 'email', 'name', 'link', 'parameters', 'args']

/**
 * The structured log, one JSON object a line on stderr, so that stdout carries only what `main.ts` says to people.
 * Never log request bodies, queries, cookies, e-mail addresses, names, board text or IP addresses.
 */
export function createLogger(level: Config['logLevel'], destination: pino.DestinationStream = stderr()): Logger {
  const paths = HIDDEN.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: '[hidden]' },
      serializers: { err: describeError },
    },
    destination,
  )
}

/** Synchronous: a line about a failure must not be lost by the exit that follows it. */
function stderr(): pino.DestinationStream {
  return pino.destination({ dest: 2, sync: true })
}

/**
 * What a log line may say of an error. A database error's `detail` and `parameters` hold values of rows, and so
 * personal data; its code, table and constraint say enough.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint_name, table_name, routine } = error as Error & Record<string, unknown>
  const described: Record<string, unknown> = { type: error.name, message: error.message, code, stack: error.stack }
  if (constraint_name !== undefined) described.constraint = constraint_name
  if (table_name !== undefined) described.table = table_name
  if (routine !== undefined) described.routine = routine
  if (error.cause !== undefined) described.cause = describeError(error.cause)
  return described
}

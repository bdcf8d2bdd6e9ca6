import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/**
 * The address to count attempts by. Behind a proxy on this machine it is the last one of `X-Forwarded-For`, which the
 * proxy wrote itself; from anywhere else that header is the caller's own claim and is not read. For counting only:
 * it is not logged and grants nothing.
 */
export function addressOf(remoteAddress: string | undefined, forwardedFor: string | undefined): string {
  const direct = remoteAddress ?? 'unknown'
  if (!LOOPBACK.test(direct)) return direct
  const forwarded = forwardedFor?.split(',').at(-1)?.trim()
  return forwarded === undefined || forwarded === '' ? direct : forwarded.slice(0, 64)
}

/** The address of a request's sender, see `addressOf`. */
export function clientAddress(c: Context<AppEnv>): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  return addressOf(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'))
}

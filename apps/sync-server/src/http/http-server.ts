import { once } from 'node:events'
import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Logger } from '../logger.ts'
import type { AppEnv } from './app-env.ts'

/**
 * The Node server around the HTTP app, with its limits (threats table, SEC-15). The security headers are set here, on
 * the raw response, so that no way out of the app can be without them.
 */
export function createHttpServer(
  app: Hono<AppEnv>,
  options: { headers: Readonly<Record<string, string>>; logger: Logger },
): Server {
  const { headers, logger } = options
  const listener = getRequestListener(app.fetch, {
    errorHandler(error) {
      logger.warn({ err: error }, 'a request could not be read')
      return Response.json({ error: { code: 'bad_request', message: 'malformed request' } }, { status: 400 })
    },
  })
  const server = createServer(
    {
      headersTimeout: 9_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      // Half-open requests are gone after ten seconds (SEC-03), looking included.
      connectionsCheckingInterval: 500,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      // Answers itself, failures included.
      void listener(request, response)
    },
  )
  server.maxHeadersCount = 100
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket, headers))
  return server
}

/** Listens, and answers the port: 0 takes a free one. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Answers what is being asked, and asks idle connections to go. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const insist = setTimeout(() => server.closeAllConnections(), 2_000)
  await closed
  clearTimeout(insist)
}

const CLIENT_ERROR_STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What is not HTTP never becomes a request, and gets its answer on the raw socket. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex, headers: Readonly<Record<string, string>>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = CLIENT_ERROR_STATUS[error.code ?? ''] ?? 400
  const lines = Object.entries({ ...headers, Connection: 'close', 'Content-Length': '0' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`)
}

import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { promisify } from 'node:util'

/** Name that only the browser of the tests resolves (`--host-resolver-rules` in `playwright.config.ts`). */
export const TLS_HOST = 'tavle.test'

/** A reverse proxy as it stands before a real installation: it ends TLS and passes on requests and sockets. */
export type TlsProxy = {
  /** `https://tavle.test:<port>`; the `PUBLIC_URL` of the server behind it. */
  origin: string
  /** Certificate, for clients in Node that check it. */
  certificate: string
  /** Says where the server listens; before that, requests are answered 502. */
  forwardTo(port: number): void
  close(): Promise<void>
}

/** A key and a certificate for `TLS_HOST`, made now, valid for two days, trusted by nobody. */
async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-tls-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
    const names = ['-subj', `/CN=${TLS_HOST}`, '-addext', `subjectAltName=DNS:${TLS_HOST}`]
    await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert])
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Starts the proxy on a free loopback port.
 * @throws when there is no `openssl` to make a certificate with.
 */
export async function startTlsProxy(): Promise<TlsProxy> {
  const { key, cert } = await makeCertificate()
  let port: number | undefined
  const open = new Set<Socket | Duplex>()
  const keep = (socket: Socket | Duplex) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    // Either side may vanish; the other one is told by its own end.
    socket.on('error', () => socket.destroy())
  }

  const server = createServer({ key, cert }, (incoming, outgoing) => {
    if (port === undefined) {
      outgoing.writeHead(502).end()
      return
    }
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' }
    const options = { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers }
    const onward = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.once('error', () => {
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    })
    incoming.pipe(onward)
  })
  server.on('secureConnection', keep)
  server.on('upgrade', (incoming, socket, head) => {
    if (port === undefined) {
      socket.destroy()
      return
    }
    const onward = connect(port, '127.0.0.1')
    keep(onward)
    onward.once('connect', () => {
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`]
      for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
        lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`)
      }
      onward.write(`${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      onward.pipe(socket)
      socket.pipe(onward)
    })
    onward.once('close', () => socket.destroy())
    socket.once('close', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    origin: `https://${TLS_HOST}:${address.port}`,
    certificate: cert,
    forwardTo(serverPort) {
      port = serverPort
    },
    async close() {
      server.close()
      for (const socket of open) socket.destroy()
      await once(server, 'close')
    },
  }
}

import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** The way of one browser to the network, as an HTTP proxy: everything of it goes through, and it can be pulled out. */
export type NetworkCable = {
  /** For `proxy` of a browser context. */
  server: string
  /** Cuts what is open, sockets included, and lets nothing through. */
  unplug(): void
  plugIn(): void
  /** Keeps WebSockets open and lets new ones begin, but no byte of them passes until `letGo`: a network that hangs. */
  hold(): void
  letGo(): void
  close(): Promise<void>
}

const LOOPBACK = new Set(['localhost', '127.0.0.1'])

/** Lays a cable on a free loopback port. It leads to this machine only; other hosts are refused. */
export async function layCable(): Promise<NetworkCable> {
  let plugged = true
  let held = false
  const open = new Set<Socket | Duplex>()
  const tunnels = new Set<Socket | Duplex>()
  const keep = (socket: Socket | Duplex) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      tunnels.delete(socket)
    })
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((incoming, outgoing) => {
    const { hostname, port, pathname, search } = new URL(incoming.url ?? '')
    if (!LOOPBACK.has(hostname)) {
      outgoing.writeHead(403).end()
      return
    }
    const { method, headers } = incoming
    const onward = request({ host: '127.0.0.1', port, method, path: pathname + search, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    // As without a network, and not an answer that somebody could take for the server's.
    onward.once('error', () => outgoing.destroy())
    outgoing.once('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  server.on('connection', (socket) => {
    keep(socket)
    if (!plugged) socket.destroy()
  })
  server.on('connect', (incoming, client, head) => {
    const { hostname, port } = new URL(`http://${incoming.url}`)
    if (!LOOPBACK.has(hostname)) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const onward = connect(Number(port) || 80, '127.0.0.1')
    onward.setNoDelay(true)
    keep(client)
    keep(onward)
    onward.once('connect', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      onward.pipe(client)
      client.pipe(onward)
      tunnels.add(client).add(onward)
      if (held) for (const socket of [client, onward]) socket.pause()
    })
    onward.once('close', () => client.destroy())
    client.once('close', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    unplug() {
      plugged = false
      cut()
    },
    plugIn() {
      plugged = true
    },
    hold() {
      held = true
      for (const socket of tunnels) socket.pause()
    },
    letGo() {
      held = false
      for (const socket of tunnels) socket.resume()
    },
    async close() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A gate in front of a server: passes bytes while it is open, cuts whoever comes while it is shut. */
export type GateProxy = {
  url: string
  open(): void
  /** Lets nobody new in; connections that pass stay until one end closes them. */
  shut(): void
  close(): Promise<void>
}

export async function openGateProxy(targetPort: number): Promise<GateProxy> {
  let isOpen = true
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    client.on('error', () => client.destroy())
    if (!isOpen) {
      client.destroy()
      return
    }
    const target = connect(targetPort, '127.0.0.1')
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.pipe(other)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        // Ended, not destroyed: what the server wrote before its death still reaches the client.
        other.end()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open() {
      isOpen = true
    },
    shut() {
      isOpen = false
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** `onward`: from who connects to the target; `back`: the answers. */
export type Direction = 'onward' | 'back'

/** What a proxied connection can be told by whoever reads along. */
export type ProxiedConnection = {
  /** Sends bytes of its own, behind what is under way in that direction. */
  inject(direction: Direction, bytes: Buffer): void
  /** Passes no byte any more, in neither direction, and ends nothing: as a peer whose machine is gone. */
  hang(): void
  /** Ends both sides after what is under way. */
  cut(): void
}

/** Reads along one connection and decides what of a chunk goes on. */
export type Inspector = (direction: Direction, chunk: Buffer) => Buffer

/** Stands between two programs and does what networks do to them. Times in milliseconds. */
export type FaultProxy = {
  port: number
  /** Connections that are open now. */
  readonly connections: number
  /** Every chunk from now on takes this much longer in that direction. */
  delay(direction: Direction, ms: number): void
  /** Passes nothing and ends nothing; who connects is taken in and gets no answer. */
  freeze(): void
  /** Passes everything that waited, in order. */
  thaw(): void
  /** Ends what is open with a reset (RST). */
  reset(): void
  /** Ends each connection that is open now, when so many further bytes passed in that direction. */
  cutAfter(direction: Direction, bytes: number): void
  /** While shut, who comes is turned away at once. */
  shut(): void
  open(): void
  close(): Promise<void>
}

/** Bytes that may wait in a lane before its source is not read any more. */
const LANE_BYTES = 1024 * 1024

/** One direction of one connection: chunks go out in order, each not before it is due. */
class Lane {
  frozen = false
  hung = false
  delayMs = 0
  /** Bytes that may still pass before the connection is cut. */
  allowance = Number.POSITIVE_INFINITY
  readonly #to: Socket
  readonly #from: Socket
  readonly #onSpent: () => void
  readonly #queue: { bytes: Buffer | null; due: number }[] = []
  #waiting = 0
  #timer: NodeJS.Timeout | undefined

  constructor(from: Socket, to: Socket, onSpent: () => void) {
    this.#from = from
    this.#to = to
    this.#onSpent = onSpent
  }

  /** @param bytes null ends the direction behind all that came before */
  push(bytes: Buffer | null): void {
    if (bytes?.byteLength === 0) return
    this.#queue.push({ bytes, due: performance.now() + this.delayMs })
    this.#waiting += bytes?.byteLength ?? 0
    if (this.#waiting > LANE_BYTES) this.#from.pause()
    this.pump()
  }

  pump(): void {
    clearTimeout(this.#timer)
    while (!this.frozen && !this.hung) {
      const [next] = this.#queue
      if (next === undefined) break
      const early = next.due - performance.now()
      if (early > 0) {
        this.#timer = setTimeout(() => this.pump(), Math.ceil(early))
        return
      }
      this.#queue.shift()
      this.#send(next.bytes)
    }
    if (this.#waiting <= LANE_BYTES && !this.frozen) this.#from.resume()
  }

  #send(bytes: Buffer | null): void {
    if (bytes === null) {
      this.#to.end()
      return
    }
    this.#waiting -= bytes.byteLength
    const passed = bytes.subarray(0, Math.min(bytes.byteLength, this.allowance))
    this.allowance -= passed.byteLength
    if (passed.byteLength > 0 && !this.#to.destroyed) this.#to.write(passed)
    if (this.allowance === 0) this.#onSpent()
  }

  stop(): void {
    this.hung = true
    clearTimeout(this.#timer)
  }
}

/**
 * Opens a proxy on a free loopback port.
 * @param inspect is asked once per connection; without it everything goes through as it is
 */
export async function openFaultProxy(
  target: { host: string; port: number },
  inspect?: (connection: ProxiedConnection) => Inspector,
): Promise<FaultProxy> {
  const open = new Set<{ ends: readonly [Socket, Socket]; lanes: Record<Direction, Lane> }>()
  const delays: Record<Direction, number> = { onward: 0, back: 0 }
  let frozen = false
  let shut = false

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (shut) {
      client.on('error', () => {})
      client.resetAndDestroy()
      return
    }
    const upstream = connect({ ...target, allowHalfOpen: true })
    const cut = () => {
      // Ended, not destroyed: what was passed on still reaches both sides.
      client.end()
      upstream.end()
      client.resume()
      upstream.resume()
      for (const lane of Object.values(lanes)) lane.stop()
    }
    const lanes = { onward: new Lane(client, upstream, cut), back: new Lane(upstream, client, cut) }
    const connection = { ends: [client, upstream] as const, lanes }
    open.add(connection)
    const inspector = inspect?.({
      inject: (direction, bytes) => lanes[direction].push(bytes),
      hang: () => {
        for (const lane of Object.values(lanes)) lane.hung = true
      },
      cut,
    })
    for (const [socket, other, direction] of [
      [client, upstream, 'onward'],
      [upstream, client, 'back'],
    ] as const) {
      const lane = lanes[direction]
      lane.frozen = frozen
      lane.delayMs = delays[direction]
      socket.setNoDelay(true)
      socket.on('data', (chunk) => lane.push(inspector === undefined ? chunk : inspector(direction, chunk)))
      socket.on('end', () => lane.push(null))
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(connection)
        // Behind what is under way; a frozen network does not even tell that the other end is gone.
        lane.push(null)
        if (lane.hung) other.destroy()
        if (client.destroyed && upstream.destroyed) for (const both of Object.values(lanes)) both.stop()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const everyLane = (change: (lane: Lane, direction: Direction) => void) => {
    for (const { lanes } of open)
      for (const direction of ['onward', 'back'] as const) change(lanes[direction], direction)
  }
  const setFrozen = (now: boolean) => {
    frozen = now
    everyLane((lane) => {
      lane.frozen = now
      lane.pump()
    })
  }
  const reset = () => {
    for (const { ends } of open) for (const socket of ends) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return open.size
    },
    delay(direction, ms) {
      delays[direction] = ms
      everyLane((lane, of) => {
        if (of === direction) lane.delayMs = ms
      })
    },
    freeze: () => setFrozen(true),
    thaw: () => setFrozen(false),
    reset,
    cutAfter(direction, bytes) {
      everyLane((lane, of) => {
        if (of === direction) lane.allowance = bytes
      })
    },
    shut() {
      shut = true
    },
    open() {
      shut = false
    },
    async close() {
      server.close()
      reset()
      await once(server, 'close')
    },
  }
}

import type { BoardSpec } from '../stored-board.ts'

/** A server under load, as the generator needs to know it. */
export type ServerUnderLoad = {
  dialect: 'ours' | 'y-websocket' | 'hocuspocus' | 'tldraw' | 'relay'
  port: number
  pid: number
  /** The first process of its database, when that is a server of its own. */
  databasePid?: number
  headers: Readonly<Record<string, string>>
  /** Names of the rooms that are ready, each with the same board. */
  rooms: string[]
}

/** Writers move their notes, and their cursors, so often; everybody reads. */
export type FanOutTask = {
  kind: 'fan-out'
  clientsPerRoom: number
  writersPerRoom: number
  /** Updates of each writer in a second, and as many cursors. */
  hertz: number
  warmMs: number
  measureMs: number
}

/** Everybody writes as fast as the server passes on: so many updates of each are on their way at a time. */
export type SaturationTask = {
  kind: 'saturation'
  clients: number
  window: number
  /** Updates that each client has ready. */
  updatesPerClient: number
  warmMs: number
  measureMs: number
}

/** Boards that nobody has open, then boards that somebody has. */
export type JoinTask = { kind: 'join'; warmJoins: number }

/** Everybody at once. */
export type JoinCrowdTask = { kind: 'join-crowd'; clients: number }

/** One client in every room, then nobody. */
export type MemoryTask = { kind: 'memory'; afterMs: number }

/** Writing until the server is killed. */
export type KillTask = {
  kind: 'kill'
  clients: number
  writers: number
  everyMs: number
  killAfterMs: number
}

/** Reading what the writers of a `KillTask` left. */
export type ReadBackTask = { kind: 'read-back'; writers: number }

export type LoadTask = FanOutTask | SaturationTask | JoinTask | JoinCrowdTask | MemoryTask | KillTask | ReadBackTask

/** What the generator is handed. */
export type LoadOrder = { server: ServerUnderLoad; board: BoardSpec; task: LoadTask }

/** Figures by name; milliseconds, microseconds and bytes as their names say. */
export type Figures = Record<string, number>

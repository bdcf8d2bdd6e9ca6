import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAllRecords } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'
import type { ServerUnderLoad } from './load/load-task.ts'
import { openOurHome } from './our-server.ts'
import { newerNode, PEERS, peerVersion } from './peer-packages.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import type { StoredBoard } from './stored-board.ts'

export const CONTENDERS = ['ours', 'y-websocket', 'hocuspocus', 'tldraw', 'relay'] as const
export type ContenderName = (typeof CONTENDERS)[number]
/** Those that hold documents, as ours does. */
export const PEER_NAMES: readonly ContenderName[] = ['y-websocket', 'hocuspocus', 'tldraw']

/** A server with its boards, which can be started again on the same data. */
export type Running = {
  server: ServerUnderLoad
  /** Starts it again after its process was killed. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

export type Contender = {
  name: ContenderName
  /** Version of its package; `node` that of the Node it runs on. */
  version: string
  node: string
  /** Starts a fresh process that has the same board so many times. @param nodeArgs for Node, before the program */
  start(board: StoredBoard, rooms: number, nodeArgs?: readonly string[]): Promise<Running>
  close(): Promise<void>
}

const nodeVersion = (node: string): string => execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()

/** Writes a board as the peers' programs read it. */
async function writeSeed(folder: string, board: StoredBoard): Promise<void> {
  await mkdir(folder)
  const parts = board.updates.flatMap((update) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(update.byteLength)
    return [length, update]
  })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, board.state)
  await writeFile(join(folder, 'updates.bin'), Buffer.concat(parts))
  await writeFile(join(folder, 'state.bin'), board.state)
  await writeFile(join(folder, 'records.json'), JSON.stringify(readAllRecords(doc)))
  doc.destroy()
}

type PeerOptions = { name: ContenderName; program: string; packageName: string; node?: string }

function createPeer({ name, program, packageName, node = process.execPath }: PeerOptions): Contender {
  return {
    name,
    version: peerVersion(packageName),
    node: nodeVersion(node),
    close: async () => {},
    async start(board, count, nodeArgs = []) {
      const folder = await mkdtemp(join(tmpdir(), 'samtavle-peer-'))
      const [data, seed] = [join(folder, 'data'), join(folder, 'seed')]
      await mkdir(data)
      await writeSeed(seed, board)
      const rooms = Array.from({ length: count }, (_, i) => `room${i}`)
      const order = JSON.stringify({ data, seed, rooms })
      const launch = () => startServerProcess(node, [...nodeArgs, join(PEERS, program), order], {})
      const describe = ({ port, pid }: ServerProcess): ServerUnderLoad => ({
        dialect: name,
        port,
        pid,
        headers: {},
        rooms,
      })
      let process = await launch()
      const running: Running = {
        server: describe(process),
        async restart() {
          await process.kill()
          process = await launch()
          running.server = describe(process)
        },
        async stop() {
          await process.stop()
          await rm(folder, { recursive: true, force: true })
        },
      }
      return running
    },
  }
}

async function createOurs(version: string): Promise<Contender> {
  const home = await openOurHome()
  return {
    name: 'ours',
    version,
    node: process.version,
    close: home.close,
    async start(board, count, nodeArgs = []) {
      const rooms = await home.createBoards(board, count)
      let process = await home.start(nodeArgs)
      const describe = (): ServerUnderLoad => {
        const { port, pid, headers } = process
        return { dialect: 'ours', port, pid, databasePid: home.databasePid, headers, rooms }
      }
      const running: Running = {
        server: describe(),
        async restart() {
          await process.kill()
          process = await home.start(nodeArgs)
          running.server = describe()
        },
        async stop() {
          await process.stop()
          await home.removeBoards()
        },
      }
      return running
    },
  }
}

/** Makes one contender ready. The caller closes it. */
export async function openContender(name: ContenderName, ourVersion: string): Promise<Contender> {
  switch (name) {
    case 'ours':
      return await createOurs(ourVersion)
    case 'y-websocket':
      return createPeer({ name, program: 'y-websocket.mjs', packageName: '@y/websocket-server' })
    case 'hocuspocus':
      // It asks for Node 22 or newer.
      return createPeer({ name, program: 'hocuspocus.mjs', packageName: '@hocuspocus/server', node: newerNode() })
    case 'tldraw':
      return createPeer({ name, program: 'tldraw-sync.mjs', packageName: '@tldraw/sync-core' })
    case 'relay':
      return createPeer({ name, program: 'relay.mjs', packageName: 'ws' })
  }
}

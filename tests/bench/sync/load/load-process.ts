import { once } from 'node:events'
import { boardRecords } from '../board-content.ts'
import { makeStoredBoard } from '../stored-board.ts'
import type { Dialect, ExpectedBoard } from './dialect.ts'
import { runFanOut } from './fan-out-load.ts'
import { runJoin, runJoinCrowd } from './join-load.ts'
import { runKill, runReadBack } from './kill-load.ts'
import type { Figures, LoadOrder, ServerUnderLoad } from './load-task.ts'
import { runMemory } from './memory-load.ts'
import { runSaturation } from './saturation-load.ts'
import { createTldrawDialect } from './tldraw-dialect.ts'
import { createYjsDialect } from './yjs-dialect.ts'

async function dialectFor(server: ServerUnderLoad, board: Uint8Array): Promise<Dialect> {
  switch (server.dialect) {
    case 'ours':
      return createYjsDialect({ path: '/sync/', board })
    case 'y-websocket':
      return createYjsDialect({ path: '/', board })
    case 'hocuspocus':
      return createYjsDialect({ path: '/', board, named: true })
    case 'relay':
      return createYjsDialect({ path: '/', board, relay: true })
    case 'tldraw':
      return createTldrawDialect(await (await fetch(`http://127.0.0.1:${server.port}/`)).json())
  }
}

async function run({ server, board, task }: LoadOrder): Promise<Figures> {
  const { state } = makeStoredBoard(board)
  const dialect = await dialectFor(server, state)
  const expected: ExpectedBoard = { state, records: boardRecords(board.shapes) }
  switch (task.kind) {
    case 'fan-out':
      return await runFanOut(dialect, server, task)
    case 'saturation':
      return await runSaturation(dialect, server, task)
    case 'join':
      return await runJoin(dialect, server, task, expected)
    case 'join-crowd':
      return await runJoinCrowd(dialect, server, task, expected)
    case 'memory':
      return await runMemory(dialect, server, task)
    case 'kill':
      return await runKill(dialect, server, task)
    case 'read-back':
      return await runReadBack(dialect, server, task, expected)
  }
}

/** The life of a load generator: one order from its parent, one answer, and the end. */
export async function obeyParent(): Promise<void> {
  const [order] = (await once(process, 'message')) as [LoadOrder]
  const figures = await run(order)
  process.send?.(figures, () => process.disconnect())
}

import { join } from 'node:path'
import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import { withDocument } from '../rooms/stored-document.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { assetRouteDocs, createAssetRoutes } from './asset-routes.ts'
import { type AssetService, createAssetService } from './asset-service.ts'
import { createAssetStore } from './asset-store.ts'
import { type BoardRecords, createAssetSweep } from './asset-sweep.ts'
import { createDiskAssetFiles } from './disk-asset-files.ts'
import { createImageReencoder } from './image-reencoder.ts'

/** Folder of the pictures, below the data folder. */
const FOLDER = 'assets'

/** Puts together pictures on boards: their routes, and the end of those that nobody needs. */
export function createAssetFeature(deps: {
  sql: Sql
  dataDir: string
  access: AccessService
  docStore: Pick<DocStore, 'load'>
  versions: BoardRecords['versions']
  clock: Clock
  log: RoomLog
  now: () => Date
}): { feature: Feature; assets: AssetService; start(): void; close(): Promise<void> } {
  const { sql, dataDir, access, docStore, versions, clock, log, now } = deps
  const store = createAssetStore(sql)
  const files = createDiskAssetFiles(join(dataDir, FOLDER))
  const assets = createAssetService({ store, files, reencode: createImageReencoder(), access, now })
  const records: BoardRecords = { now: (boardId) => recordsNow(docStore, boardId), versions }
  const sweep = createAssetSweep({ store, files, records, clock, log })
  return {
    feature: { path: '/api/boards', app: createAssetRoutes({ assets, access }), docs: assetRouteDocs },
    assets,
    start: sweep.start,
    close: sweep.close,
  }
}

/** What is durable of a board. */
export async function recordsNow(
  docStore: Pick<DocStore, 'load'>,
  boardId: string,
): Promise<{ generation: number; records: BoardRecord[] } | undefined> {
  const stored = await docStore.load(boardId)
  if (stored === undefined) return undefined
  return { generation: stored.generation, records: withDocument(stored, readAllRecords) }
}

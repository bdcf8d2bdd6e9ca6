import { randomUUID } from 'node:crypto'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import {
  createSnapshotResponse,
  type SnapshotAnswer,
  type SnapshotChoice,
  type SnapshotSummary,
  snapshotSummarySchema,
  snapshotsResponse,
} from '@samtavle/shared/snapshot-api'
import { note } from '@samtavle/templates/shapes'
import { pino } from 'pino'
import type { Sql } from '../src/db/database.ts'
import type { Identity } from '../src/http/app-env.ts'
import type { DocStore } from '../src/rooms/doc-store.ts'
import type { AccessService } from '../src/sharing/access-service.ts'
import { createFreezer } from '../src/snapshots/freezer.ts'
import { createSnapshotFeatures } from '../src/snapshots/snapshot-features.ts'
import { createLogService } from '../src/sprints/log-service.ts'
import { createLogStore } from '../src/sprints/log-store.ts'
import { createSprintAccessService } from '../src/sprints/sprint-access-service.ts'
import { createSprintReadingStore } from '../src/sprints/sprint-reading-store.ts'
import type { BoardApi } from './board-api.ts'

const TIME_ZONE = 'Europe/Copenhagen'
const STILL = { now: () => 0, after: () => () => {}, endOfTurn() {} }

/** Snapshots on a real database, frozen in this thread. */
export function createTestSnapshots(deps: { sql: Sql; docStore: DocStore; access: AccessService; now: () => Date }) {
  const { sql, now } = deps
  return createSnapshotFeatures({
    ...deps,
    sprints: createSprintAccessService({ store: createSprintReadingStore(sql) }),
    processLog: createLogService({ store: createLogStore(sql, TIME_ZONE), timeZone: TIME_ZONE, now }),
    timeZone: TIME_ZONE,
    clock: STILL,
    log: pino({ level: 'silent' }),
    freezer: createFreezer(STILL, null),
  })
}

async function answerOf<T>(response: Response, status: number): Promise<T> {
  if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`)
  return (status === 204 ? undefined : await response.json()) as T
}

/** A draft at `/api/sprints/…` or `/api/boards/…`, and its id. */
export async function makeDraft(
  api: BoardApi,
  who: Identity,
  path: string,
  day: string | null = null,
): Promise<string> {
  return createSnapshotResponse.parse(await answerOf(await api.ask(who, 'POST', `${path}/snapshots`, { day }), 201)).id
}

export async function readSnapshot(api: BoardApi, who: Identity, id: string): Promise<SnapshotAnswer> {
  return await answerOf(await api.ask(who, 'GET', `/api/snapshots/${id}`), 200)
}

/** Changes what a draft shows. */
export async function choose(api: BoardApi, who: Identity, id: string, change: Partial<SnapshotChoice>): Promise<void> {
  const { choice } = await readSnapshot(api, who, id)
  await answerOf(await api.ask(who, 'PUT', `/api/snapshots/${id}/choice`, { ...choice, ...change }), 204)
}

export async function publish(
  api: BoardApi,
  who: Identity,
  id: string,
  expiresAt: string | null = null,
): Promise<SnapshotSummary> {
  const response = await api.ask(who, 'POST', `/api/snapshots/${id}/publish`, { expiresAt })
  return snapshotSummarySchema.parse(await answerOf(response, 200))
}

export async function listSnapshots(api: BoardApi, who: Identity, path: string): Promise<SnapshotSummary[]> {
  const answer = snapshotsResponse.parse(await answerOf(await api.ask(who, 'GET', `${path}/snapshots`), 200))
  return answer.snapshots
}

/** The frame of a section on a stored board. */
export async function frameOf(api: BoardApi, boardId: string, section: string): Promise<string> {
  const doc = await api.document(boardId)
  const frame = readAllRecords(doc).find((record) => record.type === 'frame' && metaOf(record).section === section)
  doc.destroy()
  if (frame === undefined) throw new Error(`no section ${section}`)
  return frame.id
}

/** Writes a note into a section, or on the page, and answers its id. */
export async function writeNote(
  api: BoardApi,
  boardId: string,
  parentId: string,
  text: string,
  more: { meta?: Record<string, unknown>; y?: number } = {},
): Promise<string> {
  const { locked: _, ...shape } = note({ x: 20, y: more.y ?? 200, text, role: 'fact', meta: more.meta ?? {} })
  const id = `shape:${randomUUID().slice(0, 8)}`
  const record = { ...shape, id, parentId, index: 'a5', typeName: 'shape', rotation: 0, isLocked: false, opacity: 1 }
  await api.edit(boardId, null, (doc) => createRecord(recordMapOf(doc), record as BoardRecord))
  return id
}

import { randomUUID } from 'node:crypto'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import type { NoteRole } from '@samtavle/shared/note-role'
import {
  createSnapshotResponse,
  type SnapshotAnswer,
  type SnapshotChoice,
  type SnapshotSummary,
  snapshotSummarySchema,
  snapshotsResponse,
} from '@samtavle/shared/snapshot-api'
import { note } from '@samtavle/templates/shapes'
import type { Identity } from '../src/http/app-env.ts'
import type { BoardApi } from './board-api.ts'

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
  await answerOf(await api.ask(who, 'PUT', `/api/snapshots/${id}/choice`, { ...choice, ...change }), 200)
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
  more: { meta?: Record<string, unknown>; role?: NoteRole; y?: number } = {},
): Promise<string> {
  const { locked: _, ...shape } = note({
    x: 20,
    y: more.y ?? 200,
    text,
    role: more.role ?? 'fact',
    meta: more.meta ?? {},
  })
  const id = `shape:${randomUUID().slice(0, 8)}`
  const record = { ...shape, id, parentId, index: 'a5', typeName: 'shape', rotation: 0, isLocked: false, opacity: 1 }
  await api.edit(boardId, null, (doc) => createRecord(recordMapOf(doc), record as BoardRecord))
  return id
}

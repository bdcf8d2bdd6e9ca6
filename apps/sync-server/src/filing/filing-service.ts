import { gunzipSync } from 'node:zlib'
import { AppError } from '@samtavle/shared/errors'
import {
  type CreateFilingPackage,
  FILING_SNAPSHOTS_MAX,
  type FilingCase,
  type FilingProgress,
  type SnapshotPaper,
} from '@samtavle/shared/filing-api'
import { picturesOf, type SnapshotContent } from '@samtavle/shared/snapshot-content'
import { type NamedPerson, nameHider } from '@samtavle/shared/snapshot-names'
import type { SnapshotRow } from '../snapshots/snapshot-rows.ts'
import type { SnapshotSourceStore } from '../snapshots/snapshot-source-store.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import type { LogService } from '../sprints/log-service.ts'
import type { GrantedSprint } from '../sprints/sprint-access-service.ts'
import { type FiledLog, filedLog } from './filed-log.ts'
import {
  aboutFiles,
  type FiledSnapshot,
  type FilingMetadata,
  logFiles,
  packageName,
  snapshotFiles,
} from './filing-files.ts'
import { FilingFailure, type FilingJobs, type FilingPackage, type Tell } from './filing-jobs.ts'
import type { FilingPress } from './filing-press.ts'
import type { FilingStore } from './filing-store.ts'
import type { FiledFile } from './filing-task.ts'

/** Packages that are made at once. */
const AT_ONCE = 3
/** PDF files that are written or wait, before the next who asks is told to come back. */
const WAITING_MAX = 12
/** All files of a package before they are packed, in bytes. */
const PACKAGE_BYTES = 96 * 1024 * 1024

const noSuchPackage = (): AppError => new AppError('not_found', 'no such package')

export type FilingService = ReturnType<typeof createFilingService>

/** Snapshots on paper, and packages for the records office: all of it from what was frozen. */
export function createFilingService(deps: {
  store: FilingStore
  snapshots: Pick<SnapshotStore, 'find' | 'list' | 'content' | 'picture'>
  sources: Pick<SnapshotSourceStore, 'boards' | 'names'>
  log: Pick<LogService, 'read'>
  press: FilingPress
  jobs: FilingJobs
  timeZone: string
  now: () => Date
}) {
  const { store, snapshots, sources, log, press, jobs, timeZone, now } = deps

  async function frozen(row: SnapshotRow): Promise<FiledSnapshot> {
    const content = await snapshots.content(row.id)
    const { number, sha256, publishedAt, title } = row
    if (content === undefined || number === null || sha256 === null || publishedAt === null) {
      throw new Error('a published snapshot has no content')
    }
    const pictures: Record<string, string> = {}
    for (const { picture } of picturesOf(JSON.parse(content) as SnapshotContent)) {
      const found = await snapshots.picture(row.id, picture.key, 'light')
      if (found !== undefined) pictures[picture.key] = gunzipSync(found.payload).toString('utf8')
    }
    const hex = Buffer.from(sha256).toString('hex')
    return { ...{ number, title, content, pictures, sha256: hex }, publishedAt: publishedAt.toISOString() }
  }

  async function pdfOf({ content, sha256, pictures }: FiledSnapshot, paper: SnapshotPaper): Promise<Uint8Array> {
    const snapshot = { content: JSON.parse(content) as SnapshotContent, sha256, timeZone, pictures }
    return await press.write({ kind: 'snapshot', snapshot, paper })
  }

  /** The log with roles instead of names: the names that snapshots leave out, and that of the commissioning manager. */
  async function logOf(granted: GrantedSprint): Promise<FiledLog> {
    const { id, locale, commissionerName } = granted.sprint
    const of = { sprintId: id, boardId: null }
    const boards = await sources.boards(of)
    const known = await sources.names(
      of,
      boards.map((board) => board.id),
    )
    const people: NamedPerson[] = known.map(({ name, role }) => ({ name, place: role }))
    const hide = nameHider([...people, { name: commissionerName, place: 'commissioner' }], locale)
    return filedLog(await log.read(granted), locale, hide)
  }

  async function make(
    granted: GrantedSprint,
    rows: readonly SnapshotRow[],
    metadata: FilingMetadata,
    tell: Tell,
  ): Promise<FilingPackage> {
    const files: FiledFile[] = []
    const filed: FiledSnapshot[] = []
    const add = (more: readonly FiledFile[]) => {
      files.push(...more)
      if (files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > PACKAGE_BYTES) {
        throw new FilingFailure('too_large')
      }
    }
    for (const [index, row] of rows.entries()) {
      tell('snapshots', index)
      const snapshot = await frozen(row)
      filed.push(snapshot)
      add(snapshotFiles(snapshot, await pdfOf(snapshot, 'a4')))
    }
    tell('log', rows.length)
    const filedLogOf = await logOf(granted)
    const madeAt = `${metadata.documentDate}T12:00:00.000Z`
    add(logFiles(filedLogOf, await press.write({ kind: 'log', log: filedLogOf, timeZone, madeAt })))
    tell('packing', rows.length + 1)
    const all = [...aboutFiles(metadata, filed, filedLogOf, files), ...files]
    const bytes = await press.write({ kind: 'zip', files: all, date: metadata.documentDate })
    // What was withdrawn while the others were written is not handed out.
    const still = await Promise.all(rows.map(({ id }) => snapshots.find(id)))
    if (still.some((row) => row?.status !== 'published')) throw new FilingFailure('withdrawn')
    return { fileName: packageName(metadata, filedLogOf.sprint), bytes }
  }

  return {
    /** A published snapshot as a PDF. @throws AppError `conflict` for a draft; `unavailable` when too many are asked for. */
    async pdf(row: SnapshotRow, paper: SnapshotPaper): Promise<{ fileName: string; bytes: Uint8Array }> {
      if (row.status !== 'published') throw new AppError('conflict', 'only what is published is printed')
      if (press.waiting() >= WAITING_MAX) throw new AppError('unavailable', 'too many at once', { retryAfter: 10 })
      const snapshot = await frozen(row)
      return { fileName: `snapshot-${snapshot.number}-${paper}.pdf`, bytes: await pdfOf(snapshot, paper) }
    },

    async lastCase({ sprint }: GrantedSprint): Promise<FilingCase | null> {
      return await store.find(sprint.id)
    },

    /**
     * Begins a package. Snapshots whose time for readers is over are filed too; those that were withdrawn are not.
     * @throws AppError `bad_request` when it would be empty, or names what is not published in this sprint.
     */
    async create(granted: GrantedSprint, request: CreateFilingPackage): Promise<string> {
      const { snapshots: named, ...metadata } = request
      const { documentDate: _, ...about } = metadata
      const { id } = granted.sprint
      const published = (await snapshots.list({ sprintId: id, boardId: null }))
        .filter(({ status }) => status === 'published')
        .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
      const wanted = new Set(named)
      const rows = published.filter((row) => (named === undefined ? row.finalAt !== null : wanted.has(row.id)))
      if (rows.length === 0 || (named !== undefined && rows.length < wanted.size)) {
        throw new AppError('bad_request', 'snapshots: none is final, or one is not published')
      }
      if (rows.length > FILING_SNAPSHOTS_MAX) throw new AppError('too_large', 'snapshots: too many')
      if (jobs.working() >= AT_ONCE) throw new AppError('unavailable', 'others are packing', { retryAfter: 20 })
      await store.remember(id, about, now())
      return jobs.start(id, rows.length + 2, (tell) => make(granted, rows, metadata, tell))
    },

    /** @throws AppError `not_found`, also for what was cancelled or is too old. */
    progress({ sprint }: GrantedSprint, id: string): FilingProgress {
      const progress = jobs.progress(sprint.id, id)
      if (progress === undefined) throw noSuchPackage()
      return progress
    },

    /** The archive. @throws AppError `not_found`; `conflict` when it is not ready. */
    made({ sprint }: GrantedSprint, id: string): FilingPackage {
      const made = jobs.made(sprint.id, id)
      if (made !== undefined) return made
      if (jobs.progress(sprint.id, id) === undefined) throw noSuchPackage()
      throw new AppError('conflict', 'the package is not ready')
    },

    /** Cancels a package, or throws it away. @throws AppError `not_found` */
    remove({ sprint }: GrantedSprint, id: string): void {
      if (!jobs.remove(sprint.id, id)) throw noSuchPackage()
    },
  }
}

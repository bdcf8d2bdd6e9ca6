import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { isUuid } from '@samtavle/shared/ids'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { createAttemptLimit } from './accounts/sign-in-limits.ts'
import type { Config } from './config.ts'
import type { Sql } from './db/database.ts'
import type { Identity } from './http/app-env.ts'
import type { Feature } from './http/openapi.ts'
import type { SharedSnapshots } from './links/shared-snapshots.ts'
import type { SnapshotLinkService } from './links/snapshot-link-service.ts'
import type { Logger } from './logger.ts'
import { createFramedPageFeature, createReaderFeature } from './reader/reader-features.ts'
import type { SnapshotReader } from './reader/reader-ports.ts'
import type { SnapshotDoors } from './snapshots/snapshot-features.ts'
import { isExpired, type SnapshotRow } from './snapshots/snapshot-rows.ts'
import { createSnapshotStore, type SnapshotStore } from './snapshots/snapshot-store.ts'

const unpacked = promisify(gunzip)
const MINUTE = 60_000

/** Snapshots without anybody's right to them: for links, which are a right of their own, and the pages they lead to. */
type PublishedSnapshots = SharedSnapshots & SnapshotReader & Pick<SnapshotStore, 'lastAnswer'>

/** What links and readers ask of the table of snapshots. */
export function createPublishedSnapshots({ sql, now }: { sql: Sql; now: () => Date }): PublishedSnapshots {
  const store = createSnapshotStore(sql)
  const isOpen = (row: SnapshotRow) => row.status === 'published' && !isExpired(row, now())
  const rowOf = async (id: string) => (isUuid(id) ? await store.find(id) : undefined)
  return {
    async find(id) {
      const row = await rowOf(id)
      if (row === undefined) return undefined
      return { id, title: row.title, sprintId: row.sprintId, boardId: row.boardId, isOpen: isOpen(row) }
    },
    async publishedOf(sprintId) {
      const rows = await store.list({ sprintId, boardId: null })
      return rows.filter(isOpen).flatMap(({ id, number, title, publishedAt }) => {
        return number === null || publishedAt === null ? [] : [{ id, number, title, publishedAt }]
      })
    },
    async stateOf(id) {
      const row = await rowOf(id)
      if (row === undefined) return undefined
      const status = row.status === 'published' && isExpired(row, now()) ? 'expired' : row.status
      return { status, sha256: row.sha256 === null ? null : Buffer.from(row.sha256).toString('hex') }
    },
    async contentOf(id) {
      const content = await store.content(id)
      return content === undefined ? undefined : (JSON.parse(content) as SnapshotContent)
    },
    async pictureOf(id, key, theme) {
      const picture = await store.picture(id, key, theme)
      return picture && (await unpacked(picture.payload)).toString('utf8')
    },
    lastAnswer: store.lastAnswer,
  }
}

/** The pages that managers read, by links and inside the pages of those who make them. */
export function createReading(deps: {
  published: PublishedSnapshots
  links: SnapshotLinkService
  snapshots: SnapshotDoors
  config: Pick<Config, 'timeZone' | 'embedOrigins' | 'rateLimits'>
  readSession: (cookie: string | undefined) => Promise<{ identity: Identity } | null>
  webRoot: string
  https: boolean
  logger: Logger
  now: () => Date
}): Feature[] {
  const { published, links, config, now } = deps
  const { access, answers, snapshots } = deps.snapshots
  const limit = (most: number) => {
    const clock = () => now().getTime()
    return createAttemptLimit({
      limit: config.rateLimits ? most : Number.MAX_SAFE_INTEGER,
      windowMs: MINUTE,
      now: clock,
    })
  }
  const reader = createReaderFeature({
    ...deps,
    ...{ timeZone: config.timeZone, embedOrigins: config.embedOrigins },
    links,
    snapshots: published,
    answers: {
      latest: (snapshotId) => published.lastAnswer(snapshotId),
      give: (snapshotId, answer) => answers.add(snapshotId, answer, null),
    },
    limits: { answers: limit(10), links: limit(60) },
  })
  const framed = createFramedPageFeature({
    webRoot: deps.webRoot,
    timeZone: config.timeZone,
    snapshots: { pageOf: async (identity, id) => await snapshots.pageOf(await access.require(identity, id, 'see')) },
  })
  return [reader, framed]
}

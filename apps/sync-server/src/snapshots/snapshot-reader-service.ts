import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { Theme } from '@samtavle/shared/palette'
import { assertStanding, noSuchSnapshot } from './snapshot-access-service.ts'
import type { SnapshotOf, SnapshotRow } from './snapshot-rows.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** A snapshot as it was frozen. */
export type FrozenSnapshot = {
  id: string
  of: SnapshotOf
  number: number
  title: string
  /** JSON of `SnapshotContent`, exactly the bytes that the sum is of. */
  content: string
  /** Hex. */
  sha256: string
  publishedAt: Date
  expiresAt: Date | null
}

export type SnapshotReaderService = ReturnType<typeof createSnapshotReaderService>

/**
 * Frozen snapshots by their ids, for those whose right was asked elsewhere: a share link names the one that it opens.
 * Drafts are never read here.
 */
export function createSnapshotReaderService(deps: {
  store: Pick<SnapshotStore, 'find' | 'content' | 'picture'>
  now: () => Date
}) {
  const { store, now } = deps

  async function standing(id: string): Promise<SnapshotRow> {
    const row = isUuid(id) ? await store.find(id) : undefined
    if (row === undefined || row.status === 'draft') throw noSuchSnapshot()
    assertStanding(row, now())
    return row
  }

  return {
    /** @throws AppError `not_found`; `gone` when it was withdrawn or has expired. */
    async read(id: string): Promise<FrozenSnapshot> {
      const row = await standing(id)
      const content = await store.content(id)
      const { number, sha256, publishedAt } = row
      if (content === undefined || number === null || sha256 === null || publishedAt === null) throw noSuchSnapshot()
      return {
        ...{ id, number, content, publishedAt, title: row.title, expiresAt: row.expiresAt },
        of:
          row.sprintId === null ? { sprintId: null, boardId: row.boardId } : { sprintId: row.sprintId, boardId: null },
        sha256: Buffer.from(sha256).toString('hex'),
      }
    },

    /** A picture, gzipped SVG. @throws AppError as `read` does, also for a key that it has not. */
    async picture(id: string, key: string, theme: Theme): Promise<{ gzipped: Uint8Array; sha256: string }> {
      await standing(id)
      const picture = await store.picture(id, key, theme)
      if (picture === undefined) throw new AppError('not_found', 'no such picture')
      return { gzipped: picture.payload, sha256: Buffer.from(picture.sha256).toString('hex') }
    },
  }
}

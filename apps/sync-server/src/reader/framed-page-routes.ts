import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { Hono } from 'hono'
import type { AppEnv, Identity } from '../http/app-env.ts'
import { documentText } from './markup.ts'
import type { ReaderFiles } from './reader-files.ts'
import { setReaderHeaders } from './reader-policy.ts'
import { snapshotPage } from './snapshot-page.ts'

/** What somebody with an account may see of a snapshot: a draft as it would be now, or what was frozen. */
export type OwnSnapshots = {
  /** @throws AppError for what is not there, is over, or is not for this identity */
  pageOf(identity: Identity | null, id: string): Promise<{ content: SnapshotContent; sha256: string }>
}

/**
 * The page that readers get, for those who make it: shown inside their own page and nowhere else. Mounted at
 * `/api/snapshots`.
 */
export function createFramedPageRoutes(deps: {
  snapshots: OwnSnapshots
  files: ReaderFiles
  timeZone: string
}): Hono<AppEnv> {
  const { snapshots, files, timeZone } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/page', async (c) => {
    const id = c.req.param('id')
    const page = await snapshots.pageOf(c.var.identity, id)
    const pictureAt = (_: string, theme: string, key: string) =>
      `/api/snapshots/${encodeURIComponent(id)}/pictures/${encodeURIComponent(key)}?theme=${theme}`
    const about = { pictureAt, answer: null, isCase: false, isFramed: true, timeZone, files }
    const text = await documentText(snapshotPage({ ...page, ...about }))
    setReaderHeaders(c, files, ["'self'"], false)
    c.header('Cache-Control', 'private, no-store')
    c.header('Content-Type', 'text/html; charset=utf-8')
    return c.body(text)
  })

  return routes
}

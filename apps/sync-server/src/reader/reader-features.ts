import type { Identity } from '../http/app-env.ts'
import type { Feature } from '../http/openapi.ts'
import type { Logger } from '../logger.ts'
import { createCountedOpenings } from './counted-openings.ts'
import { createFramedPageRoutes, type OwnSnapshots } from './framed-page-routes.ts'
import { loadReaderFiles } from './reader-files.ts'
import type { AnswerBox, LinkResolver, SnapshotReader } from './reader-ports.ts'
import { type Attempts, createReaderRoutes } from './reader-routes.ts'
import { createReaderService } from './reader-service.ts'
import { createUnlockedLinks } from './unlocked-links.ts'

/** The pages that managers read, below `/s`. */
export function createReaderFeature(deps: {
  links: LinkResolver
  snapshots: SnapshotReader
  answers: AnswerBox
  /** Folder of the web build, for the typeface. */
  webRoot: string
  timeZone: string
  embedOrigins: readonly string[]
  limits: { answers: Attempts; links: Attempts }
  readSession: (cookie: string | undefined) => Promise<{ identity: Identity } | null>
  https: boolean
  logger: Logger
  now: () => Date
}): Feature {
  const files = loadReaderFiles(deps.webRoot)
  const reader = createReaderService({ ...deps, files })
  const unlocked = createUnlockedLinks(deps.now)
  const noteOpening = createCountedOpenings(deps.links.opened, (error) =>
    deps.logger.warn({ err: error }, 'openings of a link were not counted'),
  )
  return {
    path: '/s',
    app: createReaderRoutes({ ...deps, reader, unlocked, files, noteOpening }),
    // Pages for people; the API's description is for programs.
    docs: [],
    forms: ['/s/:token/answer', '/s/:token/unlock'],
  }
}

/** The same pages for those who make them, inside a page of ours. */
export function createFramedPageFeature(deps: { snapshots: OwnSnapshots; webRoot: string; timeZone: string }): Feature {
  return {
    path: '/api/snapshots',
    app: createFramedPageRoutes({ ...deps, files: loadReaderFiles(deps.webRoot) }),
    docs: [
      {
        ...{ method: 'get', path: '/api/snapshots/:id/page', access: 'signed-in', response: 'text/html' },
        summary: 'The page of a snapshot as readers get it, for a frame in a page of ours; of a draft as it is now',
      },
    ],
  }
}

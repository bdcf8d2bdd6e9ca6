import type { Feature } from '../http/openapi.ts'
import type { Logger } from '../logger.ts'
import { createCountedOpenings } from './counted-openings.ts'
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

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createAccountFeatures } from './accounts/account-features.ts'
import { createAssetFeature } from './assets/asset-features.ts'
import { createBoardFeatures } from './boards/board-features.ts'
import { createBoardSearchFeature } from './boards/board-search-feature.ts'
import { createImportTurns } from './boards/import-turns.ts'
import { checkImportedRecords } from './boards/imported-records.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/embedded-postgres.ts'
import { singleConnection } from './db/journal-connections.ts'
import { migrate, newestMigration } from './db/migrate.ts'
import { createPgDocStore } from './db/pg-doc-store.ts'
import { checkServer } from './db/server-check.ts'
import { type AllowedOrigins, allowedOrigins, publicAddress } from './http/allowed-origins.ts'
import type { AppEnv } from './http/app-env.ts'
import { createHttpApp } from './http/http-app.ts'
import { closeServer, createHttpServer, listen } from './http/http-server.ts'
import { createOpenapiFeature, type Feature } from './http/openapi.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createStaticFiles } from './http/static-files.ts'
import type { Logger } from './logger.ts'
import { createMetrics } from './metrics.ts'
import { createReadiness } from './readiness.ts'
import { returnMemory } from './return-memory.ts'
import { systemClock } from './rooms/clock.ts'
import { createSingleNodeFanout } from './rooms/fanout.ts'
import { maintainedBy } from './rooms/maintenance.ts'
import { createRoomRegistry } from './rooms/room-registry.ts'
import { STATEMENT_ALLOWANCE } from './rooms/statement-pace.ts'
import { createSharingWork, createWaysToBoards } from './sharing-work.ts'
import { runShutdown } from './shutdown.ts'
import { createPublishedSnapshots, createReading } from './snapshot-reading.ts'
import { createSprintWork } from './sprint-work.ts'
import { createTemplateFeatures } from './templates/template-features.ts'
import { createStoredBoards } from './versions/stored-boards.ts'
import { createTurnFlush } from './ws/turn-flush.ts'
import { attachUpgrade } from './ws/upgrade.ts'

const HOUR = 60 * 60 * 1000
/** Stopping must be over within 10 s; what is left of them is for the process to end. */
const SHUTDOWN_DEADLINE_MS = 9_000

export type App = {
  /** Address for people, without a slash at the end. */
  address: string
  port: number
  /** The link that leads through creating the first administrator; null when there is one. */
  setupLink: string | null
  /** The HTTP side without its socket, for asking what is mounted. */
  http: Hono<AppEnv>
  /** Resolves with the reason when the server cannot go on by itself. */
  failed: Promise<string>
  /** Stops in order; true when everything was saved and closed in time. Runs once however often it is asked. */
  close(): Promise<boolean>
}

export type AppOptions = {
  logger: Logger
  /** Folder of the web build. */
  webRoot: string
  now?: () => Date
}

/**
 * The whole server: the only place that sees everything.
 * @throws what `describeStartFailure` puts into words; nothing stays open then.
 */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const database = await openDatabase(config, options.logger)
  try {
    return await startOn(database, config, options)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function startOn(database: Database, config: Config, options: AppOptions): Promise<App> {
  const { logger, webRoot, now = () => new Date() } = options
  const { sql } = database
  const warnings = database.embedded ? [] : await checkServer(sql)
  if (warnings.length > 0) logger.warn({ warnings }, 'PostgreSQL may lose what is shown as saved')
  const newest = await migrate(sql)

  const https = config.publicUrl?.startsWith('https:') ?? false
  let origins: AllowedOrigins = allowedOrigins(config, config.port)
  let address = publicAddress(config, config.port)

  const fanout = createSingleNodeFanout()
  const storedBoards = createStoredBoards({ sql, embedded: database.embedded, clock: systemClock, log: logger, now })
  const journal = createPgDocStore(database.journal, storedBoards.damaged, () => rooms.storeAgain())
  const metrics = createMetrics({
    rooms: () => rooms.stats(),
    sockets: () => door.count(),
    upkeep: () => {
      const { compactions, failures } = storedBoards.upkeep.stats()
      return { compactions, compactionFailures: failures }
    },
  })
  const turnFlush = createTurnFlush(systemClock)
  const ways = createWaysToBoards({ sql, https, now })
  const { access } = ways
  const docStore = createPgDocStore(singleConnection(sql), storedBoards.damaged)
  const search = createBoardSearchFeature({
    sql,
    docStore,
    openDocument: (boardId) => rooms.openDocument(boardId),
    access,
    clock: systemClock,
    log: logger,
  })
  const rooms = createRoomRegistry({
    store: journal,
    fanout,
    clock: systemClock,
    log: logger,
    maintenance: maintainedBy(storedBoards.upkeep, search.index),
    metrics: metrics.rooms,
    durability: config.durability,
    rateLimits: config.rateLimits,
    onEmpty: returnMemory,
    rests: { restMs: turnFlush.restMs, allowance: STATEMENT_ALLOWANCE },
  })

  const { sessions, setupSecret, ...accounts } = await createAccountFeatures({
    sql,
    rooms,
    config,
    now,
    publicAddress: () => address,
  })
  /** A board whose history was erased: what was known of the old generation goes too. */
  const boardReplaced = (boardId: string) => {
    rooms.boardReplaced(boardId)
    search.index.changed(boardId)
  }
  const pictures = createAssetFeature({
    sql,
    dataDir: config.dataDir,
    access,
    docStore,
    versions: storedBoards.recordsOfVersions,
    clock: systemClock,
    log: logger,
    now,
  })
  const library = createTemplateFeatures({
    sql,
    docStore,
    access,
    rooms,
    checkRecords: checkImportedRecords,
    inTurn: createImportTurns(),
    now,
  })
  const boards = createBoardFeatures({
    sql,
    docStore,
    rooms,
    access,
    templates: library.templates,
    picturesGivenTo: pictures.assets.givenTo,
    onStored: search.index.changed,
    clock: systemClock,
    log: logger,
    now,
  })
  const published = createPublishedSnapshots({ sql, now })
  const shared = await createSharingWork({
    ...{ ...ways, sql, rooms, snapshots: published, config, log: logger, now },
    publicAddress: () => address,
  })
  const sprintWork = createSprintWork({
    ...{ sql, docStore, rooms, access, live: shared.live, newBoards: boards.newBoards, config },
    ...{ onStored: search.index.changed, inTurn: createImportTurns(), clock: systemClock, log: logger, now },
    publicAddress: () => address,
  })
  const features: Feature[] = [
    ...accounts.features,
    ...boards.features,
    ...shared.features,
    search.feature,
    pictures.feature,
    storedBoards.feature({ rooms: { edit: rooms.edit, tell: rooms.tell, boardReplaced }, access }),
    ...library.features,
    ...sprintWork.features,
    ...createReading({
      ...{ published, links: shared.snapshotLinks, snapshots: sprintWork.snapshots },
      ...{ readSession: sessions.read, config, webRoot, https, logger, now },
    }),
  ]
  features.push(createOpenapiFeature(features, sessions.cookieName))
  const readiness = createReadiness({
    newestMigration: () => newestMigration(sql),
    expected: newest,
    warnings,
    roomsHealthy: () => rooms.stats().healthy,
    clock: systemClock,
  })

  const hasWebBuild = existsSync(join(webRoot, 'index.html'))
  if (!hasWebBuild) logger.warn('there is no web build: only the API is served')
  const app = createHttpApp({
    features,
    origins: () => origins,
    readSession: sessions.read,
    readiness,
    metrics: metrics.registry,
    staticFiles: hasWebBuild ? createStaticFiles(webRoot) : undefined,
    logger,
  })
  const server = createHttpServer(app, { headers: securityHeaders(https), logger })
  const door = attachUpgrade(server, {
    rooms,
    identify: sessions.identify,
    accessFor: access.accessFor,
    guestOn: ways.guests.onBoard,
    isAllowedOrigin: (origin) => origins.has(origin),
    log: logger,
    rateLimits: config.rateLimits,
    turnFlush,
  })
  const port = await listen(server, config)
  origins = allowedOrigins(config, port)
  address = publicAddress(config, port)

  storedBoards.upkeep.start()
  pictures.start()
  search.index.start()
  boards.expiry.start()
  sprintWork.start()
  shared.start()
  const sweep = setInterval(() => {
    sessions.removeExpired().catch((error) => logger.warn({ err: error }, 'expired sessions were not removed'))
  }, HOUR).unref()

  async function close(): Promise<boolean> {
    clearInterval(sweep)
    const deadline = performance.now() + SHUTDOWN_DEADLINE_MS
    const within = () => ({ deadlineMs: Math.max(500, deadline - performance.now()), logger })
    const flushed = await runShutdown(
      [
        { name: 'refuse upgrades', run: () => door.refuse() },
        { name: 'close sockets', run: () => door.closeSockets() },
        { name: 'flush the journal', run: () => rooms.flush() },
        { name: 'close HTTP', run: () => closeServer(server) },
        {
          name: 'end the upkeep',
          run: async () =>
            void (await Promise.all([
              storedBoards.close(),
              pictures.close(),
              search.index.close(),
              boards.expiry.close(),
              sprintWork.close(),
              shared.close(),
            ])),
        },
        { name: 'close fan-out', run: () => fanout.close() },
      ],
      within(),
    )
    // Also past the deadline: an operator must know which boards lost what was not saved.
    const unsaved = rooms.close()
    if (unsaved.length > 0) logger.error({ boards: unsaved }, 'boards with edits that are not saved')
    const closed = await runShutdown([{ name: 'close the database', run: () => database.close() }], within())
    return flushed && closed && unsaved.length === 0
  }
  let closing: Promise<boolean> | undefined

  return {
    address,
    port,
    setupLink: setupSecret === null ? null : `${address}/setup#${setupSecret}`,
    http: app,
    failed: database.failed,
    close() {
      closing ??= close()
      return closing
    },
  }
}

import { Hono } from 'hono'
import { pino } from 'pino'
import type { Sql } from 'postgres'
import type * as Y from 'yjs'
import { createAssetRoutes } from '../src/assets/asset-routes.ts'
import { createAssetService } from '../src/assets/asset-service.ts'
import { type AssetStore, createAssetStore } from '../src/assets/asset-store.ts'
import { createImageReencoder } from '../src/assets/image-reencoder.ts'
import { createBoardContentRoutes } from '../src/boards/board-content-routes.ts'
import { createBoardContentService } from '../src/boards/board-content-service.ts'
import { createBoardRoutes } from '../src/boards/board-routes.ts'
import { createBoardSearchFeature } from '../src/boards/board-search-feature.ts'
import { createBoardService } from '../src/boards/board-service.ts'
import { createBoardStore } from '../src/boards/board-store.ts'
import type { BoardTextIndex } from '../src/boards/board-text-index.ts'
import { createImportTurns } from '../src/boards/import-turns.ts'
import { checkImportedRecords } from '../src/boards/imported-records.ts'
import { createNewBoardService } from '../src/boards/new-board-service.ts'
import { singleConnection } from '../src/db/journal-connections.ts'
import { createPgDocStore } from '../src/db/pg-doc-store.ts'
import { createPgSnapshotStore } from '../src/db/pg-snapshot-store.ts'
import { createEvidenceFeatures } from '../src/evidence/evidence-features.ts'
import type { AppEnv, Identity } from '../src/http/app-env.ts'
import { errorResponse } from '../src/http/error-response.ts'
import type { SharedSnapshot } from '../src/links/shared-snapshots.ts'
import type { SnapshotLinkService } from '../src/links/snapshot-link-service.ts'
import { createLoopFeatures } from '../src/loops/loop-features.ts'
import type { Clock } from '../src/rooms/clock.ts'
import type { AccessService } from '../src/sharing/access-service.ts'
import { createSharingWork, createWaysToBoards } from '../src/sharing-work.ts'
import { createSprintFeatures } from '../src/sprints/sprint-features.ts'
import { createTemplateFeatures } from '../src/templates/template-features.ts'
import { createTrialFeatures } from '../src/trials/trial-features.ts'
import { createCompactor } from '../src/versions/compactor.ts'
import { createVersionRoutes } from '../src/versions/version-routes.ts'
import { type BoardEditing, createVersionService } from '../src/versions/version-service.ts'
import { createVersionStore, type VersionStore } from '../src/versions/version-store.ts'
import { createVoteFeatures } from '../src/votes/vote-features.ts'
import { createInlineBuilder, createInlineReading } from './inline-builder.ts'
import { createMemoryAssetFiles, type MemoryAssetFiles } from './memory-asset-files.ts'
import { pngFile } from './picture-file.ts'
import { type RoomCall, recordingRooms } from './recording-rooms.ts'
import { createStoredEdits, loadDocument } from './stored-edits.ts'
import { createTestPeople, type TestPeople } from './test-people.ts'
import { createTestSnapshots } from './test-snapshots.ts'

/** The routes of boards and members on a real database, asked as anybody and at any time. */
export type BoardApi = {
  people: TestPeople
  access: AccessService
  roomCalls: RoomCall[]
  clock: { now: Date }
  /** One request; `null` is nobody. A body is sent as JSON, a string and bytes as they are. */
  ask(
    who: Identity | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** A POST whose body comes in pieces and says no length. */
  stream(who: Identity, path: string, body: ReadableStream<Uint8Array>): Promise<Response>
  /** An edit of the stored document, as the rooms make it for the server. */
  edit: BoardEditing['edit']
  /** What is stored of a board. The caller destroys it. */
  document(boardId: string): Promise<Y.Doc>
  /** Turns the board's journal into a snapshot. */
  compact(boardId: string): Promise<void>
  versionStore: VersionStore
  /** Reads the words of boards by the clock that the API was built with; told of new boards, not of edits. */
  textIndex: BoardTextIndex
  /** What is behind the routes of snapshots, which are made in this thread. */
  snapshots: ReturnType<typeof createTestSnapshots>
  /** The documents of boards on which somebody is, put there by a test. */
  openDocuments: Map<string, Y.Doc>
  /** Takes a version of the board as it is stored. */
  saveVersion(boardId: string): Promise<void>
  /** The version that `saveVersion` took of a board. */
  versions: ReadonlyMap<string, string>
  assetStore: AssetStore
  assetFiles: MemoryAssetFiles
  /** Puts a picture of this colour on a board, and answers its id. */
  savePicture(boardId: string, colour?: Colour): Promise<string>
  /** The picture that `savePicture` put on a board last. */
  pictures: ReadonlyMap<string, string>
  /** Snapshots as share links know them, put there by a test. */
  sharedSnapshots: Map<string, SharedSnapshot>
  snapshotLinks: SnapshotLinkService
  /** An empty board of this person, and its id. */
  board(owner: Identity, body?: Record<string, unknown>): Promise<string>
}

/** A version of more than this comes back in several edits; small, so that tests need no large boards. */
export const EDIT_UNITS = 20_000

type Colour = readonly [number, number, number]

const BYTES = 'application/octet-stream'
const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array

export type PersonName = keyof BoardApi['people']

/** Nothing that waits for it ever comes: most tests search for nothing. */
const STILL: Clock = { now: () => 0, after: () => () => {}, endOfTurn() {} }

/** Builds the routes over `sql`, with seven people of different roles. Words are read by `textClock`. */
export async function createBoardApi(sql: Sql, textClock: Clock = STILL): Promise<BoardApi> {
  const roomCalls: RoomCall[] = []
  const clock = { now: new Date() }
  const now = () => clock.now
  const rooms = recordingRooms(roomCalls)
  const docStore = createPgDocStore(singleConnection(sql))
  const store = createBoardStore(sql)
  const ways = createWaysToBoards({ sql, https: false, now })
  const { access } = ways
  const people = await createTestPeople(sql)
  const identities = new Map(Object.values(people).map((person) => [person.userId, person]))

  const logger = pino({ level: 'silent' })
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('identity', identities.get(c.req.header('x-test-user') ?? '') ?? null)
    c.set('requestId', 'test')
    await next()
  })
  const assetStore = createAssetStore(sql)
  const assetFiles = createMemoryAssetFiles(() => clock.now.getTime())
  const reencode = createImageReencoder()
  const assets = createAssetService({ store: assetStore, files: assetFiles, reencode, access, now })
  const openDocuments = new Map<string, Y.Doc>()
  const openDocument = (boardId: string) => {
    const doc = openDocuments.get(boardId)
    return doc && { doc, generation: 1 }
  }
  const search = createBoardSearchFeature({ sql, docStore, openDocument, access, clock: textClock, log: logger })
  const onStored = search.index.changed
  const edit = createStoredEdits(docStore)
  const library = createTemplateFeatures({
    sql,
    docStore,
    access,
    rooms: { edit },
    checkRecords: checkImportedRecords,
    inTurn: createImportTurns(),
    now,
  })
  const { templates } = library
  const picturesGivenTo = assets.givenTo
  const newBoards = createNewBoardService({ templates })
  const boards = createBoardService({ store, docStore, rooms, onStored, newBoards, templates, picturesGivenTo, now })
  const sharedSnapshots = new Map<string, SharedSnapshot>()
  const shared = await createSharingWork({
    ...{ ...ways, sql, rooms, now, log: logger },
    snapshots: {
      find: async (id) => sharedSnapshots.get(id),
      publishedOf: async (sprintId) =>
        [...sharedSnapshots.values()]
          .filter((snapshot) => snapshot.isOpen && snapshot.sprintId === sprintId)
          .map(({ id, title }, index) => ({ id, title, number: index + 1, publishedAt: now() })),
    },
    config: { rateLimits: true, timeZone: 'Europe/Copenhagen' },
    publicAddress: () => 'https://tavle.example',
  })
  const sprints = createSprintFeatures({
    sql,
    rooms,
    live: shared.live,
    newBoards,
    onStored,
    inTurn: createImportTurns(),
    timeZone: 'Europe/Copenhagen',
    now,
  })
  for (const feature of [...library.features, ...shared.features, ...sprints]) app.route(feature.path, feature.app)
  const publicAddress = () => 'https://tavle.example'
  const served = { sql, docStore, rooms: { edit, openDocument, tell: rooms.tell }, access, now }
  const zone = { timeZone: 'Europe/Copenhagen', clock: STILL, log: logger }
  const loops = createLoopFeatures({ ...served, mail: undefined, publicAddress, ...zone })
  for (const feature of loops.features) app.route(feature.path, feature.app)
  app.route('/api/boards', createBoardRoutes({ boards, access }))
  app.route('/api/search', search.feature.app)
  const evidence = createEvidenceFeatures({ ...served, clock: STILL, log: logger })
  const votes = createVoteFeatures({ ...served, clock: textClock, log: logger })
  for (const feature of [...evidence.features, ...createTrialFeatures(served), ...votes.features]) {
    app.route(feature.path, feature.app)
  }
  const snapshots = createTestSnapshots({ sql, docStore, access, now })
  for (const feature of snapshots.features) app.route(feature.path, feature.app)
  const content = createBoardContentService({ store, docStore, rooms: { encodedState: () => undefined } })
  app.route('/api/boards', createBoardContentRoutes({ content, access }))
  const versionStore = createVersionStore(sql, { embedded: true })
  const savedVersions = new Map<string, string>()
  const compactor = createCompactor({ store: createPgSnapshotStore(sql), builder: createInlineBuilder() })
  const versions = createVersionService({
    store: versionStore,
    compactor,
    rooms: { edit, boardReplaced: rooms.boardReplaced, tell: rooms.tell },
    ...{ reading: createInlineReading(), now },
    editUnits: EDIT_UNITS,
  })
  app.route('/api/boards', createVersionRoutes({ versions, access }))
  app.route('/api/boards', createAssetRoutes({ assets, access }))
  const savedPictures = new Map<string, string>()
  app.onError((error, c) => errorResponse(error, c, logger))

  const ask: BoardApi['ask'] = async (who, method, path, body, headers = {}) =>
    await app.request(path, {
      method,
      headers: {
        ...(who === null ? {} : { 'x-test-user': who.userId }),
        ...(body === undefined ? {} : { 'content-type': isBytes(body) ? BYTES : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes(body) || typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const accessOfOwner = async (boardId: string) => {
    const [row] = await sql<{ owner: string }[]>`SELECT owner_id AS owner FROM board WHERE id = ${boardId}`
    return await access.require(identities.get(row?.owner ?? '') ?? null, boardId, 'board.edit')
  }
  return {
    people,
    access,
    roomCalls,
    clock,
    ask,
    stream: async (who, path, body) =>
      await app.request(
        new Request(`http://localhost${path}`, {
          method: 'POST',
          headers: { 'x-test-user': who.userId, 'content-type': BYTES },
          body,
          duplex: 'half',
        } as RequestInit),
      ),
    edit,
    document: (boardId) => loadDocument(docStore, boardId),
    compact: async (boardId) => void (await compactor.compact(boardId)),
    versionStore,
    sharedSnapshots,
    snapshotLinks: shared.snapshotLinks,
    textIndex: search.index,
    snapshots,
    openDocuments,
    versions: savedVersions,
    async saveVersion(boardId) {
      const captured = await compactor.capture(boardId)
      if (captured === undefined) throw new Error('there is no such board')
      const id = await versionStore.add({ boardId, captured, kind: 'automatic', actorId: null, at: now() })
      savedVersions.set(boardId, id ?? '')
    },
    assetStore,
    assetFiles,
    pictures: savedPictures,
    async savePicture(boardId, colour = [200, 40, 40]) {
      const access = await accessOfOwner(boardId)
      const { id } = await assets.add(
        { boardId, visitorId: access.identity.userId },
        new Uint8Array(pngFile(6, 4, colour)),
      )
      savedPictures.set(boardId, id)
      return id
    },
    async board(owner, body = { title: 'Tavle' }) {
      const response = await ask(owner, 'POST', '/api/boards', body)
      if (response.status !== 201) throw new Error(`no board: ${await response.text()}`)
      return ((await response.json()) as { id: string }).id
    },
  }
}

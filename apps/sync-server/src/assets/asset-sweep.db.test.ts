import { assetSource } from '@samtavle/shared/board-asset'
import { createRecord, deleteRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { serializedSchema } from '@samtavle/shared/record-schema'
import { pictureRecords } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { type BoardApi, createBoardApi } from '../../test-support/board-api.ts'
import { pngFile } from '../../test-support/picture-file.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import { recordsOfVersion } from '../versions/version-document.ts'
import { recordsNow } from './asset-features.ts'
import { ASSET_SWEEP, createAssetSweep } from './asset-sweep.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const shapeId = (id: string) => `shape:${id.slice(0, 12)}`
const recordId = (id: string) => `asset:${id.slice(0, 12)}`

describeDatabases('what becomes of pictures that nobody shows', (open) => {
  let database: TestDatabase
  let api: BoardApi
  let sweep: ReturnType<typeof createAssetSweep>
  let colour = 0
  const complaints: unknown[] = []

  beforeAll(async () => {
    database = await open()
    api = await createBoardApi(database.sql)
    const docStore = createPgDocStore(singleConnection(database.sql))
    sweep = createAssetSweep({
      store: api.assetStore,
      files: api.assetFiles,
      records: {
        now: (boardId) => recordsNow(docStore, boardId),
        async *versions(boardId) {
          for (const { id } of await api.versionStore.list(boardId)) {
            const version = await api.versionStore.read(boardId, id)
            if (version !== undefined) yield recordsOfVersion(version)
          }
        },
      },
      // Pauses are over at once; the time of day is the test's.
      clock: {
        now: () => api.clock.now.getTime(),
        after(_ms, task) {
          setImmediate(task)
          return () => {}
        },
        endOfTurn: setImmediate,
      },
      log: { info() {}, warn() {}, error: (details) => complaints.push(details) },
    })
  })
  beforeEach(() => expect(complaints).toEqual([]))
  afterAll(() => database.close())

  const pass = (ms: number) => {
    api.clock.now = new Date(api.clock.now.getTime() + ms)
  }
  const board = () => api.board(api.people.owner)
  const newPicture = (boardId: string) => {
    colour += 1
    return api.savePicture(boardId, [colour, 7, 7])
  }
  const show = (boardId: string, id: string) =>
    api.edit(boardId, null, (doc) => {
      const records = recordMapOf(doc)
      const props = { name: '', src: assetSource(id), w: 6, h: 4, mimeType: 'image/png', isAnimated: false }
      createRecord(records, { id: recordId(id), typeName: 'asset', type: 'image', props, meta: {} })
      createRecord(records, {
        id: shapeId(id),
        typeName: 'shape',
        type: 'image',
        parentId: 'page:page',
        x: 0,
        y: 0,
        props: { assetId: recordId(id), w: 6, h: 4 },
      })
    })
  /** The canvas deletes the shape and keeps the record. */
  const hide = (boardId: string, id: string) =>
    api.edit(boardId, null, (doc) => deleteRecord(recordMapOf(doc), shapeId(id)))
  const isThere = async (boardId: string, id: string) => {
    const { status, body } = await api.ask(api.people.owner, 'GET', `/api/boards/${boardId}/assets/${id}`)
    await body?.cancel()
    return [status === 200, api.assetFiles.ids().includes(id)]
  }
  const THERE = [true, true]
  const GONE = [false, false]

  test('a picture stays while a shape shows it, and for a month after the last one was deleted', async () => {
    const own = await board()
    const [shown, hidden] = [await newPicture(own), await newPicture(own)]
    await show(own, shown)
    await show(own, hidden)
    pass(40 * DAY)
    await sweep.sweep()
    await hide(own, hidden)
    await sweep.sweep()
    pass(ASSET_SWEEP.unusedMs - HOUR)
    await sweep.sweep()
    expect([await isThere(own, shown), await isThere(own, hidden)]).toEqual([THERE, THERE])
    pass(2 * HOUR)
    await sweep.sweep()
    expect([await isThere(own, shown), await isThere(own, hidden)]).toEqual([THERE, GONE])
  })

  test('that somebody sent it is forgotten once its board is there', async () => {
    colour += 1
    const post = async (path: string, body: unknown) => {
      const response = await api.ask(api.people.owner, 'POST', `/api/boards/import${path}`, body)
      expect(response.status).toBe(201)
      return (await response.json()) as { id: string }
    }
    const { id } = await post('/assets', new Uint8Array(pngFile(6, 4, [colour, 7, 7])))
    const records = [
      { gridSize: 10, name: '', meta: {}, id: 'document:document', typeName: 'document' },
      { meta: {}, id: 'page:page', name: 'Side', index: 'a1', typeName: 'page' },
      ...pictureRecords('p', assetSource(id)),
    ]
    const { id: own } = await post('', {
      ...{ format: 'samtavle-board', version: 2, title: 'Fra fil', locale: 'da', templateId: null },
      ...{ exportedAt: '2026-11-23T12:00:00Z', schema: serializedSchema(), records },
    })
    const rows = () => database.sql`SELECT 1 FROM sent_asset WHERE asset_id = ${Buffer.from(id, 'hex')}`
    await sweep.sweep()
    expect(await rows()).toHaveLength(1)
    pass(ASSET_SWEEP.youngMs + 1)
    await sweep.sweep()
    expect(await rows()).toEqual([])
    expect(await isThere(own, id)).toEqual(THERE)
  })

  test('one that came back within the month begins anew', async () => {
    const own = await board()
    const id = await newPicture(own)
    await sweep.sweep()
    pass(29 * DAY)
    await show(own, id)
    await sweep.sweep()
    pass(5 * DAY)
    await hide(own, id)
    await sweep.sweep()
    pass(29 * DAY)
    await sweep.sweep()
    expect(await isThere(own, id)).toEqual(THERE)
    // Putting the same picture there again is as good as showing it.
    pass(2 * DAY)
    const [row] = await database.sql`SELECT encode(asset_id, 'hex') AS id FROM board_asset WHERE board_id = ${own}`
    expect(row).toEqual({ id })
    await database.sql`UPDATE board_asset SET added_at = ${api.clock.now} WHERE board_id = ${own}`
    await sweep.sweep()
    expect(await isThere(own, id)).toEqual(THERE)
    pass(3 * HOUR)
    await sweep.sweep()
    expect(await isThere(own, id)).toEqual(GONE)
  })

  test('one that a version shows stays as long as that version', async () => {
    const own = await board()
    const id = await newPicture(own)
    await show(own, id)
    await api.saveVersion(own)
    await hide(own, id)
    await sweep.sweep()
    pass(2 * ASSET_SWEEP.unusedMs)
    await sweep.sweep()
    expect(await isThere(own, id)).toEqual(THERE)
    await database.sql`DELETE FROM board_version WHERE board_id = ${own}`
    await sweep.sweep()
    expect(await isThere(own, id)).toEqual(GONE)
  })

  test('a file stays as long as one board holds it', async () => {
    const [own, other] = [await board(), await board()]
    const id = await newPicture(own)
    await show(own, id)
    colour -= 1
    expect(await newPicture(other)).toBe(id)
    await sweep.sweep()
    pass(31 * DAY)
    await sweep.sweep()
    expect([await isThere(own, id), (await isThere(other, id))[0]]).toEqual([THERE, false])
  })

  test('a deleted board keeps its pictures until it is purged', async () => {
    const own = await board()
    const id = await newPicture(own)
    await show(own, id)
    await api.ask(api.people.owner, 'DELETE', `/api/boards/${own}`)
    pass(29 * DAY)
    await sweep.sweep()
    await api.ask(api.people.owner, 'POST', `/api/boards/${own}/restore`)
    expect(await isThere(own, id)).toEqual(THERE)
    await api.ask(api.people.owner, 'DELETE', `/api/boards/${own}`)
    pass(31 * DAY)
    await api.versionStore.purge(api.clock.now, api.clock.now)
    await sweep.sweep()
    expect(api.assetFiles.ids()).not.toContain(id)
  })

  test('erasing the history of a board erases the pictures that only the past showed', async () => {
    const own = await board()
    const [kept, past] = [await newPicture(own), await newPicture(own)]
    await show(own, kept)
    await api.saveVersion(own)
    await show(own, past)
    pass(3 * HOUR)
    const version = api.versions.get(own)
    const answer = await api.ask(api.people.owner, 'POST', `/api/boards/${own}/versions/${version}/restore`, {
      erase: true,
    })
    expect(answer.status).toBe(204)
    await sweep.sweep()
    expect([await isThere(own, kept), await isThere(own, past)]).toEqual([THERE, GONE])
    pass(40 * DAY)
    await sweep.sweep()
    expect(await isThere(own, kept)).toEqual(THERE)
  })

  test('a file that no row knows goes, unless it is young or somebody puts it on a board meanwhile', async () => {
    const own = await board()
    const [stray, wanted] = ['a'.repeat(64), await newPicture(own)]
    await api.assetFiles.put(stray, new Uint8Array([1]))
    await sweep.sweep()
    expect(api.assetFiles.ids()).toContain(stray)
    pass(3 * HOUR)
    await sweep.sweep()
    expect(api.assetFiles.ids()).not.toContain(stray)

    // Its last board lets go of it; the moment its file is removed, another one takes it.
    await database.sql`DELETE FROM board_asset WHERE board_id = ${own}`
    const { remove } = api.assetFiles
    api.assetFiles.remove = async (id) => {
      await remove(id)
      colour -= 1
      expect(await newPicture(own)).toBe(wanted)
      await remove(id)
    }
    await sweep.sweep()
    api.assetFiles.remove = remove
    expect(await isThere(own, wanted)).toEqual(THERE)
  })

  test('a board that cannot be read keeps its pictures, and the others are looked through', async () => {
    const [broken, own] = [await board(), await board()]
    const [kept, gone] = [await newPicture(broken), await newPicture(own)]
    await sweep.sweep()
    await database.sql`
      INSERT INTO board_update (board_id, generation, payload) VALUES (${broken}, 1, '\\xffffffff'::bytea)`
    pass(31 * DAY)
    await sweep.sweep()
    expect([await isThere(broken, kept), await isThere(own, gone)]).toEqual([THERE, GONE])
    expect(complaints.splice(0)).toMatchObject([{ boardId: broken }])
    await database.sql`DELETE FROM board_update WHERE payload = '\\xffffffff'::bytea`
  })
})

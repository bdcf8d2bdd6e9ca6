import { createHash } from 'node:crypto'
import type { Asset } from '@samtavle/shared/api'
import { assetSource } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { serializedSchema } from '@samtavle/shared/record-schema'
import { pictureRecords } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { type BoardApi, createBoardApi, type PersonName } from '../../test-support/board-api.ts'
import { hostileImages, noise, PLANTED } from '../../test-support/hostile-images.ts'
import { pngFile } from '../../test-support/picture-file.ts'
import { SENT_MS } from './asset-service.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const DOCUMENT = { gridSize: 10, name: '', meta: {}, id: 'document:document', typeName: 'document' }
const PAGE = { meta: {}, id: 'page:page', name: 'Side', index: 'a1', typeName: 'page' }

/** A photograph, which loses a little each time that it is encoded. */
const photograph = async () => new Uint8Array(await noise(320, 200).jpeg({ quality: 95 }).toBuffer())

describeDatabases('pictures that are sent for a board from a file', (open) => {
  let database: TestDatabase
  let api: BoardApi
  beforeAll(async () => {
    database = await open()
    api = await createBoardApi(database.sql)
  })
  beforeEach(() => {
    api.clock.now = new Date()
  })
  afterAll(() => database.close())

  const send = (who: PersonName | null, body: Uint8Array<ArrayBuffer>, is?: string) => {
    const path = `/api/boards/import/assets${is === undefined ? '' : `?is=${is}`}`
    return api.ask(who === null ? null : api.people[who], 'POST', path, body)
  }
  async function sent(who: PersonName, body: Uint8Array, is?: string): Promise<Asset> {
    const response = await send(who, new Uint8Array(body), is)
    expect(response.status).toBe(201)
    return (await response.json()) as Asset
  }
  /** Imports a board that shows these pictures. */
  async function imported(who: PersonName, ids: readonly string[]): Promise<{ id: string; missingPictures: number }> {
    const shown = ids.flatMap((id, i): BoardRecord[] => pictureRecords(`p${i}`, assetSource(id)))
    const response = await api.ask(api.people[who], 'POST', '/api/boards/import', {
      ...{ format: 'samtavle-board', version: 2, title: 'Fra fil', locale: 'da', templateId: null },
      ...{ exportedAt: '2026-11-23T12:00:00Z', schema: serializedSchema(), records: [DOCUMENT, PAGE, ...shown] },
    })
    expect(response.status).toBe(201)
    return (await response.json()) as { id: string; missingPictures: number }
  }
  const fetched = (who: PersonName, board: string, id: string) =>
    api.ask(api.people[who], 'GET', `/api/boards/${board}/assets/${id}`)
  const statusOf = async (response: Response) => {
    await response.arrayBuffer()
    return response.status
  }

  test('a board from a backup has what was sent and what its owner may see, and says how many are missing', async () => {
    const board = await api.board(api.people.owner)
    const own = await api.savePicture(board, [4, 5, 6])
    const { id: given } = await sent('owner', pngFile(9, 9, [7, 8, 9]))
    const foreign = 'e'.repeat(64)
    const answers = []
    for (const who of ['owner', 'stranger'] as const) {
      const { id, missingPictures } = await imported(who, [own, given, foreign])
      answers.push([
        missingPictures,
        await statusOf(await fetched(who, id, own)),
        await statusOf(await fetched(who, id, given)),
      ])
    }
    expect(answers).toEqual([
      [1, 200, 200],
      [3, 404, 404],
    ])
  })

  test('a photograph that one may see here comes back byte by byte; to a stranger it is any other picture', async () => {
    const board = await api.board(api.people.owner)
    const response = await api.ask(api.people.owner, 'POST', `/api/boards/${board}/assets`, await photograph())
    const { id } = (await response.json()) as Asset
    const kept = await bytesOf(await fetched('owner', board, id))
    expect(hashOf(kept)).toBe(id)
    expect((await sent('owner', kept, id)).id).toBe(id)
    const copy = await imported('owner', [id])
    expect(await bytesOf(await fetched('owner', copy.id, id))).toEqual(kept)

    // Nobody learns by sending bytes that they lie here: what comes of them is what would come of them anywhere.
    const strangers = await sent('stranger', kept, id)
    expect(strangers.id).not.toBe(id)
    expect(strangers).toMatchObject({ type: 'image/jpeg', width: 320, height: 200 })
  })

  test('it comes back even when the board that it was on is gone meanwhile', async () => {
    const board = await api.board(api.people.owner)
    const id = await api.savePicture(board, [77, 5, 6])
    const kept = await bytesOf(await fetched('owner', board, id))
    expect((await sent('owner', kept, id)).id).toBe(id)
    await api.ask(api.people.owner, 'DELETE', `/api/boards/${board}`)
    const copy = await imported('owner', [id])
    expect(copy.missingPictures).toBe(0)
    expect(await statusOf(await fetched('owner', copy.id, id))).toBe(200)
  })

  test('what was sent waits an hour, for its sender alone, and then it goes', async () => {
    const { id } = await sent('owner', pngFile(5, 9, [1, 8, 9]))
    expect((await imported('colleague', [id])).missingPictures).toBe(1)
    api.clock.now = new Date(api.clock.now.getTime() + SENT_MS + 1)
    expect((await imported('owner', [id])).missingPictures).toBe(1)
    const later = new Date(api.clock.now.getTime() + 1)
    await api.assetStore.forgetSent(later)
    expect(await api.assetStore.forgetUnheld(later)).toContain(id)
  })

  test('is for those who may make boards', async () => {
    const picture = new Uint8Array(pngFile(3, 3, [1, 1, 1]))
    expect(await statusOf(await send(null, picture))).toBe(401)
    expect(await statusOf(await send('manager', picture))).toBe(403)
  })

  test('hostile ones are refused, or only their pixels stay, as on any board', async () => {
    for (const { name, bytes, safe } of await hostileImages()) {
      const before = api.assetFiles.ids()
      const response = await send('owner', new Uint8Array(bytes), hashOf(bytes))
      expect(response.status === 201, name).toBe(safe)
      if (response.status !== 201) {
        expect([413, 415, 422], name).toContain(await statusOf(response))
        expect(api.assetFiles.ids(), name).toEqual(before)
        continue
      }
      const { id } = (await response.json()) as Asset
      const board = await imported('owner', [id])
      const kept = Buffer.from(await bytesOf(await fetched('owner', board.id, id))).toString('latin1')
      for (const words of PLANTED) expect(kept, name).not.toContain(words)
    }
  })

  test('a wrong hash, a malformed one, and too many bytes are refused, and nothing is kept', async () => {
    const before = api.assetFiles.ids()
    const picture = new Uint8Array(pngFile(3, 4, [9, 1, 1]))
    expect(await statusOf(await send('owner', picture, 'a'.repeat(64)))).toBe(400)
    for (const is of ['A'.repeat(64), 'a'.repeat(63), '../x', '']) {
      expect(await statusOf(await send('owner', picture, is)), is).toBe(400)
    }
    expect(await statusOf(await send('owner', new Uint8Array(10 * 1024 * 1024 + 1)))).toBe(413)
    expect(api.assetFiles.ids()).toEqual(before)
  })

  /** As if this person had sent pictures that nobody reads. */
  async function waiting(who: PersonName, ids: readonly string[]): Promise<void> {
    await database.sql`
      INSERT INTO asset (id, type, bytes, width, height, stored_at)
      SELECT decode(id, 'hex'), 'image/png', 1, 1, 1, ${api.clock.now}::timestamptz FROM unnest(${ids}::text[]) AS id`
    await database.sql`
      INSERT INTO sent_asset (user_id, asset_id, sent_at)
      SELECT ${api.people[who].userId}::uuid, decode(id, 'hex'), ${api.clock.now}::timestamptz
      FROM unnest(${ids}::text[]) AS id`
  }
  const names = (of: string, count: number) => Array.from({ length: count }, (_, i) => hashOf(Buffer.from(`${of}${i}`)))

  test('of a file that names 9,000 pictures each is asked about, and a board gets as many as it may hold', async () => {
    const { id } = await sent('owner', pngFile(4, 4, [9, 2, 1]))
    const board = await imported('owner', [...names('foreign', 9_000), id])
    expect(board.missingPictures).toBe(9_000)
    expect(await statusOf(await fetched('owner', board.id, id))).toBe(200)

    const many = names('own', 1_001)
    await waiting('colleague', many)
    const full = await imported('colleague', many)
    expect(full.missingPictures).toBe(1)
    const [held] = await database.sql`SELECT count(*)::integer AS pictures FROM board_asset WHERE board_id = ${full.id}`
    expect(held).toEqual({ pictures: 1_000 })
  })

  test('no more wait for one person than a board may hold, and of the next nothing is kept', async () => {
    const board = await api.board(api.people.owner)
    const shown = await api.savePicture(board, [78, 5, 6])
    const bytes = await bytesOf(await fetched('owner', board, shown))
    await database.sql`DELETE FROM sent_asset WHERE user_id = ${api.people.owner.userId}`
    await waiting('owner', names('waiting', 999))
    const last = new Uint8Array(pngFile(4, 8, [9, 2, 1]))
    await sent('owner', last)
    const before = api.assetFiles.ids()
    // Also one that lies here; the last one once more, and other people, as before.
    expect(await statusOf(await send('owner', new Uint8Array(bytes), shown))).toBe(429)
    expect(await statusOf(await send('owner', new Uint8Array(pngFile(4, 9, [9, 2, 1]))))).toBe(429)
    expect(api.assetFiles.ids()).toEqual(before)
    await sent('owner', last)
    await sent('stranger', pngFile(4, 9, [9, 2, 1]))
    // What lies on a board waits no longer.
    await imported('owner', names('waiting', 500))
    await sent('owner', pngFile(4, 9, [9, 2, 1]))
  })

  test('waits for those that are sent after it, however long that takes', async () => {
    const pass = (minutes: number) => {
      api.clock.now = new Date(api.clock.now.getTime() + minutes * 60_000)
    }
    const first = await sent('stranger', pngFile(5, 7, [3, 8, 9]))
    for (const n of [1, 2, 3, 4]) {
      pass(40)
      await sent('stranger', pngFile(5, 7, [3, 8, 9 + n]))
    }
    pass(40)
    expect(await api.assetStore.forgetUnheld(new Date(api.clock.now.getTime() - 2 * SENT_MS))).not.toContain(first.id)
    expect((await imported('stranger', [first.id])).missingPictures).toBe(0)
  })

  test('pictures in the request itself are refused: nothing of a file is left out unseen', async () => {
    const { id } = await sent('owner', pngFile(4, 6, [9, 2, 1]))
    const before = await api.ask(api.people.owner, 'GET', '/api/boards').then((answer) => answer.text())
    const body = {
      ...{ format: 'samtavle-board', version: 2, title: 'Fra fil', locale: 'da', templateId: null },
      ...{ exportedAt: '2026-11-23T12:00:00Z', schema: serializedSchema(), records: [DOCUMENT, PAGE] },
      pictures: [{ id, type: 'image/png', data: '' }],
    }
    expect(await statusOf(await api.ask(api.people.owner, 'POST', '/api/boards/import', body))).toBe(400)
    expect(await api.ask(api.people.owner, 'GET', '/api/boards').then((answer) => answer.text())).toBe(before)
  })
})

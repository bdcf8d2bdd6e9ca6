import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { type BoardApi, createBoardApi } from '../../test-support/board-api.ts'
import { pngFile } from '../../test-support/picture-file.ts'

const RED = [200, 40, 40] as const
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const answerOf = async (response: Response) =>
  JSON.stringify([response.status, [...response.headers].sort(), await response.text()])

/** Names that have been used to write elsewhere, or to split headers (SEC-48). */
const NAMES = [
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/x',
  '....//x',
  '..\\..\\x',
  'C:\\x',
  '/etc/passwd',
  '%00',
  'x%00.png',
  'x\u0000.png',
  'x%0d%0aSet-Cookie:%20a=b',
  'x\r\ny',
  '\u202egnp.exe',
  '.',
  '..',
  '.htaccess',
  'CON',
  'nul.png',
  'x'.repeat(4_096),
  'æøå.png',
  '<script>',
  '"; filename="x',
  "' OR 1=1--",
  '$(x)',
  '%ff%fe',
]

describeDatabases('pictures on boards', (open) => {
  let database: TestDatabase
  let api: BoardApi

  beforeAll(async () => {
    database = await open()
    api = await createBoardApi(database.sql)
  })
  afterAll(() => database.close())

  const upload = (board: string, body: unknown, headers = {}) =>
    api.ask(api.people.owner, 'POST', `/api/boards/${board}/assets`, body, headers)
  const fetched = (board: string, id: string, headers = {}) =>
    api.ask(api.people.owner, 'GET', `/api/boards/${board}/assets/${id}`, undefined, headers)

  test('a picture is kept under the SHA-256 of its new bytes, once, and told to nobody but its board', async () => {
    const [board, other] = [await api.board(api.people.owner), await api.board(api.people.owner)]
    const sent = new Uint8Array(pngFile(30, 20, RED, '<script>PLANTED</script>'))
    const answer = await upload(board, sent)
    expect(answer.status).toBe(201)
    const asset = (await answer.json()) as { id: string; bytes: number }
    expect(asset).toMatchObject({ type: 'image/png', width: 30, height: 20 })

    const response = await fetched(board, asset.id)
    const bytes = await bytesOf(response)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(asset.id)
    expect(bytes.byteLength).toBe(asset.bytes)
    expect(Buffer.from(bytes).includes('PLANTED')).toBe(false)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': `attachment; filename="billede-${asset.id.slice(0, 12)}.png"`,
      'content-length': String(asset.bytes),
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'image/png',
      etag: `"${asset.id}"`,
      vary: 'Cookie',
    })
    const again = await fetched(board, asset.id, { 'if-none-match': `"${asset.id}"` })
    expect([again.status, (await bytesOf(again)).byteLength]).toEqual([304, 0])

    expect((await upload(board, sent)).status).toBe(201)
    expect(api.assetFiles.ids().filter((id) => id === asset.id)).toHaveLength(1)
    // SEC-12: on another board of the same person it is as unknown as one that never was.
    const unknown = await Promise.all([fetched(other, asset.id), fetched(other, 'f'.repeat(64)), fetched(other, 'x')])
    expect(new Set(await Promise.all(unknown.map(answerOf)))).toHaveLength(1)
    expect(unknown[0]?.status).toBe(404)
  })

  test('SEC-47: what is too large is refused while it arrives, and what is no picture after it was looked at', async () => {
    const board = await api.board(api.people.owner)
    const before = api.assetFiles.ids()
    const tenMegabytes = 10 * 1024 * 1024
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const streamed = await api.stream(api.people.owner, `/api/boards/${board}/assets`, endless)
    expect(streamed.status).toBe(413)
    expect(pulled * 64 * 1024).toBeLessThan(tenMegabytes + 1024 * 1024)
    expect((await upload(board, new Uint8Array(tenMegabytes + 1))).status).toBe(413)
    expect((await upload(board, new Uint8Array(tenMegabytes))).status).toBe(415)
    expect((await upload(board, new Uint8Array())).status).toBe(415)
    const wide = await upload(board, new Uint8Array(pngFile(8_193, 1, RED)))
    expect([wide.status, await wide.json()]).toEqual([
      422,
      { error: { code: 'picture_too_big', message: '8193 × 1 px' } },
    ])
    expect(api.assetFiles.ids()).toEqual(before)
  })

  test('SEC-48: 25 names of files and of pictures reach no path and no header', async () => {
    expect(NAMES).toHaveLength(25)
    const board = await api.board(api.people.owner)
    const before = api.assetFiles.ids()
    const ids = new Set<string>()
    for (const name of NAMES) {
      const header = encodeURIComponent(name)
      const answer = await upload(board, new Uint8Array(pngFile(7, 7, RED)), {
        'content-disposition': `attachment; filename*=UTF-8''${header}`,
        'x-file-name': header,
      })
      ids.add(((await answer.json()) as { id: string }).id)
      const path = `/api/boards/${board}/assets/${name.includes('%') ? name : header}`
      const missing = await api.ask(api.people.owner, 'GET', path.replaceAll(/[\r\n\0]/g, ''))
      expect(missing.status, name).toBe(404)
    }
    expect(ids.size).toBe(1)
    expect(api.assetFiles.ids()).toEqual([...before, ...ids].sort())
    const [id = ''] = ids
    expect((await fetched(board, id)).headers.get('content-disposition')).toMatch(
      /^attachment; filename="billede-[0-9a-f]{12}\.png"$/,
    )
  })

  describe('what becomes of pictures', () => {
    test('a copy of a board has them, its owner sees them, and each board lets go of its own', async () => {
      const board = await api.board(api.people.owner)
      const id = await api.savePicture(board, [1, 2, 3])
      await api.ask(api.people.owner, 'PUT', `/api/boards/${board}/members`, {
        userId: api.people.colleague.userId,
        role: 'view',
      })
      const answer = await api.ask(api.people.colleague, 'POST', `/api/boards/${board}/duplicate`, {})
      const { id: copy } = (await answer.json()) as { id: string }
      const seen = await api.ask(api.people.colleague, 'GET', `/api/boards/${copy}/assets/${id}`)
      expect([seen.status, (await bytesOf(seen)).byteLength > 0]).toEqual([200, true])
      expect((await fetched(copy, id)).status).toBe(404)
    })

    test('a board takes so many, and the same one again', async () => {
      const board = await api.board(api.people.owner)
      const id = await api.savePicture(board, [9, 9, 9])
      await database.sql`
        WITH made AS (
          INSERT INTO asset (id, type, bytes, width, height, stored_at)
          SELECT sha256(n::text::bytea), 'image/png', 1, 1, 1, now() FROM generate_series(1, 999) AS n RETURNING id
        )
        INSERT INTO board_asset (board_id, asset_id, generation, added_at) SELECT ${board}::uuid, id, 1, now() FROM made`
      expect((await upload(board, new Uint8Array(pngFile(2, 2, RED)))).status).toBe(409)
      expect(await api.savePicture(board, [9, 9, 9])).toBe(id)
    })
  })
})

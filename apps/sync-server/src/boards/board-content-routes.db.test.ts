import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createRecord, encodeSeed, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createTestDatabase } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'

const api = useBoardApi(createTestDatabase)

const note = (id: string, x: number, parentId: string) => {
  const props = { color: 'yellow', size: 'm', growY: 0, scale: 1, richText: richTextOf('') }
  return shapeRecord('note', id, { x, parentId, props })
}

async function pageOf(boardId: string): Promise<string> {
  const stored = await createPgDocStore(singleConnection(api.database.sql)).load(boardId)
  const page = withDocument(stored ?? { payloads: [] }, readAllRecords).find((r) => r.typeName === 'page')
  if (page === undefined) throw new Error('no page')
  return page.id
}

async function addNotes(boardId: string, count: number, from = 0): Promise<void> {
  const page = await pageOf(boardId)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let i = from; i < from + count; i++) createRecord(recordMapOf(doc), note(`shape:n${i}`, i * 220, page))
  })
  const payload = Y.encodeStateAsUpdate(doc)
  await createPgDocStore(singleConnection(api.database.sql)).append([
    { boardId, generation: 1, actorId: null, payload },
  ])
}

describe('the document', () => {
  const read = (bytes: Uint8Array): number => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, bytes)
    return readAllRecords(doc).length
  }

  test('comes whole, encoded as the client wishes', async () => {
    const board = await api.board(api.people.owner)
    await addNotes(board, 40)
    const get = async (accept?: string) => {
      const headers = accept === undefined ? {} : { 'accept-encoding': accept }
      const response = await api.ask(api.people.owner, 'GET', `/api/boards/${board}/state`, undefined, headers)
      expect(response.headers.get('content-type')).toBe('application/octet-stream')
      expect(response.headers.get('cache-control')).toContain('no-store')
      expect(response.headers.get('board-generation')).toBe('1')
      return { encoding: response.headers.get('content-encoding'), bytes: new Uint8Array(await response.arrayBuffer()) }
    }
    const plain = await get()
    const br = await get('gzip, br')
    const gz = await get('gzip')
    expect([plain.encoding, br.encoding, gz.encoding]).toEqual([null, 'br', 'gzip'])
    expect(br.bytes.byteLength).toBeLessThan(plain.bytes.byteLength / 3)
    for (const bytes of [plain.bytes, brotliDecompressSync(br.bytes), gunzipSync(gz.bytes)])
      expect(read(bytes)).toBe(42)
  })
})

describe('the picture', () => {
  const ask = (board: string, query = '', headers = {}) =>
    api.ask(api.people.owner, 'GET', `/api/boards/${board}/preview.svg${query}`, undefined, headers)

  test('is an SVG in a sandbox that only this browser keeps', async () => {
    const board = await api.board(api.people.owner)
    await addNotes(board, 3)
    const response = await ask(board)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    )
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    const svg = await response.text()
    expect(svg).toMatch(/^<svg /)
    expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href=/i)
  })

  test('is drawn anew only when the board changed', async () => {
    const board = await api.board(api.people.owner)
    await addNotes(board, 1)
    const first = await ask(board)
    const etag = first.headers.get('etag') ?? ''
    const again = await ask(board, '', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask(board, '?theme=dark', { 'if-none-match': etag })).status).toBe(200)
    await addNotes(board, 1, 1)
    const changed = await ask(board, '', { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
    expect(await changed.text()).not.toBe(await first.text())
  })

  test('shows what somebody wrote as text, never as markup', async () => {
    const board = await api.board(api.people.owner)
    const text = '</text><script>alert(1)</script>&"\''
    const record = note('shape:hostile', 0, await pageOf(board))
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
    const payload = encodeSeed([{ ...record, props: { ...record.props, richText, color: '"><script>' } }])
    await createPgDocStore(singleConnection(api.database.sql)).append([
      { boardId: board, generation: 1, actorId: null, payload },
    ])
    const svg = await (await ask(board, '?detail=full')).text()
    expect(svg).toContain('&lt;script&gt;')
    expect(svg).not.toContain('<script')
  })

  test('knows two themes and refuses others', async () => {
    const board = await api.board(api.people.owner)
    await addNotes(board, 1)
    const light = await (await ask(board, '?theme=light')).text()
    const dark = await (await ask(board, '?theme=dark')).text()
    expect(light).not.toBe(dark)
    expect((await ask(board, '?theme=pink')).status).toBe(400)
    expect((await ask(board, '?detail=some')).status).toBe(400)
  })
})

import { type SearchResponse, searchResponse } from '@samtavle/shared/api'
import { type BoardRecord, createRecord, deleteRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { SEARCH } from './board-search-service.ts'
import { TEXT_INDEX } from './board-text-index.ts'

const note = (id: string, words: string, more: Partial<BoardRecord> = {}): BoardRecord => ({
  ...shapeRecord('note', `shape:${id}`, { props: { color: 'light-blue', richText: richTextOf(words) } }),
  ...more,
})
const frame = (id: string, name: string, meta: Record<string, unknown> = {}): BoardRecord => ({
  ...shapeRecord('frame', `shape:${id}`, { props: { name } }),
  meta,
})

describeDatabases('search across boards', (open) => {
  const textClock = createManualClock()
  const api = useBoardApi(open, textClock)
  const NOBODY: SearchResponse = { boards: [], more: false, behind: false }

  const ask = (q: string, who: PersonName = 'owner') =>
    api.ask(api.people[who], 'GET', `/api/search?q=${encodeURIComponent(q)}`)
  const search = async (q: string, who: PersonName = 'owner') => searchResponse.parse(await (await ask(q, who)).json())
  const found = async (q: string, who: PersonName = 'owner') =>
    (await search(q, who)).boards.flatMap(({ title, hits }) => hits.map(({ text }) => `${title}: ${text}`))
  /** Time goes by until the words of all boards were read. */
  const allRead = () =>
    vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.waitMs)
      expect((await search('intet', 'owner')).behind).toBe(false)
    }, 10_000)
  async function write(board: string, ...records: BoardRecord[]): Promise<void> {
    await api.edit(board, api.people.owner.userId, (doc) => {
      for (const record of records) createRecord(recordMapOf(doc), record)
    })
    api.textIndex.committed(board, 1, 1, 1)
  }

  beforeAll(() => api.textIndex.start())
  beforeEach(async () => {
    await api.database.sql`DELETE FROM board`
  })

  test('finds words whatever their case, accents and old spellings, with their section and role', async () => {
    const board = await api.board(api.people.owner, { title: 'Uge 37' })
    await write(
      board,
      frame('f', 'Ansøgning', { section: 'a' }),
      note('1', 'RØDGRØD på åen', { parentId: 'shape:f' }),
      note('2', '100% sikker_på \\ det'),
    )
    await allRead()
    const { boards } = await search('rodgrod')
    expect(boards).toEqual([
      {
        id: board,
        title: 'Uge 37',
        state: 'active',
        count: 1,
        hits: [{ shape: 'shape:1', section: 'Ansøgning', role: 'quote', text: 'RØDGRØD på åen' }],
      },
    ])
    for (const q of ['rødgrød', 'ROEDGROED', 'paa aaen', 'åen på', 'dgrø']) {
      expect(await found(q), q).toEqual(['Uge 37: RØDGRØD på åen'])
    }
    for (const q of ['100%', 'sikker_', '\\ det', '% sik']) expect(await found(q), q).toHaveLength(1)
    for (const q of ['1%0', 'sikkerXpå', '__', 'rødgrød sikker']) expect(await found(q), q).toEqual([])
    // The name of a section, once: by its heading where it has one.
    expect(await found('ansøg')).toEqual(['Uge 37: Ansøgning'])
    await write(board, note('h', 'Ansøgningen', { parentId: 'shape:f', meta: { part: 'heading' } }))
    await allRead()
    expect(await found('ansøg')).toEqual(['Uge 37: Ansøgningen'])
  })

  test('says the cell of a note by where it lies, and anew when the note has moved', async () => {
    const board = await api.board(api.people.owner, { title: 'Rejsen' })
    const lane = (id: string, words: string, y: number) =>
      note(id, words, { parentId: 'shape:f', y, meta: { part: 'lane', cell: `p4/${id}` } })
    const quote = (y: number) => note('1', 'Men til hvad?', { parentId: 'shape:f', y, meta: { cell: 'p1/gammel' } })
    await write(
      board,
      frame('f', '4. Jeg får svar', { section: 'rejse', cell: 'p4' }),
      lane('citater', 'Borgerens egne ord', 208),
      lane('smerte', 'Smertepunkter', 468),
      quote(240),
    )
    const places = async () => {
      await allRead()
      return (await search('til hvad')).boards.flatMap(({ hits }) => hits.map(({ section }) => section))
    }
    expect(await places()).toEqual(['Borgerens egne ord · 4. Jeg får svar'])
    await write(board, quote(480))
    expect(await places()).toEqual(['Smertepunkter · 4. Jeg får svar'])
  })

  test('only what one may see is found, and a search tells of nothing else', async () => {
    const { owner, editor, viewer } = api.people
    const board = await api.board(owner, { title: 'Lukket tavle' })
    await write(board, note('1', 'fortroligt'))
    await allRead()
    await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: editor.userId, role: 'edit' })
    await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: viewer.userId, role: 'view' })
    for (const who of ['owner', 'editor', 'viewer'] as const) expect(await found('fortrolig', who), who).toHaveLength(1)
    for (const who of ['colleague', 'stranger', 'administrator', 'manager'] as const) {
      expect(await search('fortrolig', who), who).toEqual(NOBODY)
      expect(await search('lukket', who), who).toEqual(NOBODY)
    }
    await api.ask(owner, 'DELETE', `/api/boards/${board}/members?userId=${viewer.userId}`)
    expect(await search('fortrolig', 'viewer')).toEqual(NOBODY)
    expect((await api.ask(null, 'GET', '/api/search?q=fortrolig')).status).toBe(401)
    for (const q of ['', 'a', ' a ', 'a'.repeat(101)]) expect((await ask(q)).status, q).toBe(400)
    expect((await api.ask(owner, 'GET', '/api/search?q=ab&userId=1')).status).toBe(400)
  })

  test('a deleted board is not found, an archived one is, and what is erased is gone', async () => {
    const { owner } = api.people
    const board = await api.board(owner, { title: 'Vores uge' })
    await write(board, note('1', 'æblegrød'))
    await allRead()
    await api.ask(owner, 'PATCH', `/api/boards/${board}`, { archived: true })
    expect((await search('æblegrød')).boards).toMatchObject([{ state: 'archived', count: 1 }])
    await api.ask(owner, 'DELETE', `/api/boards/${board}`)
    expect(await search('æblegrød')).toEqual(NOBODY)
    expect(await search('vores uge')).toEqual(NOBODY)
    await api.ask(owner, 'POST', `/api/boards/${board}/restore`)
    expect(await found('æblegrød')).toHaveLength(1)
    await api.ask(owner, 'DELETE', `/api/boards/${board}`)
    await api.versionStore.purge(new Date(Date.now() + 60_000), new Date())
    for (const table of ['board_text', 'board_text_state']) {
      expect(await api.database.sql`SELECT FROM ${api.database.sql(table)}`, table).toHaveLength(0)
    }
  })

  test('says that words are missing until they are read, and follows what is changed and taken away', async () => {
    const board = await api.board(api.people.owner, { title: 'Tavle' })
    expect((await search('første')).behind).toBe(true)
    await write(board, note('1', 'første'), note('2', 'anden'))
    await allRead()
    expect(await found('første')).toHaveLength(1)
    await api.edit(board, api.people.owner.userId, (doc) => {
      deleteRecord(recordMapOf(doc), 'shape:1')
      createRecord(recordMapOf(doc), note('2', 'ændret'))
    })
    expect((await search('ændret')).behind).toBe(true)
    // Nobody told of it: as after a crash between the commit and the reading.
    await vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.lookEveryMs)
      expect(await found('ændret')).toHaveLength(1)
    }, 10_000)
    expect(await found('første')).toEqual([])
    expect(await found('anden')).toEqual([])
    await api.compact(board)
    expect((await search('ændret')).behind).toBe(false)
  })

  test('is bounded: boards, texts of each, and what is shown of a text', async () => {
    for (let i = 0; i < SEARCH.boards + 2; i++) {
      const board = await api.board(api.people.owner, { title: `Tavle ${i}` })
      const long = `${'ord '.repeat(200)} nål ${'hø '.repeat(200)}`
      if (i < 2) await write(board, ...[1, 2, 3, 4, 5].map((n) => note(`${n}`, `${n} ${long}`)))
    }
    await allRead()
    const { boards } = await search('nål')
    expect(boards.map(({ count, hits }) => [count, hits.length])).toEqual([
      [5, SEARCH.onEach],
      [5, SEARCH.onEach],
    ])
    expect(boards[0]?.hits[0]?.text).toContain('nål')
    expect(boards[0]?.hits[0]?.text.length).toBeLessThan(SEARCH.excerpt + 10)
    const all = await search('tavle')
    expect(all.boards).toHaveLength(SEARCH.boards)
    expect(all.more).toBe(true)
  })

  test('text that no database takes does not keep a board from being found', async () => {
    const board = await api.board(api.people.owner, { title: 'Tavle' })
    const ring = { ...frame('a', 'Ring', { section: 'r' }), parentId: 'shape:b' }
    await write(
      board,
      note('1', 'nul\0tegn'),
      note('2', 'halv\uD800 tegn'),
      ring,
      { ...frame('b', 'Ring', { section: 's' }), parentId: 'shape:a' },
      { ...note('x'.repeat(200), 'for langt navn') },
    )
    await allRead()
    expect((await found('tegn')).sort()).toEqual(['Tavle: halv\uFFFD tegn', 'Tavle: nultegn'])
  })

  test('a board on which somebody is is read from its document in memory', async () => {
    const board = await api.board(api.people.owner, { title: 'Tavle' })
    await allRead()
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note('1', 'lige skrevet'))
    api.openDocuments.set(board, doc)
    api.textIndex.committed(board, 1, 1, 1)
    // Nothing was stored for the search to know of: only the words can tell.
    await vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.quietMs)
      expect(await found('skrevet')).toEqual(['Tavle: lige skrevet'])
    }, 10_000)
    api.openDocuments.delete(board)
  })
})

import { type BoardRecord, createRecord, deleteRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { evidenceChainResponse, type SendOnAnswer } from '@samtavle/shared/evidence-api'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { beforeAll, expect, test, vi } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { TEXT_INDEX } from '../boards/board-text-index.ts'

const note = (id: string, words: string, more: Partial<BoardRecord> = {}): BoardRecord => ({
  ...shapeRecord('note', `shape:${id}`, { props: { color: 'light-blue', growY: 0, richText: richTextOf(words) } }),
  ...more,
})
const frame = (id: string, name: string): BoardRecord => ({
  ...shapeRecord('frame', `shape:${id}`, { props: { name, w: 720, h: 480 } }),
  meta: { section: id, order: 1 },
})

describeDatabases('the evidence chain', (open) => {
  const textClock = createManualClock()
  const api = useBoardApi(open, textClock)

  const ask = (method: string, path: string, body?: unknown, who: PersonName = 'owner') =>
    api.ask(api.people[who], method, path, body)
  async function board(title: string, ...records: BoardRecord[]): Promise<string> {
    const id = await api.board(api.people.owner, { title })
    await edit(id, (add) => records.forEach(add))
    return id
  }
  async function edit(id: string, change: (add: (record: BoardRecord) => void, remove: (id: string) => void) => void) {
    await api.edit(id, api.people.owner.userId, (doc) => {
      const records = recordMapOf(doc)
      change(
        (record) => createRecord(records, record),
        (shape) => deleteRecord(records, shape),
      )
    })
    api.textIndex.changed(id)
  }
  async function record(id: string, shape: string): Promise<BoardRecord> {
    const doc = await api.document(id)
    try {
      return readRecord(recordMapOf(doc), shape) ?? expect.unreachable('there is no such record')
    } finally {
      doc.destroy()
    }
  }
  const send = async (from: string, shapes: string[], boardId: string, inFrame: string | null = 'shape:s') =>
    (await ask('POST', `/api/boards/${from}/send-on`, {
      shapes,
      to: { boardId, frame: inFrame },
    }).then((answer) => answer.json())) as SendOnAnswer
  const traceOf = async (id: string, shape: string): Promise<string> => String(metaOf(await record(id, shape)).trace)
  /** Time goes by until the words of these boards were read. */
  async function allRead(...boards: string[]): Promise<void> {
    for (const id of boards) api.textIndex.changed(id)
    await vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.waitMs)
      for (const id of boards) {
        const answer = await (await ask('GET', `/api/boards/${id}/evidence`)).json()
        expect(answer).toMatchObject({ behind: false })
      }
    }, 10_000)
  }
  const chain = async (trace: string, who: PersonName = 'owner') =>
    evidenceChainResponse.parse(await (await ask('GET', `/api/evidence/${trace}`, undefined, who)).json())

  beforeAll(() => api.textIndex.start())

  test('a note that is sent on is copied into the section with its words, role, colour and source, and lies free', async () => {
    const quote = note('q', 'Ingen sagde, hvornår I kom', { meta: { role: 'quote', source: 'B2', by: 'somebody' } })
    const from = await board('Interview', quote)
    const to = await board(
      'Indsigter',
      frame('s', 'Indsigter'),
      note('there', 'Lå her', { parentId: 'shape:s', x: 40, y: 140 }),
    )
    const answer = await send(from, ['shape:q'], to)
    expect(answer).toMatchObject({ leftOut: 0, outside: 0, sent: [expect.stringMatching(/^shape:/)] })
    const sent = await record(to, answer.sent[0] ?? '')
    expect(wordsOn(sent)).toBe('Ingen sagde, hvornår I kom')
    expect(sent).toMatchObject({ type: 'note', parentId: 'shape:s', x: 260, y: 140, props: { color: 'light-blue' } })
    expect(metaOf(sent)).toMatchObject({ role: 'quote', source: 'B2', by: api.people.owner.userId })
    expect(await traceOf(from, 'shape:q')).not.toBe(metaOf(sent).trace)
  })

  test('what does not fit in the section lies beside everything, and nothing lies on anything', async () => {
    const notes = Array.from({ length: 8 }, (_, i) => note(`n${i}`, `Nummer ${i}`))
    const from = await board('Mange', ...notes)
    const to = await board('Lille', frame('s', 'Felt'))
    const answer = await send(
      from,
      notes.map(({ id }) => id),
      to,
    )
    expect(answer).toMatchObject({ leftOut: 0, outside: 5 })
    const sent = await Promise.all(answer.sent.map((id) => record(to, id)))
    expect(sent.map(({ parentId }) => parentId === 'shape:s')).toEqual([true, true, true, ...Array(5).fill(false)])
    expect(new Set(sent.map(({ parentId, x, y }) => `${parentId} ${x} ${y}`)).size).toBe(8)
    expect(new Set(sent.map(({ parentId, index }) => `${parentId} ${index}`)).size).toBe(8)
  })

  test('examples, background and what says nothing stay; nothing at all is refused', async () => {
    const left = [
      note('e', 'Et eksempel', { meta: { example: true } }),
      note('t', ''),
      note('b', 'Overskrift', { meta: { part: 'heading' } }),
    ]
    const from = await board('Kilde', ...left, note('k', 'Den her'))
    const to = await board('Mål', frame('s', 'Felt'))
    expect(await send(from, [...left.map(({ id }) => id), 'shape:gone', 'shape:k'], to)).toMatchObject({ leftOut: 4 })
    const nothing = await ask('POST', `/api/boards/${from}/send-on`, {
      shapes: left.map(({ id }) => id),
      to: { boardId: to, frame: 'shape:s' },
    })
    expect(nothing.status).toBe(400)
  })

  test('a quote that went through five boards: all five from either end, with a duplicated board and a gap', async () => {
    const titles = ['Interview', 'Indsigt', 'Mulighedsrum', 'Idéer', 'Prøvehandling']
    const boards: string[] = []
    for (const title of titles) boards.push(await board(title, frame('s', `Felt på ${title}`)))
    const [first = '', second = '', third = ''] = boards
    await edit(first, (add) =>
      add(note('q', 'Vi ventede i tre uger', { parentId: 'shape:s', meta: { role: 'quote' } })),
    )
    const shapes = ['shape:q']
    for (let i = 1; i < boards.length; i++) {
      const answer = await send(boards[i - 1] ?? '', [shapes.at(-1) ?? ''], boards[i] ?? '')
      shapes.push(answer.sent[0] ?? '')
    }
    const traces = await Promise.all(boards.map((id, i) => traceOf(id, shapes[i] ?? '')))
    await allRead(...boards)
    for (const end of [0, 2, 4]) {
      const { nodes, links } = await chain(traces[end] ?? '')
      expect(nodes.map(({ places }) => places.map((place) => place.board))).toEqual(titles.map((title) => [title]))
      expect(links.map(({ from, to }) => [traces.indexOf(from), traces.indexOf(to)]).sort()).toEqual([
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ])
    }
    const copy = (await (await ask('POST', `/api/boards/${second}/duplicate`, {})).json()) as { id: string }
    await edit(third, (_add, remove) => remove(shapes[2] ?? ''))
    await allRead(...boards, copy.id)
    for (const end of [0, 4]) {
      const { nodes } = await chain(traces[end] ?? '')
      expect(nodes.map(({ state }) => state)).toEqual(['here', 'here', 'gone', 'here', 'here'])
      expect(nodes[2]).toMatchObject({ role: 'quote', section: 'Felt på Mulighedsrum', places: [] })
      expect(nodes[1]?.places.map((place) => place.board)).toEqual(['Indsigt', expect.stringContaining('Indsigt')])
    }
  })

  test('a copy of a note on the same board, and a note moved elsewhere, are still of the chain', async () => {
    const from = await board('Fra', note('q', 'Ringede tre gange'))
    const to = await board('Til', frame('s', 'Felt'))
    const [sent = ''] = (await send(from, ['shape:q'], to)).sent
    const there = await record(to, sent)
    await edit(to, (add, remove) => {
      add({ ...there, id: 'shape:copy', parentId: 'page:page', x: 5_000 })
      remove(sent)
      add({ ...there, id: 'shape:moved', parentId: 'page:page' })
    })
    await allRead(from, to)
    const { nodes } = await chain(await traceOf(from, 'shape:q'))
    expect(nodes[1]?.places.map(({ shape }) => shape)).toEqual(['shape:copy', 'shape:moved'])
  })

  test('a source that went back to before it was sent keeps its place, and its trace when it is sent again', async () => {
    const source = note('q', 'Hun skrev det på køleskabet')
    const from = await board('Før', source)
    const to = await board('Efter', frame('s', 'Felt'))
    await send(from, ['shape:q'], to)
    const trace = await traceOf(from, 'shape:q')
    await edit(from, (add, remove) => {
      remove('shape:q')
      add(source)
    })
    await allRead(from, to)
    expect((await chain(trace)).nodes.map(({ state }) => state)).toEqual(['here', 'here'])
    await send(from, ['shape:q'], to)
    expect(await traceOf(from, 'shape:q')).toBe(trace)
  })

  test('one note builds on others of its board, never on itself, and that can be taken back', async () => {
    const id = await board('Indsigter', ...['a', 'b', 'c'].map((key) => note(key, `Indsigt ${key}`)))
    const links = (shape: string, ...buildsOn: string[]) =>
      ask('POST', `/api/boards/${id}/evidence/links`, {
        shape: `shape:${shape}`,
        buildsOn: buildsOn.map((key) => `shape:${key}`),
      })
    expect((await links('c', 'a', 'b')).status).toBe(204)
    expect((await links('c', 'a')).status).toBe(204)
    expect((await links('a', 'c')).status).toBe(409)
    expect((await links('a', 'a')).status).toBe(409)
    expect((await links('a', 'gone')).status).toBe(404)
    await allRead(id)
    const counts = async () => {
      const { notes } = (await (await ask('GET', `/api/boards/${id}/evidence`)).json()) as {
        notes: { shape: string; buildsOn: number; leadsTo: number }[]
      }
      return notes.map(({ shape, buildsOn, leadsTo }) => `${shape} ${buildsOn} ${leadsTo}`)
    }
    expect(await counts()).toEqual(['shape:a 0 1', 'shape:b 0 1', 'shape:c 2 0'])
    await ask('POST', `/api/boards/${id}/evidence/links/withdraw`, { shape: 'shape:c', buildsOn: ['shape:a'] })
    expect(await counts()).toEqual(['shape:a 0 0', 'shape:b 0 1', 'shape:c 1 0'])
    expect((await links('a', 'c')).status).toBe(204)
  })

  test('who may see one board of a chain is told nothing of the others, and strangers nothing at all', async () => {
    const from = await board(
      'Fortroligt',
      frame('s', 'Samtaler'),
      note('q', 'Det var svært', { parentId: 'shape:s', meta: { role: 'pain' } }),
    )
    const to = await board('Åbent', frame('s', 'Felt'))
    const [sent = ''] = (await send(from, ['shape:q'], to)).sent
    await ask('PUT', `/api/boards/${to}/members`, { userId: api.people.viewer.userId, role: 'view' })
    await allRead(from, to)
    const trace = await traceOf(to, sent)
    const { nodes } = await chain(trace, 'viewer')
    expect(nodes.map(({ state }) => state)).toEqual(['hidden', 'here'])
    expect(nodes[0]).toMatchObject({ role: null, section: '', places: [] })
    expect((await ask('GET', `/api/evidence/${await traceOf(from, 'shape:q')}`, undefined, 'viewer')).status).toBe(404)
    expect((await ask('GET', `/api/evidence/${trace}`, undefined, 'stranger')).status).toBe(404)
    const foreign = { shapes: [sent], to: { boardId: from, frame: null } }
    expect((await ask('POST', `/api/boards/${to}/send-on`, foreign, 'viewer')).status).toBe(403)
    expect((await ask('POST', `/api/boards/${to}/send-on`, foreign, 'stranger')).status).toBe(404)
    await ask('PUT', `/api/boards/${to}/members`, { userId: api.people.editor.userId, role: 'edit' })
    expect((await ask('POST', `/api/boards/${to}/send-on`, foreign, 'editor')).status).toBe(404)
  })

  test('a trace that a page made up is not taken for one', async () => {
    const made = '0192f0c1-2345-7abc-8def-0123456789ab'
    const from = await board('Opdigtet', note('q', 'Ord', { meta: { trace: made } }))
    const to = await board('Mål', frame('s', 'Felt'))
    await send(from, ['shape:q'], to)
    expect(await traceOf(from, 'shape:q')).not.toBe(made)
    expect((await ask('GET', `/api/evidence/${made}`)).status).toBe(404)
  })
})

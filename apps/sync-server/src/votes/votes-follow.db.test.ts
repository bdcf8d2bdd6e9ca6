import { type BoardRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { evidenceChainResponse, type SendOnAnswer } from '@samtavle/shared/evidence-api'
import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import { beforeAll, expect, test, vi } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { choose, makeDraft, publish, readSnapshot } from '../../test-support/snapshot-api.ts'
import { createVoteApi, type VoteApi, voteNote, voteSection } from '../../test-support/vote-api.ts'
import { TEXT_INDEX } from '../boards/board-text-index.ts'

describeDatabases('votes follow the note', (open) => {
  const textClock = createManualClock()
  const api = useBoardApi(open, textClock)
  let vote: VoteApi
  beforeAll(() => {
    vote = createVoteApi(api)
    api.textIndex.start()
  })

  async function send(from: string, shape: string, boardId: string): Promise<string> {
    const to = { boardId, frame: 'shape:s' }
    const answer = await vote.ask('owner', 'POST', `/api/boards/${from}/send-on`, { shapes: [shape], to })
    return ((await answer.json()) as SendOnAnswer).sent[0] ?? expect.unreachable('nothing was sent')
  }
  /** Time goes by until the words of these boards were read. */
  async function allRead(...boards: string[]): Promise<void> {
    for (const id of boards) api.textIndex.changed(id)
    await vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.waitMs)
      for (const id of boards) {
        const answer = await (await vote.ask('owner', 'GET', `/api/boards/${id}/evidence`)).json()
        expect(answer).toMatchObject({ behind: false })
      }
    }, 10_000)
  }
  /** A vote on these notes of a board, shown at once. */
  async function voted(board: string, dots: Record<string, number>): Promise<void> {
    const id = await vote.start(board, { dots: 10 })
    const answer = await vote.cast('owner', board, id, dots)
    expect(answer.status).toBe(200)
    expect((await vote.show(board, id)).status).toBe(200)
  }
  const chain = async (trace: string | undefined) =>
    evidenceChainResponse.parse(await (await vote.ask('owner', 'GET', `/api/evidence/${trace}`)).json())

  test('a quote with 4 votes is sent on through two boards, and has them there and in its chain', async () => {
    const from = await vote.board(
      voteNote('q', 'Vi ventede i tre uger', { meta: { role: 'quote' } }),
      voteNote('n', 'Ingen'),
    )
    const [middle, last] = [await vote.board(voteSection('s')), await vote.board(voteSection('s'))]
    await voted(from, { q: 4 })
    const second = await send(from, 'shape:q', middle)
    const third = await send(middle, second, last)
    const without = await send(from, 'shape:n', last)
    // At once, before anything was read anew.
    expect([await vote.sums(from), await vote.sums(middle), await vote.sums(last)]).toEqual([
      { q: 4 },
      { [second.slice(6)]: 4 },
      { [third.slice(6)]: 4 },
    ])
    expect(api.roomCalls).toContainEqual(['tell', last, { type: 'vote' }])
    await allRead(from, middle, last)
    for (const [board, shape] of [
      [from, 'shape:q'],
      [last, third],
    ] as const) {
      const { nodes } = await chain(await vote.traceOf(board, shape))
      expect(nodes.map(({ votes }) => votes)).toEqual([4, 4, 4])
    }
    const { nodes } = await chain(await vote.traceOf(last, without))
    expect(nodes.map(({ votes }) => votes)).toEqual([null, null])
    // Voted on anew, where it lies now: there alone.
    await voted(last, { [third.slice(6)]: 1 })
    expect([await vote.sums(from), await vote.sums(last)]).toEqual([{ q: 4 }, { [third.slice(6)]: 1 }])
    // Another board's owner who may not see this one is told nothing of it.
    expect((await vote.ask('stranger', 'GET', `/api/boards/${from}/vote`)).status).toBe(404)
  })

  test('copies on the board and on a duplicate of it have the votes, and copies count as the note that they are', async () => {
    const board = await vote.board(voteNote('a', 'En idé'), voteNote('b', 'En anden'))
    await voted(board, { a: 2 })
    const trace = await vote.traceOf(board, 'shape:a')
    await vote.edit(board, (add) => add(voteNote('copy', 'En idé', { meta: { trace }, x: 900 })))
    const { id: duplicate } = (await (
      await vote.ask('owner', 'POST', `/api/boards/${board}/duplicate`, {})
    ).json()) as {
      id: string
    }
    await allRead(board, duplicate)
    expect(await vote.sums(board)).toEqual({ a: 2, copy: 2 })
    expect(await vote.sums(duplicate)).toEqual({ a: 2, copy: 2 })
    await voted(duplicate, { a: 1, copy: 2, b: 1 })
    // What is voted on one of them changes nothing on the other.
    expect(await vote.sums(duplicate)).toEqual({ a: 3, b: 1, copy: 3 })
    expect(await vote.sums(board)).toEqual({ a: 2, copy: 2 })
    await voted(board, { b: 2 })
    expect(await vote.sums(board)).toEqual({ b: 2 })
    expect(await vote.sums(duplicate)).toEqual({ a: 3, b: 1, copy: 3 })
    await voted(duplicate, { b: 1 })
    expect(await vote.sums(duplicate)).toEqual({ b: 1 })
  })

  test('what is deleted is not told any more, also while somebody is on the board', async () => {
    const board = await vote.board(voteNote('a', 'A'), voteNote('b', 'B'))
    await voted(board, { a: 1, b: 1 })
    const trace = await vote.traceOf(board, 'shape:b')
    await vote.edit(board, (_add, remove) => remove('shape:a'))
    await vote.edit(board, (add) => add(voteNote('copy', 'B igen', { meta: { trace } })))
    const doc = await api.document(board)
    api.openDocuments.set(board, doc)
    // Before the words are read anew, a copy has them too.
    expect(await vote.sums(board)).toEqual({ b: 1, copy: 1 })
    api.openDocuments.delete(board)
    doc.destroy()
    // Words are read a moment later than notes are marked.
    api.clock.now = new Date(api.clock.now.getTime() - 60_000)
    await allRead(board)
    expect(await vote.sums(board)).toEqual({ b: 1, copy: 1 })
  })

  test('a board that went back to before the vote still has its votes, and those of a later one', async () => {
    const board = await vote.board(voteNote('a', 'A'), voteNote('b', 'B'))
    const saved = await vote.ask('owner', 'POST', `/api/boards/${board}/versions`, { name: 'Før' })
    const { id } = (await saved.json()) as { id: string }
    await voted(board, { a: 3 })
    expect(await vote.traceOf(board, 'shape:a')).toBeDefined()
    expect((await vote.ask('owner', 'POST', `/api/boards/${board}/versions/${id}/restore`, {})).status).toBe(204)
    await allRead(board)
    expect(await vote.sums(board)).toEqual({ a: 3 })
    await voted(board, { a: 1, b: 1 })
    expect(await vote.sums(board)).toEqual({ a: 1, b: 1 })
  })

  test('a trace that a page made up gives a note no votes of others and takes none', async () => {
    const made = '0192f0c1-2345-7abc-8def-0123456789ab'
    const board = await vote.board(voteNote('a', 'A', { meta: { trace: made } }))
    await voted(board, { a: 2 })
    expect(await vote.sums(board)).toEqual({ a: 2 })
    expect(await vote.traceOf(board, 'shape:a')).not.toBe(made)
  })

  test('a snapshot says votes in words, frozen with it, and nothing of a vote that is open', async () => {
    const { owner } = api.people
    const inside = (id: string, words: string, meta: BoardRecord['meta'] = {}) =>
      voteNote(id, words, { parentId: 'shape:s', meta: { role: 'idea', ...meta } })
    const board = await vote.board(
      voteSection('s'),
      inside('a', 'Ring samme dag'),
      inside('b', 'Skriv et brev'),
      inside('hidden', 'Internt', { internal: true }),
    )
    const votesIn = ({ content }: SnapshotAnswer) =>
      content.parts
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'list' ? block.items : []))
        .map(({ text, votes }) => [text, votes])
    const id = await vote.start(board, { dots: 10 })
    await vote.cast('owner', board, id, { a: 4, b: 1, hidden: 3 })
    const early = await makeDraft(api, owner, `/api/boards/${board}`)
    await choose(api, owner, early, { withPictures: false })
    await publish(api, owner, early)
    await vote.show(board, id)
    const draft = await makeDraft(api, owner, `/api/boards/${board}`)
    await choose(api, owner, draft, { withPictures: false })
    await publish(api, owner, draft)
    await voted(board, { b: 9 })
    expect(votesIn(await readSnapshot(api, owner, early))).toEqual([
      ['Ring samme dag', undefined],
      ['Skriv et brev', undefined],
    ])
    expect(votesIn(await readSnapshot(api, owner, draft))).toEqual([
      ['Ring samme dag', 4],
      ['Skriv et brev', 1],
    ])
    const page = async (snapshot: string) =>
      await (await api.ask(owner, 'GET', `/api/snapshots/${snapshot}/page`)).text()
    expect(await page(early)).not.toMatch(/stemme/)
    expect(await page(draft)).toMatch(/4 stemmer[\s\S]*1 stemme</)
    expect(await page(draft)).not.toMatch(/3 stemmer/)
  })

  test('erasing the history of a board erases its votes; what is written still keeps what it was given', async () => {
    const board = await vote.board(voteNote('a', 'A'))
    await voted(board, { a: 1 })
    const saved = await vote.ask('owner', 'POST', `/api/boards/${board}/versions`, { name: 'Nu' })
    const { id } = (await saved.json()) as { id: string }
    await vote.start(board, { question: 'Noget andet?' })
    await vote.ask('owner', 'POST', `/api/boards/${board}/versions/${id}/restore`, { erase: true })
    await allRead(board)
    expect(await vote.read(board)).toMatchObject({ open: null, last: null, notes: [{ shape: 'shape:a', votes: 1 }] })
    const doc = await api.document(board)
    expect(readRecord(recordMapOf(doc), 'shape:a')).toBeDefined()
    doc.destroy()
  })
})

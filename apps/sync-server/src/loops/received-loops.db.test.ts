import { randomUUID } from 'node:crypto'
import { createRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { newCard } from '@samtavle/shared/card-kinds'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import { type LearningLoops, oneLoopResponse, type Reminders, receivedLoopsResponse } from '@samtavle/shared/loop-api'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { createSprintResponse } from '@samtavle/shared/sprint-api'
import { beforeEach, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'
import { letterAbout } from './loop-letters.ts'
import { createLoopStore } from './loop-store.ts'

const FIRST = { date: '2026-09-28', atMinute: 9 * 60, minutes: 45 }
const CARD = newCard('trial', 'da', { w: 520, h: 900, framed: true })
const LEARNED = `text${CARD.fields.findIndex(({ key }) => key === 'laert') + 1}`
const NAME = `text${CARD.fields.findIndex(({ key }) => key === 'ide') + 1}`
const TRIAL = shapeRecord(CARD_TYPE, 'shape:trial', {
  props: { ...CARD, [NAME]: 'Opkald kl. 9', [LEARNED]: 'Kortet hjælper' },
})
const LATER = { date: '2026-10-01', atMinute: 10 * 60, minutes: 30 }

/** The colleague is not of the sprint. */
describeDatabases('a learning loop that somebody received who is not of the sprint', (open) => {
  const api = useBoardApi(open)
  let sprint: string
  let loop: string
  let other: string
  beforeEach(async () => {
    api.clock.now = new Date('2026-09-21T08:00:00Z')
    await api.database.sql`DELETE FROM learning_loop`
    const { owner, editor, viewer } = api.people
    sprint = await createSprint(api, owner, { team: [inTeam(editor, 'member'), inTeam(viewer, 'observer')] })
    await bringTo(api, owner, sprint, 'finished')
    other = await plan('Virker kortet?', {})
    loop = await plan('Ringer vi til tiden?', { owner: receiver() })
  })

  const receiver = () => ({ name: 'Dorte Drift', userId: api.people.colleague.userId })
  const ask = (who: PersonName, method: string, path: string, body?: unknown) =>
    api.ask(api.people[who], method, path, body)
  const at = (rest = '', id = loop) => `/api/sprints/${sprint}/loops/${id}${rest}`
  async function plan(question: string, more: Record<string, unknown>): Promise<string> {
    const owner = { name: 'Aftenholdet', userId: null }
    const body = { question, owner, everyWeeks: 2, first: FIRST, ...more }
    const answer = await ask('editor', 'POST', `/api/sprints/${sprint}/loops`, body)
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }
  const one = async (who: PersonName = 'colleague') => oneLoopResponse.parse(await (await ask(who, 'GET', at())).json())
  const received = async (who: PersonName = 'colleague') =>
    receivedLoopsResponse.parse(await (await ask(who, 'GET', '/api/loops')).json()).loops
  const told = async (who: PersonName = 'colleague') =>
    ((await (await ask(who, 'GET', '/api/reminders')).json()) as Reminders).rounds.map(({ loopId, received: mine }) => [
      loopId,
      mine,
    ])

  test('is read with its dates, is told of, and nothing else of the sprint is', async () => {
    expect(await one()).toMatchObject({
      loop: { id: loop, owner: { ...receiver(), receives: true }, boardId: null, rounds: [{ number: 1, ...FIRST }] },
      sprint: { id: sprint, title: 'Ventetid på hjælpemidler', isOpen: false },
      mayRun: true,
      trial: null,
    })
    expect(await received()).toMatchObject([{ id: loop, sprintId: sprint, next: { date: FIRST.date }, isEnded: false }])
    expect(await told()).toEqual([[loop, true]])
    expect((await ask('colleague', 'GET', at('/calendar.ics'))).status).toBe(200)
    const calendar = await (await ask('colleague', 'GET', at('/calendar.ics'))).text()
    expect(calendar.replace(/\r\n[ \t]/g, '')).toContain(`/sprints/${sprint}/loops/${loop}`)
    // Those who lead are told of the other one only.
    expect(await told('owner')).toEqual([[other, false]])
    expect(await received('owner')).toEqual([])
  })

  /** Everything else under the sprint, with what is asked for an unknown one. */
  const CLOSED: readonly [string, string, unknown?][] = [
    ['GET', ''],
    ['PATCH', '', { title: 'Andet' }],
    ['GET', '/log'],
    ['GET', '/evidence'],
    ['GET', '/snapshots'],
    ['GET', '/loops'],
    ['POST', '/loops', { question: 'Ny?', owner: { name: 'Mig', userId: null }, everyWeeks: 2, first: FIRST }],
  ]
  test.each(CLOSED)('the sprint is as unknown to its owner as any: %s %s', async (method, rest, body) => {
    const there = await ask('colleague', method, `/api/sprints/${sprint}${rest}`, body)
    const unknown = await ask('colleague', method, `/api/sprints/${randomUUID()}${rest}`, body)
    expect([there.status, await there.json()]).toEqual([404, await unknown.json()])
  })

  test('other loops of the sprint are as unknown as loops that are none', async () => {
    for (const [method, rest, body] of [
      ['GET', ''],
      ['PATCH', '', { everyWeeks: 3 }],
      ['PUT', '/next', LATER],
      ['POST', '/held', { number: 1, learned: 'Ja', adjusted: '', next: LATER.date }],
      ['POST', '/end', { why: 'Slut' }],
      ['POST', '/go-on', { date: LATER.date }],
      ['GET', '/calendar.ics'],
    ] as const) {
      const foreign = await ask('colleague', method, at(rest, other), body)
      const unknown = await ask('colleague', method, at(rest, randomUUID()), body)
      expect([method, rest, foreign.status, await foreign.json()]).toEqual([method, rest, 404, await unknown.json()])
    }
    expect((await ask('colleague', 'GET', at('', 'no-id'))).status).toBe(404)
  })

  test('who may what to it: written down by hand', async () => {
    const held = (number: number) => ({ number, learned: 'Ja', adjusted: '', next: '2026-10-12' })
    const table: Record<string, readonly [PersonName, number][]> = {
      'GET ': [
        ['owner', 200],
        ['editor', 200],
        ['viewer', 200],
        ['colleague', 200],
        ['stranger', 404],
        ['administrator', 404],
      ],
      'PUT /next': [
        ['owner', 204],
        ['editor', 204],
        ['viewer', 403],
        ['colleague', 204],
        ['stranger', 404],
        ['administrator', 404],
      ],
      'POST /held': [
        ['viewer', 403],
        ['stranger', 404],
        ['administrator', 404],
        ['colleague', 204],
      ],
      // Planning is the team's: the question, the owner and the pace, the end, and taking it up again.
      'PATCH ': [
        ['viewer', 403],
        ['colleague', 404],
        ['stranger', 404],
        ['editor', 204],
      ],
      'POST /end': [
        ['viewer', 403],
        ['colleague', 404],
        ['stranger', 404],
        ['editor', 204],
      ],
      'POST /go-on': [
        ['viewer', 403],
        ['colleague', 404],
        ['stranger', 404],
        ['editor', 204],
      ],
    }
    const bodies: Record<string, unknown> = {
      'PUT /next': LATER,
      'POST /held': held(1),
      'PATCH ': { everyWeeks: 3 },
      'POST /end': { why: 'Det er hverdag nu' },
      'POST /go-on': { date: '2026-11-02' },
    }
    for (const [name, rows] of Object.entries(table)) {
      const [method = '', rest = ''] = name.split(' ')
      for (const [who, status] of rows) {
        expect([name, who, (await ask(who, method, at(rest), bodies[name])).status]).toEqual([name, who, status])
      }
    }
    expect((await one()).loop.rounds).toMatchObject([
      { number: 1, date: LATER.date, learned: 'Ja' },
      { number: 2, date: '2026-11-02', heldAt: null },
    ])
    // Also of a sprint that was filed.
    await ask('owner', 'PUT', `/api/sprints/${sprint}/status`, { status: 'archived' })
    expect((await ask('colleague', 'PUT', at('/next'), LATER)).status).toBe(204)
  })

  test('goes on with the owner in the next sprint, and is nobody else’s when somebody else becomes the owner', async () => {
    const body = { title: 'Hjem igen', startDate: '2026-10-05', loops: [loop] }
    const answer = await ask('editor', 'POST', `/api/sprints/${sprint}/duplicate`, body)
    const next = createSprintResponse.parse(await answer.json()).id
    expect(await received()).toMatchObject([
      { sprintId: next, question: 'Ringer vi til tiden?', isEnded: false },
      { id: loop, isEnded: true, next: null },
    ])
    expect((await ask('colleague', 'GET', `/api/sprints/${next}`)).status).toBe(404)
    await ask('editor', 'PATCH', at(), { owner: { name: 'Aftenholdet', userId: null } })
    expect((await ask('colleague', 'GET', at())).status).toBe(404)
    expect(await received()).toMatchObject([{ sprintId: next }])
  })

  test('somebody of the team who owns one and leaves keeps nothing of it', async () => {
    const { viewer } = api.people
    await ask('editor', 'PATCH', at(), { owner: { name: 'viewer', userId: viewer.userId } })
    expect((await one('viewer')).loop.owner).toMatchObject({ userId: viewer.userId, receives: false })
    expect(await told('viewer')).toEqual([[loop, false]])
    await ask('owner', 'DELETE', `/api/sprints/${sprint}/members?userId=${viewer.userId}`)
    expect((await ask('viewer', 'GET', at())).status).toBe(404)
    expect([await told('viewer'), await received('viewer')]).toEqual([[], []])
    expect((await told('owner')).map(([id]) => id)).toContain(loop)
  })

  test('the letter leads to the loop, and not to the sprint', async () => {
    const rounds = await createLoopStore(api.database.sql).unwritten(FIRST.date, 7)
    const mine = rounds.find(({ loopId }) => loopId === loop) ?? expect.unreachable()
    expect(mine.email).toBe(api.people.colleague.email)
    expect(letterAbout(mine, 7, 'https://tavle.example').text).toContain(
      `https://tavle.example/sprints/${sprint}/loops/${loop}\n`,
    )
  })

  test('what the trial taught is read with it: the card and the log, and never who wrote it', async () => {
    const board =
      (await readSprint(api, api.people.owner, sprint)).boards.find(({ templateId }) => templateId === 'proevehandling')
        ?.id ?? ''
    await api.edit(board, api.people.owner.userId, (doc) => createRecord(recordMapOf(doc), TRIAL))
    const line = {
      line: randomUUID(),
      happened: 'Hr. Holm ringede',
      learned: 'Ring inden kl. 10',
      who: 'Aftenvagt Anne',
    }
    const written = { ...line, writtenAt: '2026-09-21T07:50:00Z' }
    expect((await ask('editor', 'POST', `/api/boards/${board}/trials/shape:trial/log`, written)).status).toBe(204)
    const trial = { boardId: board, shape: 'shape:trial' }
    expect((await ask('editor', 'PATCH', at(), { trial })).status).toBe(204)
    const shown = await one()
    expect(shown.trial).toMatchObject({
      title: 'Opkald kl. 9',
      learned: 'Kortet hjælper',
      lines: [{ learned: 'Ring inden kl. 10' }],
    })
    // Which board it lies on is told to those who may see that board.
    expect(shown.loop.trial).toBeNull()
    expect((await one('editor')).loop.trial).toEqual(trial)
    expect(JSON.stringify(shown)).not.toMatch(/Holm|Anne/)
    expect((await ask('colleague', 'GET', `/api/boards/${board}/trials/shape:trial`)).status).toBe(404)
    // A board that the team may not see is none to name.
    const foreign = await api.board(api.people.stranger)
    const mine = await api.board(api.people.editor)
    expect((await ask('editor', 'PATCH', at(), { trial: { boardId: mine, shape: 'shape:x' } })).status).toBe(404)
    expect((await ask('editor', 'PATCH', at(), { trial: { boardId: foreign, shape: 'shape:x' } })).status).toBe(404)
    await ask('owner', 'DELETE', `/api/boards/${board}`)
    expect((await one()).trial).toBeNull()
    const { loops } = (await (await ask('editor', 'GET', `/api/sprints/${sprint}/loops`)).json()) as LearningLoops
    expect(loops.find(({ id }) => id === loop)?.trial).toBeNull()
  })
})

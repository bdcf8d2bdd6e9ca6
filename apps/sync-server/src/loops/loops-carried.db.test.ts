import { randomUUID } from 'node:crypto'
import type { LearningLoop, LearningLoops, Reminders } from '@samtavle/shared/loop-api'
import { createSprintResponse } from '@samtavle/shared/sprint-api'
import { beforeEach, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { bringTo, createSprint, inTeam, readSprint, sprintRequest } from '../../test-support/sprint-api.ts'

const LATER = '2026-10-05'
const FIRST = { date: '2026-09-28', atMinute: 9 * 60, minutes: 45 }

describeDatabases('learning loops that a later sprint goes on with', (open) => {
  const api = useBoardApi(open)
  let old: string
  beforeEach(async () => {
    api.clock.now = new Date('2026-09-15T08:00:00Z')
    const { owner, editor, viewer } = api.people
    old = await createSprint(api, owner, { team: [inTeam(editor, 'member'), inTeam(viewer, 'observer')] })
    await bringTo(api, owner, old, 'finished')
  })

  const ask = (who: PersonName, method: string, path: string, body?: unknown) =>
    api.ask(api.people[who], method, path, body)
  async function loops(sprint: string, who: PersonName = 'editor'): Promise<LearningLoop[]> {
    return ((await (await ask(who, 'GET', `/api/sprints/${sprint}/loops`)).json()) as LearningLoops).loops
  }
  async function plan(question: string, more: Record<string, unknown> = {}): Promise<string> {
    const owner = { name: 'Aftenholdet', userId: null }
    const body = { question, owner, everyWeeks: 2, first: FIRST, ...more }
    return ((await (await ask('editor', 'POST', `/api/sprints/${old}/loops`, body)).json()) as { id: string }).id
  }
  const duplicate = (carried: string[], who: PersonName = 'editor') =>
    ask(who, 'POST', `/api/sprints/${old}/duplicate`, { title: 'Hjem igen', startDate: LATER, loops: carried })
  const idOf = async (answer: Response) => {
    expect(answer.status).toBe(201)
    return createSprintResponse.parse(await answer.json()).id
  }

  test('question, owner, pace and the next round go on under its number; the old one ends, tied both ways', async () => {
    const t20 = (await readSprint(api, api.people.owner, old)).boards.find(
      ({ templateId }) => templateId === 'laeringsloop',
    )
    const loop = await plan('Ringer vi til tiden?', { boardId: t20?.id, everyWeeks: 3 })
    const stays = await plan('Virker kortet?')
    const learned = { number: 1, learned: 'Ja', adjusted: 'Kl. 10', next: '2026-10-19' }
    expect((await ask('editor', 'POST', `/api/sprints/${old}/loops/${loop}/held`, learned)).status).toBe(204)
    const next = await idOf(await duplicate([loop]))
    const boards = (await readSprint(api, api.people.owner, next)).boards
    expect(await loops(next)).toMatchObject([
      {
        question: 'Ringer vi til tiden?',
        owner: { name: 'Aftenholdet', userId: null, receives: false },
        everyWeeks: 3,
        boardId: boards.find(({ templateId }) => templateId === 'laeringsloop')?.id,
        endedAt: null,
        from: { sprintId: old, title: 'Ventetid på hjælpemidler' },
        into: null,
        rounds: [{ number: 2, date: '2026-10-19', atMinute: 540, minutes: 45, heldAt: null }],
      },
    ])
    const [open, ended] = await loops(old)
    expect(open).toMatchObject({ id: stays, endedAt: null, into: null })
    expect(ended).toMatchObject({ id: loop, endedWhy: 'Ført videre i »Hjem igen«', into: { sprintId: next } })
    // One round is to come, and one is told of.
    const { rounds } = (await (await ask('owner', 'GET', '/api/reminders')).json()) as Reminders
    expect(rounds.filter(({ question }) => question === 'Ringer vi til tiden?')).toEqual([])
    api.clock.now = new Date('2026-10-12T08:00:00Z')
    const later = (await (await ask('owner', 'GET', '/api/reminders')).json()) as Reminders
    expect(later.rounds.filter(({ question }) => question === 'Ringer vi til tiden?')).toMatchObject([
      { sprintId: next },
    ])
    expect((await ask('editor', 'POST', `/api/sprints/${old}/loops/${loop}/go-on`, { date: LATER })).status).toBe(409)
  })

  test('a new sprint that follows another goes on with what it is asked to', async () => {
    const loop = await plan('Ringer vi til tiden?')
    const request = sprintRequest({
      title: 'Hjem fra hospitalet',
      startDate: LATER,
      follows: { sprintId: old, loops: [loop] },
    })
    const next = await idOf(await ask('editor', 'POST', '/api/sprints', request))
    expect((await readSprint(api, api.people.editor, next)).previous).toEqual({
      id: old,
      title: 'Ventetid på hjælpemidler',
    })
    expect((await readSprint(api, api.people.editor, old)).next).toEqual([{ id: next, title: 'Hjem fra hospitalet' }])
    // Whoever is of one of them alone is not told of the other.
    expect((await readSprint(api, api.people.owner, old)).next).toEqual([])
    expect((await ask('owner', 'GET', `/api/sprints/${next}`)).status).toBe(404)
    expect(await loops(next)).toMatchObject([{ from: { sprintId: old } }])
    // Whoever is not of the new sprint reads why it ended, and gets no way in.
    expect(await loops(old, 'owner')).toMatchObject([{ endedWhy: 'Ført videre i »Hjem fra hospitalet«', into: null }])
    expect((await ask('owner', 'POST', `/api/sprints/${old}/loops/${loop}/go-on`, { date: LATER })).status).toBe(409)
  })

  test('nothing is made when a loop has ended, is of another sprint, or is not theirs to plan', async () => {
    const loop = await plan('Ringer vi til tiden?')
    const ended = await plan('Virker kortet?')
    await ask('editor', 'POST', `/api/sprints/${old}/loops/${ended}/end`, { why: 'Hverdag nu' })
    const count = async () => (await api.database.sql`SELECT id FROM sprint`).length
    const before = await count()
    expect((await duplicate([loop, ended])).status).toBe(409)
    expect((await duplicate([randomUUID()])).status).toBe(409)
    expect((await duplicate([loop], 'viewer')).status).toBe(403)
    const follows = { sprintId: old, loops: [loop] }
    expect((await ask('viewer', 'POST', '/api/sprints', sprintRequest({ follows }))).status).toBe(403)
    expect((await ask('stranger', 'POST', '/api/sprints', sprintRequest({ follows }))).status).toBe(404)
    expect(await count()).toBe(before)
    expect((await loops(old)).find(({ id }) => id === loop)?.endedAt).toBeNull()
  })

  test('a new sprint that is deleted before it began gives them back', async () => {
    const loop = await plan('Ringer vi til tiden?')
    const next = await idOf(await duplicate([loop], 'owner'))
    expect((await ask('owner', 'DELETE', `/api/sprints/${next}`)).status).toBe(204)
    expect(await loops(old)).toMatchObject([{ id: loop, endedAt: null, endedWhy: '', into: null }])
    expect((await loops(old))[0]?.rounds).toMatchObject([{ number: 1, date: FIRST.date, heldAt: null }])
  })
})

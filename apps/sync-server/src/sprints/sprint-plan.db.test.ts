import { randomUUID } from 'node:crypto'
import type { Agenda } from '@samtavle/shared/agenda'
import { type Sprint, sprintSchema } from '@samtavle/shared/sprint-api'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

type Proposal = { type: string; day: string | null; from: string; to: string }

describeDatabases('the plan and the team of a sprint', (open) => {
  const api = useBoardApi(open)
  let id: string
  let sprint: Sprint

  beforeEach(async () => {
    const { owner, editor, viewer } = api.people
    id = await createSprint(api, owner, { team: [inTeam(editor, 'member'), inTeam(viewer, 'observer')] })
    sprint = await readSprint(api, owner, id)
    api.roomCalls.length = 0
  })

  const putAgenda = (agenda: unknown, version: unknown = sprint.agendaVersion, who = api.people.owner) =>
    api.ask(who, 'PUT', `/api/sprints/${id}/agenda`, { agenda, version })
  const put = (who: PersonName, role: string, by = api.people.owner) =>
    api.ask(by, 'PUT', `/api/sprints/${id}/members`, { userId: api.people[who].userId, role })
  const remove = (who: PersonName, by = api.people.owner) =>
    api.ask(by, 'DELETE', `/api/sprints/${id}/members?userId=${api.people[who].userId.toUpperCase()}`)
  const proposals = async (): Promise<Proposal[]> =>
    await api.database.sql<Proposal[]>`
      SELECT type, day, from_words AS "from", to_words AS "to" FROM sprint_proposal
      WHERE sprint_id = ${id} AND line IS NULL AND set_aside_at IS NULL ORDER BY made_at, day`
  /** The agenda with another length of the first work block of Wednesday. */
  function longer(minutes: number, agenda: Agenda = sprint.agenda): Agenda {
    const copy = structuredClone(agenda)
    const block = copy.days.find(({ key }) => key === 'wed')?.blocks.find(({ kind }) => kind === 'work')
    if (block === undefined) throw new Error('no work on Wednesday')
    block.minutes = minutes
    return copy
  }

  describe('the agenda', () => {
    test('is changed by whoever saw its newest version', async () => {
      const response = await putAgenda(longer(25))
      expect(await response.json()).toEqual({ version: 2 })
      const after = await readSprint(api, api.people.viewer, id)
      expect([after.agendaVersion, after.agenda]).toEqual([2, longer(25)])
      expect((await putAgenda(longer(35))).status).toBe(409)
      expect((await readSprint(api, api.people.owner, id)).agenda).toEqual(longer(25))
      expect((await putAgenda(longer(35), 2)).status).toBe(200)
    })

    test('of two at once one wins', async () => {
      const statuses = await Promise.all([putAgenda(longer(25)), putAgenda(longer(35))])
      expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 409])
    })

    test('a block that is taken out is not what the team is at', async () => {
      await bringTo(api, api.people.owner, id, 'running')
      const [first, second] = sprint.agenda.days.find(({ key }) => key === 'tue')?.blocks ?? []
      const begin = (block: string | undefined) => api.ask(api.people.owner, 'PUT', `/api/sprints/${id}/now`, { block })
      await begin(second?.id)
      const without = structuredClone(sprint.agenda)
      for (const day of without.days) day.blocks = day.blocks.filter((block) => block.id !== first?.id)
      expect((await putAgenda(without)).status).toBe(200)
      expect((await readSprint(api, api.people.owner, id)).now?.block).toBe(second?.id)
      for (const day of without.days) day.blocks = day.blocks.filter((block) => block.id !== second?.id)
      expect((await putAgenda(without, 2)).status).toBe(200)
      expect((await readSprint(api, api.people.owner, id)).now).toBeNull()
    })

    test('that contradicts itself is refused', async () => {
      const broken = (change: (agenda: Agenda) => void): Agenda => {
        const agenda = structuredClone(sprint.agenda)
        change(agenda)
        return agenda
      }
      const day = (agenda: Agenda, index = 2) => agenda.days[index] as Agenda['days'][number]
      const hostile: unknown[] = [
        broken((agenda) => agenda.days.pop()),
        broken((agenda) => agenda.days.push(day(agenda))),
        broken((agenda) => day(agenda).blocks.push(...day(agenda, 3).blocks)),
        broken((agenda) => Object.assign(day(agenda), { lastDate: '2026-01-01' })),
        broken((agenda) => Object.assign(day(agenda), { date: '2026-09-31' })),
        broken((agenda) => day(agenda).blocks[0]?.boards.push('T99')),
        broken((agenda) => day(agenda).blocks[0]?.boards.push('__proto__')),
        broken((agenda) => Object.assign(day(agenda).blocks[0] ?? {}, { minutes: 0 })),
        broken((agenda) => Object.assign(day(agenda).blocks[0] ?? {}, { title: 'x\u0000' })),
        broken((agenda) => Object.assign(day(agenda), { extra: true })),
        { days: [] },
        { days: Array.from({ length: 61 }, () => day(sprint.agenda)) },
        'tomorrow',
        null,
      ]
      for (const agenda of hostile) expect((await putAgenda(agenda)).status).toBe(400)
      for (const version of [null, '1', 1.5]) expect((await putAgenda(sprint.agenda, version)).status).toBe(400)
      const long = broken((agenda) => {
        const block = day(agenda).blocks[0] as Agenda['days'][number]['blocks'][number]
        for (const [at, one] of agenda.days.entries()) {
          one.blocks = Array.from({ length: 40 }, (_, index) => {
            return { ...block, id: `b${at}-${index}`, title: 'å'.repeat(120), note: 'å'.repeat(300) }
          })
        }
      })
      expect((await putAgenda(long)).status).toBe(413)
      expect((await readSprint(api, api.people.owner, id)).agenda).toEqual(sprint.agenda)
    })
  })

  describe('what is proposed for the log', () => {
    test('nothing while the sprint is prepared', async () => {
      await putAgenda(longer(25))
      await remove('editor')
      await api.ask(api.people.owner, 'PATCH', `/api/sprints/${id}/boards/${sprint.boards[0]?.id}`, { day: 'fri' })
      expect(await proposals()).toEqual([])
    })

    test('a day whose plan changed: a line, which goes on with it, and is gone when all is as it was', async () => {
      await bringTo(api, api.people.owner, id, 'running')
      await putAgenda(longer(25))
      const [line, ...others] = await proposals()
      expect(others).toEqual([])
      expect(line).toMatchObject({ type: 'plan', day: 'wed' })
      expect(line?.from).toBe('onsdag 9. september: Rejsen genlæses, 30 min.')
      expect(line?.to).toBe('onsdag 9. september: Rejsen genlæses, 25 min.')
      await putAgenda(longer(35), 2)
      const [next, ...more] = await proposals()
      expect(more).toEqual([])
      expect(next?.from).toBe(line?.from)
      expect(next?.to).toBe('onsdag 9. september: Rejsen genlæses, 35 min.')
      await putAgenda(sprint.agenda, 3)
      expect(await proposals()).toEqual([])
      // A change that somebody else forestalled proposes nothing.
      expect((await putAgenda(longer(45), 3)).status).toBe(409)
      expect(await proposals()).toEqual([])
    })

    test('a board on another day, by the days’ names', async () => {
      await bringTo(api, api.people.owner, id, 'running')
      const [board] = sprint.boards
      const path = `/api/sprints/${id}/boards/${board?.id}`
      const before = sprint.agenda.days.find((day) => day.key === board?.day)?.title
      await api.ask(api.people.owner, 'PATCH', path, { day: 'fri' })
      const [line, ...others] = await proposals()
      expect(others).toEqual([])
      expect(line).toEqual({
        type: 'plan',
        day: 'fri',
        from: `${board?.title}: ${before}`,
        to: `${board?.title}: fredag 11. september`,
      })
      await api.ask(api.people.owner, 'PATCH', path, { day: 'fri', sensitivity: 'locked' })
      expect(await proposals()).toHaveLength(1)
    })

    test('somebody who leaves the team, by role and without a name; not an observer', async () => {
      await bringTo(api, api.people.owner, id, 'running')
      await remove('viewer')
      expect(await proposals()).toEqual([])
      await remove('editor', api.people.editor)
      expect(await proposals()).toEqual([
        { type: 'team', day: null, from: '2 i teamet', to: '1 i teamet – en deltager fra teamet er ikke med længere' },
      ])
    })
  })

  describe('the team', () => {
    test('needs somebody who leads it, also when two leave at once', async () => {
      const { owner, editor } = api.people
      expect((await remove('owner', owner)).status).toBe(409)
      expect((await put('owner', 'member')).status).toBe(409)
      expect((await put('owner', 'facilitator')).status).toBe(204)
      expect((await put('editor', 'facilitator')).status).toBe(204)
      const statuses = await Promise.all([remove('owner', owner), remove('editor', editor)])
      expect(statuses.map(({ status }) => status).toSorted()).toEqual([204, 409])
      const [row] = await api.database.sql`
        SELECT count(*)::int AS leads FROM sprint_member WHERE sprint_id = ${id} AND role = 'facilitator'`
      expect(row?.leads).toBe(1)
    })

    test('who is not there is not taken out, and who is unknown is not taken in', async () => {
      expect((await remove('stranger')).status).toBe(404)
      const body = { userId: randomUUID(), role: 'member' }
      expect((await api.ask(api.people.owner, 'PUT', `/api/sprints/${id}/members`, body)).status).toBe(404)
      for (const role of ['owner', 'commissioner', '', null])
        expect((await put('stranger', role as string)).status).toBe(400)
      for (const query of ['', '?userId=x', `?userId=${randomUUID()}&userId=${randomUUID()}`]) {
        expect((await api.ask(api.people.owner, 'DELETE', `/api/sprints/${id}/members${query}`)).status).toBe(400)
      }
      expect((await readSprint(api, api.people.owner, id)).team).toEqual(sprint.team)
    })

    test('everybody may leave, and is a stranger then', async () => {
      expect((await remove('viewer', api.people.viewer)).status).toBe(204)
      expect((await api.ask(api.people.viewer, 'GET', `/api/sprints/${id}`)).status).toBe(404)
    })
  })

  describe('a duplicate', () => {
    const duplicate = async (who: PersonName, body: unknown) =>
      await api.ask(api.people[who], 'POST', `/api/sprints/${id}/duplicate`, body)

    test('has the plan as it is now, the team, and boards that begin anew', async () => {
      const { owner } = api.people
      await putAgenda(longer(25))
      const added = { title: 'Blank', day: 'tue' }
      await api.ask(owner, 'POST', `/api/sprints/${id}/boards`, added)
      const own = { title: 'Kort', day: 'wed', templateId: 'mulighedsrum', short: true }
      await api.ask(owner, 'POST', `/api/sprints/${id}/boards`, own)
      const [first, second] = sprint.boards
      await api.ask(owner, 'PATCH', `/api/sprints/${id}/boards/${first?.id}`, { day: 'fri', sensitivity: 'restricted' })
      await api.ask(owner, 'DELETE', `/api/boards/${second?.id}`)
      await bringTo(api, owner, id, 'running')
      const source = await readSprint(api, owner, id)

      const response = await duplicate('editor', { startDate: '2026-10-05' })
      expect(response.status).toBe(201)
      const copy = await readSprint(api, api.people.editor, ((await response.json()) as { id: string }).id)
      expect(sprintSchema.parse(copy)).toMatchObject({
        title: source.title,
        challenge: source.challenge,
        commissioner: source.commissioner,
        status: 'preparation',
        startDate: '2026-10-05',
        lastDate: '2026-10-12',
        // Whoever duplicated it is of both.
        previous: { id, title: source.title },
        next: [],
        place: 'facilitator',
        now: null,
        purpose: null,
      })
      expect(copy.team.map(({ name, role }) => [name, role]).toSorted()).toEqual([
        ['editor', 'facilitator'],
        ['owner', 'facilitator'],
        ['viewer', 'observer'],
      ])
      const told = ({ boards }: Sprint) =>
        boards.map(({ key, title, day, phase, sensitivity, templateId }) => [
          key,
          title,
          day,
          phase,
          sensitivity,
          templateId,
        ])
      expect(told(copy)).toEqual(told(source))
      expect(copy.boards.some((board) => source.boards.some((other) => other.id === board.id))).toBe(false)
      expect(copy.agenda.days.find(({ key }) => key === 'wed')?.date).toBe('2026-10-07')
      const timeless = ({ agenda }: Sprint) => agenda.days.map((day) => ({ ...day, date: '', lastDate: '' }))
      expect(timeless(copy)).toEqual(timeless(source))
      const [short] = await api.database.sql`
        SELECT sprint_short FROM board WHERE sprint_id = ${copy.id} AND title = 'Kort'`
      expect(short?.sprint_short).toBe(true)
    })

    test('starts when its programme starts, and may be called otherwise', async () => {
      expect((await duplicate('owner', { startDate: '2026-10-06' })).status).toBe(400)
      const response = await duplicate('owner', { startDate: '2026-09-07', title: 'Anden runde' })
      const copy = await readSprint(api, api.people.owner, ((await response.json()) as { id: string }).id)
      expect([copy.title, copy.agenda]).toEqual(['Anden runde', sprint.agenda])
    })

    test('of one without boards has none', async () => {
      for (const { id: board } of sprint.boards) await api.ask(api.people.owner, 'DELETE', `/api/boards/${board}`)
      const response = await duplicate('owner', { startDate: '2026-10-05' })
      expect(response.status).toBe(201)
      expect((await readSprint(api, api.people.owner, ((await response.json()) as { id: string }).id)).boards).toEqual(
        [],
      )
    })
  })
})

import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { choose, listSnapshots, makeDraft, publish } from '../../test-support/snapshot-api.ts'
import { createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

describeDatabases('answers to snapshots', (open) => {
  const api = useBoardApi(open)

  async function asked(over: Record<string, unknown> = {}) {
    const { owner, editor, manager } = api.people
    const commissioner = { name: manager.name, userId: manager.userId }
    const sprint = await createSprint(api, owner, {
      ...{ programmeId: 'half-day-d', team: [inTeam(editor, 'member')], commissioner },
      ...over,
    })
    const path = `/api/sprints/${sprint}`
    const { boards } = await readSprint(api, owner, sprint)
    const id = await makeDraft(api, owner, `/api/boards/${boards.at(-1)?.id}`)
    await choose(api, owner, id, { question: 'Er mandatet stort nok?' })
    await publish(api, owner, id)
    const log = async () => (await (await api.ask(owner, 'GET', `${path}/log`)).json()) as SprintLog
    return { id, path, log }
  }

  test('become decisions in the log, in neutral words and without a name, and stay on the snapshot', async () => {
    const { manager, owner } = api.people
    const { id, path, log } = await asked()
    const answer = { answer: 'yes-but', words: 'Kun til og med uge 40' }
    expect((await api.ask(manager, 'POST', `/api/snapshots/${id}/answers`, answer)).status).toBe(204)
    // A second press of the same button.
    expect((await api.ask(manager, 'POST', `/api/snapshots/${id}/answers`, answer)).status).toBe(204)
    await api.snapshots.doors.answers.add(id, { answer: 'call-me', words: '' }, null)
    const { decisions } = await log()
    expect(
      decisions.map(({ words, reason, decidedBy, byRole, kind }) => [words, reason, decidedBy, byRole, kind]),
    ).toEqual([
      [
        'Svar på spørgsmålet »Er mandatet stort nok?« (øjebliksbillede 1): Ja, med forbehold',
        'Kun til og med uge 40',
        'Opgavestilleren',
        'commissioner',
        'decision',
      ],
      [
        'Svar på spørgsmålet »Er mandatet stort nok?« (øjebliksbillede 1): Ring til mig',
        '',
        'En leder, via link',
        'commissioner',
        'decision',
      ],
    ])
    const [snapshot] = await listSnapshots(api, owner, path)
    expect(snapshot?.answers.map(({ answer, words }) => [answer, words])).toEqual([
      ['yes-but', 'Kun til og med uge 40'],
      ['call-me', ''],
    ])
    const { sql } = api.database
    await expect(sql`UPDATE snapshot_answer SET words = 'Nej' WHERE snapshot_id = ${id}`).rejects.toThrow(
      /never changed/,
    )
    await expect(sql`DELETE FROM snapshot_answer WHERE snapshot_id = ${id}`).rejects.toThrow(/never changed/)
  })

  test('are written with their decision or not at all, and once however often the button is pressed at once', async () => {
    const { manager, owner } = api.people
    const { id, path, log } = await asked()
    const { sql } = api.database
    const send = () => api.ask(manager, 'POST', `/api/snapshots/${id}/answers`, { answer: 'no', words: 'Ikke endnu' })
    const given = async () => (await listSnapshots(api, owner, path))[0]?.answers.length
    // What a server does that stops when the decision is written and the answer is not.
    await sql`CREATE FUNCTION stop_between() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'stopped between'; END $$`
    await sql`CREATE TRIGGER stop_between BEFORE INSERT ON snapshot_answer FOR EACH ROW EXECUTE FUNCTION stop_between()`
    try {
      await expect(
        api.snapshots.doors.answers.add(id, { answer: 'no', words: 'Ikke endnu' }, manager.userId),
      ).rejects.toThrow('stopped between')
    } finally {
      await sql`DROP TRIGGER stop_between ON snapshot_answer`
      await sql`DROP FUNCTION stop_between`
    }
    expect([(await log()).decisions.length, await given()]).toEqual([0, 0])
    expect((await Promise.all([send(), send(), send()])).map(({ status }) => status)).toEqual([204, 204, 204])
    expect([(await log()).decisions.length, await given()]).toEqual([1, 1])
    const rows = await sql<{ decision: number }[]>`SELECT decision FROM snapshot_answer WHERE snapshot_id = ${id}`
    expect(rows.map(({ decision }) => decision)).toEqual([1])
  })

  test('are said in the language of the sprint', async () => {
    const { manager } = api.people
    for (const [locale, words] of [
      ['en', 'Answer to the question “Er mandatet stort nok?” (snapshot 1): No'],
      ['nb', 'Svar på spørsmålet «Er mandatet stort nok?» (øyeblikksbilde 1): Nei'],
    ]) {
      const { id, log } = await asked({ locale })
      await api.ask(manager, 'POST', `/api/snapshots/${id}/answers`, { answer: 'no', words: '' })
      expect((await log()).decisions.map((decision) => decision.words)).toEqual([words])
    }
  })

  test('are refused from the team, on drafts, in other words, and when the sprint is archived', async () => {
    const { owner, manager, stranger } = api.people
    const { id, path } = await asked()
    const at = (who: typeof owner, body: unknown, to = id) => api.ask(who, 'POST', `/api/snapshots/${to}/answers`, body)
    const yes = { answer: 'yes', words: '' }
    const statuses = [
      await at(owner, yes),
      await at(stranger, yes),
      await at(manager, { answer: 'perhaps', words: '' }),
      await at(manager, { answer: 'yes', words: 'x'.repeat(301) }),
      await at(manager, yes, await makeDraft(api, owner, path)),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([403, 404, 400, 400, 404])
    for (const status of ['running', 'finished', 'archived']) await api.ask(owner, 'PUT', `${path}/status`, { status })
    expect((await at(manager, yes)).status).toBe(403)
    await expect(api.snapshots.doors.answers.add(id, { answer: 'yes', words: '' }, null)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

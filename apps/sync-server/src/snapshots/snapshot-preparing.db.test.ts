import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { listSnapshots, makeDraft, readSnapshot } from '../../test-support/snapshot-api.ts'
import { bringTo, createSprint, inTeam } from '../../test-support/sprint-api.ts'

describeDatabases('at the end of a day of a sprint', (open) => {
  const api = useBoardApi(open)

  /** From Monday 7 September 2026; in Copenhagen the clock is two hours ahead. */
  async function running() {
    const { owner, editor, viewer } = api.people
    const team = [inTeam(editor, 'member'), inTeam(viewer, 'observer')]
    const id = await createSprint(api, owner, { team })
    await bringTo(api, owner, id, 'running')
    return { id, path: `/api/sprints/${id}` }
  }
  const at = (moment: string) => {
    api.clock.now = new Date(moment)
    return api.snapshots.prepare()
  }

  test('a draft is prepared once, for those who may make one, and nobody publishes it by itself', async () => {
    const { owner, editor, viewer } = api.people
    const { path } = await running()
    expect(await at('2026-09-07T13:30:00Z')).toBe(0)
    // The wrap-up of Monday ends at 15.45.
    expect(await at('2026-09-07T13:44:00Z')).toBe(0)
    expect(await at('2026-09-07T13:46:00Z')).toBe(1)
    expect(await at('2026-09-07T13:51:00Z')).toBe(0)
    const [draft, ...others] = await listSnapshots(api, editor, path)
    expect(draft).toMatchObject({
      status: 'draft',
      prepared: true,
      day: 'mon',
      title: 'Mandag: Fundamentet',
      number: null,
    })
    expect(others).toEqual([])
    expect(await listSnapshots(api, viewer, path)).toEqual([])

    const { content } = await readSnapshot(api, owner, draft?.id ?? '')
    expect(content.parts.map(({ notReached }) => notReached)).toEqual(Array(8).fill(true))
    expect((await listSnapshots(api, editor, path))[0]?.prepared).toBe(false)

    // Thrown away it does not come back; the next day has its own.
    await api.ask(owner, 'DELETE', `/api/snapshots/${draft?.id}`)
    expect(await at('2026-09-07T20:00:00Z')).toBe(0)
    expect(await at('2026-09-08T20:00:00Z')).toBe(1)
    expect((await listSnapshots(api, owner, path)).map(({ day }) => day)).toEqual(['tue'])
  })

  test('none is prepared where somebody made one, in a sprint that does not run, for days without, or long past', async () => {
    const { owner } = api.people
    const prepared = await createSprint(api, owner)
    const { path } = await running()
    await makeDraft(api, owner, path, 'wed')
    const mine = async () => (await listSnapshots(api, owner, path)).map(({ day }) => day)
    await at('2026-09-09T20:00:00Z')
    // Tuesday is made up for, as after a night in which the server stood still.
    expect((await mine()).toSorted()).toEqual(['tue', 'wed'])
    // Saturday night: the weekend has no snapshot; Thursday is long past.
    await at('2026-09-12T20:00:00Z')
    expect((await mine()).toSorted()).toEqual(['fri', 'tue', 'wed'])
    expect(await listSnapshots(api, owner, `/api/sprints/${prepared}`)).toEqual([])
  })
})

import type { Phase } from '@samtavle/shared/agenda'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { choose, makeDraft, publish, readSnapshot } from '../../test-support/snapshot-api.ts'
import { createSprint, readSprint } from '../../test-support/sprint-api.ts'
import { createProcessModelService } from '../organisation/process-model-service.ts'
import { createSettingStore } from '../organisation/setting-store.ts'

describeDatabases('what a snapshot calls the phases of its day', (open) => {
  const api = useBoardApi(open)

  test('is what the organisation called them when it was frozen, on its page and for ever', async () => {
    const { owner, administrator } = api.people
    const model = createProcessModelService({ settings: createSettingStore(api.database.sql), now: () => new Date() })
    const called = async (word: string) => {
      const now = await model.read()
      const phases = { ...now.phases }
      for (const phase of Object.keys(phases) as Phase[]) {
        phases[phase] = { ...phases[phase], word: { da: `${word} ${phase}`, en: `en ${phase}`, nb: `nb ${phase}` } }
      }
      await model.change(administrator, { ...now, phases })
    }
    await called('Vores')
    const sprint = await createSprint(api, owner, { programmeId: 'express', title: 'Hjem med hjælp' })
    const [board] = (await readSprint(api, owner, sprint)).boards
    const id = await makeDraft(api, owner, `/api/sprints/${sprint}`, 'day1')
    const all = (await readSnapshot(api, owner, id)).sections ?? []
    await choose(api, owner, id, { parts: all.filter(({ boardId }) => boardId === board?.id).map(({ key }) => key) })
    const dayOf = async (): Promise<NonNullable<SnapshotContent['sprint']>['day']> =>
      (await readSnapshot(api, owner, id)).content.sprint?.day ?? null
    const { sha256 } = await publish(api, owner, id)
    const day = await dayOf()
    expect(day?.phases.length).toBeGreaterThan(0)
    expect(day?.phaseWords).toEqual(day?.phases.map((phase) => `Vores ${phase}`))
    await called('Kvarts')
    expect(await dayOf()).toEqual(day)
    expect((await readSnapshot(api, owner, id)).snapshot.sha256).toBe(sha256)
    const page = await (await api.ask(owner, 'GET', `/api/snapshots/${id}/page`)).text()
    expect(page).toContain(`Vores ${day?.phases[0]}`)
    expect(page).not.toContain('Kvarts')
    // A draft follows what they are called now.
    const draft = await makeDraft(api, owner, `/api/sprints/${sprint}`, 'day1')
    expect((await readSnapshot(api, owner, draft)).content.sprint?.day?.phaseWords?.[0]).toMatch(/^Kvarts /)
  }, 60_000)
})

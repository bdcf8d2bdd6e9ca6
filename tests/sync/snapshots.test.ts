import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { encodeSeed } from '@samtavle/shared/board-doc'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../apps/sync-server/src/rooms/clock.ts'
import { type FreezeJob, freeze } from '../../apps/sync-server/src/snapshots/freeze.ts'
import { createFreezer } from '../../apps/sync-server/src/snapshots/freezer.ts'
import { listTemplates } from '../../packages/templates/src/catalog.ts'
import { instantiateTemplate } from '../../packages/templates/src/instantiate.ts'

const SCRIPT = join(import.meta.dirname, '../../apps/sync-server/dist/freeze-worker.js')
const BOARD = '11111111-1111-4111-8111-111111111111'

function job(payload?: Uint8Array): FreezeJob {
  let id = 0
  const template = listTemplates().find((one) => one.number === 'T02')
  if (template === undefined) throw new Error('there is no such template')
  const records = instantiateTemplate(template, {
    locale: 'da',
    examples: true,
    short: false,
    newId: () => `id${id++}`,
  })
  const parts = records.filter(({ type }) => type === 'frame').map((frame) => `${BOARD}/${frame.id}`)
  const choice = {
    ...{ title: 'T', status: '', question: '', parts, withoutShapes: [], withoutRoles: [] },
    ...{ withExamples: true, withPictures: true },
  }
  const at = {
    locale: 'da',
    madeAt: '2026-09-07T14:00:00.000Z',
    madeBy: 'member',
    sprint: null,
    people: [],
    choice,
  } as const
  const board = { id: BOARD, key: 'b', title: 'Fundament', isRestricted: false, generation: 1 }
  return {
    composition: at,
    ...{ purpose: null, previous: null, want: { kind: 'everything' } },
    boards: [{ ...board, payloads: [payload ?? encodeSeed(records)] }],
  }
}

describe('the thread that freezes snapshots, as it is built', () => {
  test('says what this thread would say, and draws and zips the same', async () => {
    expect(existsSync(SCRIPT)).toBe(true)
    const freezer = createFreezer(systemClock, pathToFileURL(SCRIPT))
    const here = job()
    const [theirs, again] = await Promise.all([freezer.freeze(here), freezer.freeze(here)])
    const ours = freeze(here)
    expect(theirs.content).toBe(ours.content)
    expect(again.content).toBe(ours.content)
    const sums = (frozen: typeof ours) =>
      [...frozen.pictures, ...frozen.sources].map(({ sha256, bytes }) => [Buffer.from(sha256).toString('hex'), bytes])
    expect(sums(theirs)).toEqual(sums(ours))
    expect(theirs.pictures.length).toBeGreaterThan(20)
    await freezer.close()
  })

  test('tells what went wrong, and goes on', async () => {
    const freezer = createFreezer(systemClock, pathToFileURL(SCRIPT))
    await expect(freezer.freeze(job(new Uint8Array([1, 2, 3])))).rejects.toThrow()
    expect((await freezer.freeze(job())).pictures.length).toBeGreaterThan(20)
    await freezer.close()
    await expect(freezer.freeze(job())).rejects.toThrow('the server stops')
  })
})

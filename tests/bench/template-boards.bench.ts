/**
 * Creating a board from each template over HTTP, on PostgreSQL: the median and the slowest of 20 for each of the
 * built-in ones, with examples, and for one of the organisation's own that was made of the largest of them. Writes
 * `results/template-boards.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TemplateSummary } from '@samtavle/shared/api'
import { type ApiSession, signIn } from '../support/api-session.ts'
import { startPostgresServer } from '../support/postgres-server.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { median } from './board-openings.ts'

const ROUNDS = 20
const GOAL_MS = 300

type Timing = { template: string; medianMs: number; slowestMs: number }

async function measure(session: ApiSession, template: string, templateId: string): Promise<Timing> {
  const times: number[] = []
  // The first of each reads the template and is for the caches of the disk.
  for (let round = -1; round < ROUNDS; round++) {
    const began = performance.now()
    await session.ask('POST', '/api/boards', { title: template, templateId, examples: true })
    if (round >= 0) times.push(performance.now() - began)
  }
  return { template, medianMs: Number(median(times).toFixed(1)), slowestMs: Number(Math.max(...times).toFixed(1)) }
}

async function ownTemplate(session: ApiSession, source: string): Promise<string> {
  const { id: boardId } = await session.ask<{ id: string }>('POST', '/api/boards', {
    title: 'Egen',
    templateId: source,
    examples: true,
  })
  const name = { da: 'Egen', en: '', nb: '' }
  const about = { name, purpose: name, phase: 'all', toolType: null, steps: [] }
  const spans = { minutes: { least: 30, most: 60 }, people: { least: 3, most: 8 } }
  const body = { boardId, about: { ...about, ...spans } }
  return (await session.ask<{ id: string }>('POST', '/api/templates', body)).id
}

const postgres = await startPostgresServer()
const server = await spawnServer({ env: { DATABASE_URL: postgres.url, RATE_LIMITS: 'off' } })
try {
  const session = await signIn(server, ADMINISTRATOR)
  const { templates } = await session.ask<{ templates: TemplateSummary[] }>('GET', '/api/templates')
  const timings: Timing[] = []
  for (const { number, id } of templates) timings.push(await measure(session, `${number} ${id}`, id))
  const largest = timings.toSorted((a, b) => b.medianMs - a.medianMs)[0]
  if (largest === undefined) throw new Error('there are no templates')
  const source = largest.template.split(' ')[1] ?? ''
  timings.push(await measure(session, `own, of ${source}`, await ownTemplate(session, source)))
  const slowestMedianMs = Math.max(...timings.map(({ medianMs }) => medianMs))
  const result = {
    measured: new Date().toISOString().slice(0, 10),
    node: process.version,
    rounds: ROUNDS,
    goalMs: GOAL_MS,
    slowestMedianMs,
    met: slowestMedianMs < GOAL_MS,
    templates: timings,
  }
  console.log(JSON.stringify(result, null, 2))
  await writeFile(join(import.meta.dirname, 'results/template-boards.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await server.close()
  await postgres.stop()
}

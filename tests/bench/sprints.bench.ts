/**
 * Pages of sprints over HTTP, on PostgreSQL: one person in 30 sprints with all their boards asks for the list of
 * sprints, one sprint and the list of boards, 100 times each. And how long creating a sprint takes, there and on the
 * embedded database, and how long others wait for an answer meanwhile. Writes `results/sprints.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ApiSession, createPerson, signIn } from '../support/api-session.ts'
import { startPostgresServer } from '../support/postgres-server.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { median, percentile } from './sync/statistics.ts'

const SPRINTS = 30
const ROUNDS = 100
const GOAL_MS = 100
/** Creating one may take this long on the embedded database. */
const CREATE_GOAL_MS = 2_000

const rounded = (value: number): number => Number(value.toFixed(1))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function figuresOf(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    medianMs: rounded(median(sorted)),
    p95Ms: rounded(percentile(sorted, 95)),
    slowestMs: rounded(sorted.at(-1) ?? 0),
  }
}

/** Creates sprints one after another, while somebody else asks who they are, again and again. */
async function createSprints(leader: ApiSession, other: ApiSession, team: readonly string[], count: number) {
  const creations: number[] = []
  const waits: number[] = []
  let creating = true
  const asking = (async () => {
    while (creating) waits.push(await timed(() => other.ask('GET', '/api/me')))
  })()
  const ids: string[] = []
  for (let number = 1; number <= count; number++) {
    const request = {
      title: `Sprint ${number}`,
      challenge: 'Jeg venter tre måneder på en rollator.',
      startDate: '2026-11-23',
      programmeId: 'monday-to-monday',
      examples: true,
      commissioner: { name: 'Bente Chef', userId: null },
      team: team.map((userId) => ({ userId, role: 'member' })),
    }
    creations.push(
      await timed(async () => ids.push((await leader.ask<{ id: string }>('POST', '/api/sprints', request)).id)),
    )
  }
  creating = false
  await asking
  return { ids, create: figuresOf(creations), othersWait: figuresOf(waits) }
}

async function measurePages(session: ApiSession, ids: readonly string[]) {
  const { boards } = await session.ask<{ boards: unknown[] }>('GET', `/api/sprints/${ids[0]}`)
  const pages = []
  for (const [page, path] of [
    ['GET /api/sprints', '/api/sprints'],
    ['GET /api/sprints/:id', `/api/sprints/${ids[0]}`],
    ['GET /api/boards', '/api/boards'],
  ] as const) {
    const times: number[] = []
    // The first rounds are for the caches of the database and the run time.
    for (let round = -10; round < ROUNDS; round++) {
      const time = await timed(() => session.ask('GET', path))
      if (round >= 0) times.push(time)
    }
    pages.push({ page, ...figuresOf(times) })
  }
  return { boardsEach: boards.length, pages }
}

async function peopleOf(server: { url: string; origin: string }) {
  const leader = await signIn(server, ADMINISTRATOR)
  const members = [await createPerson(leader), await createPerson(leader), await createPerson(leader)]
  return { leader, member: members[0]?.session ?? leader, ids: members.map(({ id }) => id) }
}

async function onPostgres() {
  const postgres = await startPostgresServer()
  const server = await spawnServer({ env: { DATABASE_URL: postgres.url, RATE_LIMITS: 'off' } })
  try {
    const { leader, member, ids: team } = await peopleOf(server)
    const { ids, ...creation } = await createSprints(leader, member, team, SPRINTS)
    return { ...creation, ...(await measurePages(member, ids)) }
  } finally {
    await server.close()
    await postgres.stop()
  }
}

async function onEmbedded() {
  const server = await spawnServer({ env: { RATE_LIMITS: 'off' } })
  try {
    const { leader, member, ids: team } = await peopleOf(server)
    const { ids: _, ...creation } = await createSprints(leader, member, team, 5)
    return creation
  } finally {
    await server.close()
  }
}

const postgresFigures = await onPostgres()
const embedded = await onEmbedded()
const slowestP95Ms = Math.max(...postgresFigures.pages.map(({ p95Ms }) => p95Ms))
const result = {
  measured: new Date().toISOString().slice(0, 10),
  node: process.version,
  sprints: SPRINTS,
  rounds: ROUNDS,
  goalMs: GOAL_MS,
  slowestP95Ms,
  met: slowestP95Ms < GOAL_MS && embedded.create.medianMs < CREATE_GOAL_MS,
  postgres: postgresFigures,
  embedded,
}
console.log(JSON.stringify(result, null, 2))
await writeFile(join(import.meta.dirname, 'results/sprints.json'), `${JSON.stringify(result, null, 2)}\n`)

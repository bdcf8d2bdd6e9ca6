import type { Readiness } from './http/http-app.ts'
import type { Clock } from './rooms/clock.ts'

/** How long the database has to answer, in milliseconds: probes are usually given a second or more. */
export const PROBE_MS = 800
/** A question that is unanswered for so long is given up, and another one is asked. */
const PROBE_GIVEN_UP_MS = 10_000

export type ReadinessDeps = {
  /** The newest migration that the database has. */
  newestMigration: () => Promise<number>
  /** The one that this server needs. */
  expected: number
  /** What an operator should change about the database. */
  warnings: readonly string[]
  /** False while updates do not become durable. */
  roomsHealthy: () => boolean
  clock: Clock
}

type Probe = { since: number; outcome: Promise<string | null> }

/**
 * Whether the server can do its work, answered within `PROBE_MS` whatever state the database is in. At most one question
 * waits in the pool: a probe every few seconds must not fill a pool that a frozen database has stopped.
 */
export function createReadiness(deps: ReadinessDeps): () => Promise<Readiness> {
  const { newestMigration, expected, warnings, roomsHealthy, clock } = deps
  let probe: Probe | undefined

  /** Null when all is well, else what is not. */
  async function ask(): Promise<string | null> {
    try {
      return (await newestMigration()) < expected ? 'migrations are missing' : null
    } catch {
      return 'the database does not answer'
    }
  }

  function current(): Probe {
    if (probe !== undefined && clock.now() - probe.since < PROBE_GIVEN_UP_MS) return probe
    const started: Probe = { since: clock.now(), outcome: ask() }
    probe = started
    void started.outcome.then(() => {
      if (probe === started) probe = undefined
    })
    return started
  }

  return async () => {
    // Known without asking; and a database that answers small questions may still store nothing.
    if (!roomsHealthy()) return { ready: false, state: 'updates are not being stored', warnings }
    let cancel = () => {}
    const late = new Promise<string>((resolve) => {
      cancel = clock.after(PROBE_MS, () => resolve('the database does not answer'))
    })
    const problem = await Promise.race([current().outcome, late])
    cancel()
    if (problem !== null) return { ready: false, state: problem, warnings }
    // Meanwhile it may have turned out otherwise.
    if (!roomsHealthy()) return { ready: false, state: 'updates are not being stored', warnings }
    return { ready: true, state: warnings.length === 0 ? 'ready' : 'degraded', warnings }
  }
}

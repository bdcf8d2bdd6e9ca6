import { randomUUID } from 'node:crypto'
import type { FilingProgress } from '@samtavle/shared/filing-api'
import type { Clock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'

/** How long a package can be fetched, in milliseconds; afterwards it is made anew. */
const KEPT_MS = 30 * 60 * 1000
/** Packages that are kept, of all sprints. */
const KEPT = 6

/** Why a package is not made; what it says is told to who asked for it. */
export class FilingFailure extends Error {
  override readonly name = 'FilingFailure'
  readonly reason: NonNullable<FilingProgress['failure']>

  constructor(reason: NonNullable<FilingProgress['failure']>) {
    super(reason)
    this.reason = reason
  }
}

export type FilingPackage = { fileName: string; bytes: Uint8Array }
/** Tells how far it is. @throws when the job was cancelled */
export type Tell = (step: FilingProgress['step'], done: number) => void
type Job = { sprintId: string; progress: FilingProgress; made: FilingPackage | null; forget: () => void }

export type FilingJobs = ReturnType<typeof createFilingJobs>

/** Packages that are being made or can be fetched: in memory, because a restart only means asking again. */
export function createFilingJobs(deps: { clock: Clock; log: RoomLog }) {
  const { clock, log } = deps
  const jobs = new Map<string, Job>()

  function remove(id: string): void {
    jobs.get(id)?.forget()
    jobs.delete(id)
  }

  function find(sprintId: string, id: string): Job | undefined {
    const job = jobs.get(id)
    return job?.sprintId === sprintId ? job : undefined
  }

  return {
    /** How many are being made. */
    working: (): number => [...jobs.values()].filter(({ progress }) => progress.status === 'working').length,

    /** Begins one; another one of the same sprint ends. */
    start(sprintId: string, total: number, make: (tell: Tell) => Promise<FilingPackage>): string {
      for (const [id, job] of jobs) if (job.sprintId === sprintId) remove(id)
      for (const id of [...jobs.keys()].slice(0, Math.max(0, jobs.size - KEPT + 1))) remove(id)
      const id = randomUUID()
      const start = { step: 'snapshots', done: 0, total, bytes: null, fileName: null, failure: null } as const
      const job: Job = { sprintId, progress: { status: 'working', ...start }, made: null, forget: () => {} }
      jobs.set(id, job)
      const tell: Tell = (step, done) => {
        if (jobs.get(id) !== job) throw new Error('the package was cancelled')
        job.progress = { ...job.progress, step, done }
      }
      make(tell)
        .then((made) => {
          tell('packing', total)
          job.made = made
          const { fileName, bytes } = made
          job.progress = { ...job.progress, status: 'ready', fileName, bytes: bytes.byteLength }
        })
        .catch((error: unknown) => {
          if (jobs.get(id) !== job) return
          const failure = error instanceof FilingFailure ? error.reason : 'internal'
          if (failure === 'internal') log.warn({ err: error }, 'a filing package was not made')
          job.progress = { ...job.progress, status: 'failed', failure }
        })
        .finally(() => {
          job.forget = clock.after(KEPT_MS, () => remove(id))
        })
      return id
    },

    progress: (sprintId: string, id: string): FilingProgress | undefined => find(sprintId, id)?.progress,
    made: (sprintId: string, id: string): FilingPackage | undefined => find(sprintId, id)?.made ?? undefined,

    /** Cancels it, or forgets it when it is ready; false when there is none. */
    remove(sprintId: string, id: string): boolean {
      if (find(sprintId, id) === undefined) return false
      remove(id)
      return true
    },

    close(): void {
      for (const id of [...jobs.keys()]) remove(id)
    },
  }
}

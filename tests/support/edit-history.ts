import type { RoomState } from '@samtavle/shared/protocol'

/**
 * What happened to one board, as those who were there saw it. Every edit is a key of its own, written once, so that each
 * can be looked for afterwards. Times are milliseconds of one clock.
 */
export type BoardHistory = {
  writers: WriterHistory[]
  /** When the database did not answer; a window that never ended ends at infinity. */
  outages: { from: number; to: number }[]
  /** By how much the machine itself was late at worst, which every promise of time is granted; 0 by default. */
  lateMs?: number
}

/** What one client knew, in the order in which it came to know it. */
export type WriterHistory = {
  name: string
  /** Edits in the order of writing. */
  wrote: { key: string; at: number }[]
  /** Each message 100: how many of the own edits are covered by its count, and the state that it told. */
  told: { saved: number; state: RoomState; at: number }[]
  /** Edits of others when they appeared, and what was last told of the room then. */
  saw: { key: string; state: RoomState | undefined; at: number }[]
  /** When the client had a seat in the room: from its first message 100 to the end of the socket. */
  seated: { from: number; to: number }[]
  /** Keys that the client holds at the end; undefined when its memory was lost. */
  holds: ReadonlySet<string> | undefined
}

/** How long after the first edit that cannot be stored everybody must know, and how long after the database is back. */
export const TELLING_MS = { degraded: 2_500, healthy: 2_000 } as const

export type Violation = { rule: string; words: string }

/**
 * Compares what was seen and promised with what is there.
 * @param final keys of a fresh load of the board
 * @returns everything that broke the contract; empty when nothing did
 */
export function findViolations(history: BoardHistory, final: ReadonlySet<string>): Violation[] {
  const { writers, outages } = history
  const wroteAt = new Map(writers.flatMap(({ wrote }) => wrote.map(({ key, at }) => [key, at] as const)))
  const found: Violation[] = []
  const report = (rule: string, words: string) => found.push({ rule, words })
  /** The outage in which an edit was made and something is claimed of it: nothing can have stored it. */
  const outageOf = (key: string, at: number) =>
    outages.find(({ from, to }) => (wroteAt.get(key) ?? Number.POSITIVE_INFINITY) > from && at < to && at > from)

  for (const { name, wrote, told, saw, holds } of writers) {
    let before = 0
    let written = 0
    for (const { saved, state, at } of told) {
      while ((wrote[written]?.at ?? Number.POSITIVE_INFINITY) <= at) written += 1
      if (saved > written) report('I6', `${name}: more acknowledged than written`)
      // While it recovers, a room may acknowledge what is stored already before it calls itself healthy.
      const inOutage = outages.some(({ from, to }) => at > from && at < to)
      if (saved > before && state !== 'healthy' && inOutage) {
        report('I6', `${name}: acknowledged while the room was ${state}`)
      }
      for (const { key } of wrote.slice(before, saved)) {
        if (!final.has(key)) report('I1', `${name}: ${key} was acknowledged and is gone`)
        if (outageOf(key, at)) report('I6', `${name}: ${key} was acknowledged while the database did not answer`)
      }
      before = Math.max(before, saved)
    }
    for (const { key, state, at } of saw) {
      if (!wroteAt.has(key)) report('I4', `${name}: saw ${key}, which nobody wrote`)
      if (state !== 'healthy') continue
      if (!final.has(key)) report('I2', `${name}: ${key} was seen in a healthy room and is gone`)
      if (outageOf(key, at)) report('I7', `${name}: ${key} was seen as healthy while the database did not answer`)
    }
    if (holds === undefined) continue
    for (const key of holds) if (!final.has(key)) report('I3', `${name}: still holds ${key}, the board does not`)
    for (const key of final) if (!holds.has(key)) report('I3', `${name}: lacks ${key} of the board`)
  }
  for (const key of final) if (!wroteAt.has(key)) report('I4', `${key} is on the board and nobody wrote it`)
  for (const outage of outages) found.push(...findUntold(history, outage))
  return found
}

/** C6: who sat in the room throughout is told in time that nothing is saved, and that it is again. */
function findUntold({ writers, lateMs = 0 }: BoardHistory, { from, to }: { from: number; to: number }): Violation[] {
  const edits = writers.flatMap(({ wrote }) => wrote.map(({ at }) => at)).filter((at) => at > from && at < to)
  const degradedBy = Math.min(...edits) + TELLING_MS.degraded + lateMs
  const healthyBy = to + TELLING_MS.healthy + lateMs
  return writers.flatMap(({ name, told, seated }) => {
    const satFrom = (start: number, end: number) => seated.some((seat) => seat.from <= start && seat.to >= end)
    const violations: Violation[] = []
    const toldAt = told.find(({ state, at }) => at > from && state !== 'healthy')?.at ?? Number.POSITIVE_INFINITY
    if (degradedBy < to && satFrom(from, degradedBy) && toldAt > degradedBy) {
      const ms = Math.round(toldAt - Math.min(...edits))
      violations.push({ rule: 'C6', words: `${name}: told after ${ms} ms that nothing is saved` })
    }
    const last = told.filter(({ at }) => at <= healthyBy).at(-1)
    if (satFrom(to, healthyBy) && last?.state !== 'healthy') {
      violations.push({
        rule: 'C6',
        words: `${name}: not told within ${TELLING_MS.healthy} ms that saving works again`,
      })
    }
    return violations
  })
}

/** How much a check looked at: a history in which nothing happened has no violations either. */
export function weigh({ writers }: BoardHistory): { edits: number; acknowledged: number; seen: number } {
  const sum = (of: (writer: WriterHistory) => number) => writers.reduce((total, writer) => total + of(writer), 0)
  return {
    edits: sum(({ wrote }) => wrote.length),
    acknowledged: sum(({ told }) => told.reduce((most, { saved }) => Math.max(most, saved), 0)),
    seen: sum(({ saw }) => saw.length),
  }
}

import type { Inspector, ProxiedConnection } from './fault-proxy.ts'
import { errorAnswer, PgMessageReader, readBoundStatement, readParse } from './pgwire.ts'

/** What may befall a statement that stores updates, on its way to PostgreSQL or on its answer's way back. */
export type JournalFault =
  /** Half of the statement arrives, then the connection ends: it is never run. */
  | 'cut the statement'
  /** It commits, and the connection ends before its answer: the server cannot know. */
  | 'cut the answer'
  /** It commits, and nothing comes back on a connection that stays open. */
  | 'hold the answer'
  /** It is not run and answered with PostgreSQL's error for a full disk. */
  | 'disk full'

/** Plays faults on the statements that store updates; everything else on the connections passes untouched. */
export type JournalFaults = {
  inspect: (connection: ProxiedConnection) => Inspector
  /** The next statements, one fault each, in this order. */
  plan(faults: readonly JournalFault[]): void
  /** Forgets what is planned and did not happen yet. */
  clear(): void
  /** Planned faults that did not happen yet. */
  readonly left: number
  /** Resolves when everything planned has happened. */
  played(): Promise<void>
}

const JOURNAL = /^\s*(?:WITH added AS \(\s*)?INSERT INTO "?board_update\b/i

export function createJournalFaults(): JournalFaults {
  const planned: JournalFault[] = []
  const whenPlayed: (() => void)[] = []
  const next = (): JournalFault | undefined => {
    const fault = planned.shift()
    if (fault !== undefined && planned.length === 0) for (const resolve of whenPlayed.splice(0)) resolve()
    return fault
  }

  const inspect = (connection: ProxiedConnection): Inspector => {
    const readers = { onward: new PgMessageReader('onward'), back: new PgMessageReader('back') }
    const journalStatements = new Set<string>()
    /** What awaits the statement that runs on this connection; undefined when none does. */
    let running: JournalFault | 'no fault' | undefined
    let swallowing = false

    const onward = (chunk: Buffer): Buffer => {
      const passed: Buffer[] = []
      for (const message of readers.onward.read(chunk)) {
        if (message.type === 'P') {
          const { statement, sql } = readParse(message)
          if (JOURNAL.test(sql)) journalStatements.add(statement)
        }
        if (message.type === 'B' && journalStatements.has(readBoundStatement(message))) {
          running = next() ?? 'no fault'
          if (running === 'cut the statement') {
            passed.push(message.bytes.subarray(0, message.bytes.byteLength >> 1))
            setImmediate(() => connection.cut())
            return Buffer.concat(passed)
          }
          if (running === 'disk full') swallowing = true
        }
        if (!swallowing) passed.push(message.bytes)
        else if (message.type === 'S') {
          swallowing = false
          running = undefined
          connection.inject('back', errorAnswer('53100', 'could not extend file: No space left on device'))
        }
      }
      return Buffer.concat(passed)
    }

    const back = (chunk: Buffer): Buffer => {
      const passed: Buffer[] = []
      for (const message of readers.back.read(chunk)) {
        if (running !== undefined && running !== 'no fault' && (message.type === 'C' || message.type === 'Z')) {
          // CommandComplete is written before the commit; only ReadyForQuery says that it happened.
          if (message.type === 'Z') {
            if (running === 'hold the answer') connection.hang()
            else setImmediate(() => connection.cut())
            running = undefined
          }
          continue
        }
        if (message.type === 'Z') running = undefined
        passed.push(message.bytes)
      }
      return Buffer.concat(passed)
    }
    return (direction, chunk) => (direction === 'onward' ? onward(chunk) : back(chunk))
  }

  return {
    inspect,
    plan(faults) {
      planned.push(...faults)
    },
    clear() {
      planned.length = 0
    },
    get left() {
      return planned.length
    },
    played() {
      return planned.length === 0 ? Promise.resolve() : new Promise((resolve) => whenPlayed.push(resolve))
    },
  }
}

import type { Inspector } from './fault-proxy.ts'
import { PgMessageReader, readBoundStatement, readParse } from './pgwire.ts'

/** How far a compaction has come, as PostgreSQL's wire shows it; between the first two the snapshot is built. */
export const COMPACTION_STEPS = ['read', 'saving', 'saved'] as const
export type CompactionStep = (typeof COMPACTION_STEPS)[number]

const STATEMENTS = { read: /\bcounted AS MATERIALIZED\b/, save: /\bINSERT INTO board_snapshot\b/ }

/** Tells when a compaction of the server comes to a step. */
export type CompactionWatch = {
  inspect: () => Inspector
  /** Resolves the next time that one does, before what shows it has passed. */
  next(step: CompactionStep): Promise<void>
}

export function createCompactionWatch(): CompactionWatch {
  let waiting: { step: CompactionStep; tell: () => void } | undefined
  const reached = (step: CompactionStep) => {
    if (waiting?.step !== step) return
    waiting.tell()
    waiting = undefined
  }

  const inspect = (): Inspector => {
    const readers = { onward: new PgMessageReader('onward'), back: new PgMessageReader('back') }
    const statements = new Map<string, keyof typeof STATEMENTS>()
    /** What runs on this connection now. */
    let running: keyof typeof STATEMENTS | undefined
    return (direction, chunk) => {
      for (const message of readers[direction].read(chunk)) {
        if (direction === 'onward' && message.type === 'P') {
          const { statement, sql } = readParse(message)
          if (STATEMENTS.read.test(sql)) statements.set(statement, 'read')
          else if (STATEMENTS.save.test(sql)) statements.set(statement, 'save')
          else statements.delete(statement)
        }
        if (direction === 'onward' && message.type === 'B') {
          running = statements.get(readBoundStatement(message))
          if (running === 'save') reached('saving')
        }
        if (direction === 'back' && message.type === 'Z') {
          if (running !== undefined) reached(running === 'read' ? 'read' : 'saved')
          running = undefined
        }
      }
      return chunk
    }
  }

  return {
    inspect,
    next: (step) => new Promise((tell) => (waiting = { step, tell })),
  }
}

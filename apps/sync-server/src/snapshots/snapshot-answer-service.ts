import { AppError } from '@samtavle/shared/errors'
import type { Locale } from '@samtavle/shared/locale'
import type { Answer, SnapshotChoice } from '@samtavle/shared/snapshot-api'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import type { Transaction } from '../db/database.ts'
import type { LogService } from '../sprints/log-service.ts'
import { assertStanding, noSuchSnapshot } from './snapshot-access-service.ts'
import type { SnapshotRow } from './snapshot-rows.ts'
import type { SnapshotSourceStore } from './snapshot-source-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

type Words = {
  answers: Record<Answer, string>
  asked: (question: string, number: number) => string
  seen: (title: string, number: number) => string
  by: { account: string; link: string }
}

/** How the log says it: neutral, in the language of the sprint, and without a name. */
const WORDS: Record<Locale, Words> = {
  da: {
    answers: { yes: 'Ja', 'yes-but': 'Ja, med forbehold', no: 'Nej', 'call-me': 'Ring til mig' },
    asked: (question, number) => `Svar på spørgsmålet »${question}« (øjebliksbillede ${number})`,
    seen: (title, number) => `Svar på øjebliksbillede ${number}, »${title}«`,
    by: { account: 'Opgavestilleren', link: 'En leder, via link' },
  },
  en: {
    answers: { yes: 'Yes', 'yes-but': 'Yes, with reservations', no: 'No', 'call-me': 'Call me' },
    asked: (question, number) => `Answer to the question “${question}” (snapshot ${number})`,
    seen: (title, number) => `Answer to snapshot ${number}, “${title}”`,
    by: { account: 'The commissioning manager', link: 'A manager, by link' },
  },
  nb: {
    answers: { yes: 'Ja', 'yes-but': 'Ja, med forbehold', no: 'Nei', 'call-me': 'Ring meg' },
    asked: (question, number) => `Svar på spørsmålet «${question}» (øyeblikksbilde ${number})`,
    seen: (title, number) => `Svar på øyeblikksbilde ${number}, «${title}»`,
    by: { account: 'Oppdragsgiveren', link: 'En leder, via lenke' },
  },
}

/** The same answer within this time is a second press of the same button, in milliseconds. */
const AGAIN_MS = 60_000

/** What an answer says in the log. */
export function answerInWords(
  locale: Locale,
  asked: { question: string; title: string; number: number },
  answer: Answer,
): string {
  const { answers, asked: onQuestion, seen } = WORDS[locale]
  const about = asked.question === '' ? seen(asked.title, asked.number) : onQuestion(asked.question, asked.number)
  return `${about}: ${answers[answer]}`.slice(0, LOG_WORDS_MAX)
}

export type SnapshotAnswerService = ReturnType<typeof createSnapshotAnswerService>

/** Answers below snapshots: kept for ever, and for a sprint a decision in its log. */
export function createSnapshotAnswerService(deps: {
  store: Pick<SnapshotStore, 'find' | 'addAnswer'>
  sources: Pick<SnapshotSourceStore, 'sprint'>
  log: Pick<LogService, 'addAnswer'>
  now: () => Date
}) {
  const { store, sources, log, now } = deps

  /** Writes the decision that it becomes, and answers its number; null on a board of no sprint. */
  async function decisionOf(
    row: SnapshotRow,
    answer: Answer,
    words: string,
    byId: string | null,
  ): Promise<(tx: Transaction) => Promise<number | null>> {
    const { sprintId } = row
    if (sprintId === null) return async () => null
    const sprint = await sources.sprint(sprintId)
    if (sprint === undefined) throw noSuchSnapshot()
    if (sprint.status === 'archived') throw new AppError('forbidden', 'the log of an archived sprint is closed')
    const { by } = WORDS[sprint.locale]
    const { question } = JSON.parse(row.choice) as SnapshotChoice
    const asked = { question, title: row.title, number: row.number ?? 0 }
    const decidedBy = byId === null ? by.link : by.account
    const decision = { words: answerInWords(sprint.locale, asked, answer), reason: words, decidedBy }
    return (tx) => log.addAnswer(sprintId, decision, byId, tx)
  }

  return {
    /**
     * Adds an answer with its decision, both or neither; pressed twice it is one.
     * @param byId account of who answers; null for somebody who came by a link, whose right was asked there
     * @throws AppError `not_found`; `gone` for a snapshot that was withdrawn or has expired; `forbidden` when the sprint is
     * archived.
     */
    async add(
      snapshotId: string,
      { answer, words }: { answer: Answer; words: string },
      byId: string | null,
    ): Promise<void> {
      const row = await store.find(snapshotId)
      if (row === undefined || row.status === 'draft') throw noSuchSnapshot()
      const at = now()
      assertStanding(row, at)
      const decide = await decisionOf(row, answer, words, byId)
      await store.addAnswer({ snapshotId, answer, words, byId, at }, AGAIN_MS, decide)
    },
  }
}

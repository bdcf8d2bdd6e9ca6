import type { Phase } from '@samtavle/shared/agenda'
import type { Locale } from '@samtavle/shared/locale'
import { PROCESS_MODELS } from '@samtavle/templates/process-models'
import type { Paper, PaperBlock, Paragraph } from '../paper/paper-blocks.ts'
import { wordsIn } from '../reader/reader-languages.ts'
import { momentWords } from '../reader/reader-moment.ts'
import type { FiledLog } from './filed-log.ts'
import { filingWordsIn, LANGUAGE_TAGS } from './filing-languages.ts'
import type { FilingWords } from './filing-words.ts'

type Cells = (string | number | null)[]
/** A table of the log: for the paper, and for a CSV file. */
type LogTable = { columns: string[]; rows: Cells[] }

const phaseWord = (phase: Phase | null, locale: Locale): string =>
  phase === null ? '' : (PROCESS_MODELS[0]?.phases[phase].word[locale] ?? phase)
const role = (by: FiledLog['lines'][number]['byRole'], words: FilingWords): string =>
  by === '' ? '' : words.places[by]

/** The lines of the log as one row each. */
export function lineTable({ lines, locale }: FiledLog): LogTable {
  const words = filingWordsIn(locale)
  const { number, type, from, to, why, decidedBy, consequence, correctsColumn, writtenBy, date } = words
  return {
    columns: [number, date, type, from, to, why, decidedBy, consequence, correctsColumn, writtenBy],
    rows: lines.map((line) => [
      ...[line.number, line.at, words.types[line.type], line.from, line.to, line.why, line.decidedBy],
      ...[line.consequence, line.corrects, role(line.byRole, words)],
    ]),
  }
}

/** The decisions as one row each. */
export function decisionTable({ decisions, locale }: FiledLog): LogTable {
  const words = filingWordsIn(locale)
  const { number, type, decision, outcome, conditions, why, phase, decidedBy, correctsColumn, writtenBy, date } = words
  return {
    columns: [number, date, type, decision, outcome, conditions, why, phase, decidedBy, correctsColumn, writtenBy],
    rows: decisions.map((one) => [
      ...[one.number, one.decidedAt, one.kind === 'gate' ? words.gate : decision, one.words],
      ...[one.outcome === null ? '' : words.outcomes[one.outcome], one.conditions, one.reason],
      ...[phaseWord(one.phase, locale), one.decidedBy, one.corrects, role(one.byRole, words)],
    ]),
  }
}

/** Purpose, log and decisions as a paper. Pure. */
export function logPaper(log: FiledLog, timeZone: string, madeAt: string): Paper {
  const { locale } = log
  const words = filingWordsIn(locale)
  const when = (at: string) => momentWords(new Date(at), locale, timeZone)
  const labelled = (label: string, text: string): Paragraph[] =>
    text.trim() === '' ? [] : [{ text: `${label}: ${text}`, look: 'body' }]
  const by = (at: string, who: string): Paragraph => ({
    text: who === '' ? when(at) : `${when(at)} · ${words.writtenBy} ${who}`,
    look: 'quiet',
  })
  const entry = (title: string, paragraphs: Paragraph[]): PaperBlock[] => [
    { kind: 'heading', level: 3, text: title },
    ...paragraphs.map((one): PaperBlock => ({ kind: 'text', ...one })),
  ]
  const corrects = (number: number | null): Paragraph[] =>
    number === null ? [] : [{ text: words.corrects(number), look: 'quiet' }]
  const all = (title: string, entries: PaperBlock[][]): PaperBlock[] => [
    { kind: 'heading', level: 2, text: title },
    ...(entries.length === 0
      ? [{ kind: 'text' as const, text: words.nothing, look: 'quiet' as const }]
      : entries.flat()),
  ]
  return {
    ...{ title: `${words.logTitle}: ${log.sprint}`, language: LANGUAGE_TAGS[locale], name: log.sprint, foot: '' },
    ...{ madeAt, pageOf: words.pageOf, emptyCell: wordsIn(locale).emptyCell },
    blocks: [
      { kind: 'text', text: log.sprint, look: 'quiet' },
      { kind: 'heading', level: 1, text: words.logTitle },
      ...all(
        words.purpose,
        log.purposes.map(({ number, isOriginal, purpose, plan, why, at, byRole }) =>
          entry(isOriginal ? `${words.version(number)} · ${words.original}` : words.version(number), [
            { text: purpose, look: 'body' },
            ...labelled(words.plan, plan),
            ...labelled(words.why, why),
            by(at, role(byRole, words)),
          ]),
        ),
      ),
      ...all(
        words.changes,
        log.lines.map((line) =>
          entry(`${line.number}. ${words.types[line.type]}`, [
            ...corrects(line.corrects),
            ...labelled(words.from, line.from),
            ...labelled(words.to, line.to),
            ...labelled(words.why, line.why),
            ...labelled(words.decidedBy, line.decidedBy),
            ...labelled(words.consequence, line.consequence),
            by(line.at, role(line.byRole, words)),
          ]),
        ),
      ),
      ...all(
        words.decisions,
        log.decisions.map((one) =>
          entry(`${one.number}. ${one.kind === 'gate' ? words.gate : words.decision}`, [
            { text: one.words, look: 'strong' },
            ...corrects(one.corrects),
            ...(one.outcome === null ? [] : labelled(words.outcome, words.outcomes[one.outcome])),
            ...labelled(words.conditions, one.conditions),
            ...labelled(words.why, one.reason),
            ...labelled(words.phase, phaseWord(one.phase, locale)),
            ...labelled(words.decidedBy, one.decidedBy),
            by(one.decidedAt, role(one.byRole, words)),
          ]),
        ),
      ),
    ],
  }
}

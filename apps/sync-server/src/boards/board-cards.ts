import type { BoardRecord } from '@samtavle/shared/board-doc'
import { trialOf } from '@samtavle/shared/trial-card'
import { trialLines } from '@samtavle/shared/trial-log'
import { type BoardPlaces, storable } from './board-texts.ts'

/** A card as lists show it. `fields` is JSON of `TrialFields`. */
export type BoardCard = {
  shape: string
  kind: 'trial'
  section: string
  status: string
  outcome: string | null
  title: string
  responsible: string
  fields: string
}

/** Cards of one board that are listed, and UTF-16 units of each of their texts. */
const MOST = 200
const LONGEST = { id: 100, title: 200, words: 2_000 }

/** The trial actions on a board. */
export function cardsOf(records: ReadonlyMap<string, BoardRecord>, places: BoardPlaces): BoardCard[] {
  const lines = trialLines(records.values())
  const short = (words: string, most = LONGEST.words): string => storable(words).slice(0, most)
  const cards: BoardCard[] = []
  for (const record of records.values()) {
    const trial = record.id.length > LONGEST.id ? null : trialOf(record)
    if (trial === null) continue
    const last = lines.get(record.id)?.[0]
    const lastLine = last && {
      line: short(last.line, LONGEST.id),
      at: last.at,
      who: short(last.who, LONGEST.title),
      happened: short(last.happened),
      learned: short(last.learned),
    }
    const { status, outcome, missing } = trial
    cards.push({
      shape: storable(record.id),
      kind: 'trial',
      section: places.of(record),
      status,
      outcome,
      title: short(trial.title, LONGEST.title),
      responsible: short(trial.responsible, LONGEST.title),
      fields: JSON.stringify({ hypothesis: short(trial.hypothesis), missing, lastLine: lastLine ?? null }),
    })
    if (cards.length === MOST) break
  }
  return cards
}

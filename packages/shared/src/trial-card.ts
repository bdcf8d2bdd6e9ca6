import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import { CARD_TYPE, type CardProps, fieldText } from './card-shape.ts'

/**
 * A trial-action card as lists and the phone see it. Told by the keys of its fields, which never change, and never by
 * what the record itself says that a status needs: a page may write anything there.
 */

/** What a trial needs before it is ready (T14), as keys of the card's fields. */
export const TRIAL_NEEDS = ['hypotese', 'mindste', 'tegn', 'stopregel', 'ansvar'] as const
const NAMES = {
  hypotese: 'hypothesis',
  mindste: 'smallest',
  tegn: 'signs',
  stopregel: 'stopRule',
  ansvar: 'responsible',
} as const
export const TRIAL_PARTS = ['hypothesis', 'smallest', 'signs', 'stopRule', 'responsible'] as const
export type TrialPart = (typeof TRIAL_PARTS)[number]

export const TRIAL_STATUSES = ['draft', 'ready', 'running', 'finished'] as const
export type TrialStatus = (typeof TRIAL_STATUSES)[number]
export const isTrialStatus = (value: unknown): value is TrialStatus => TRIAL_STATUSES.some((status) => status === value)
export const TRIAL_OUTCOMES = ['keep', 'adjust', 'stop', 'larger'] as const
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number]
/** What somebody who tries it out can say of it from a phone. */
export const TRIAL_STEPS = ['running', 'stopped', 'finished'] as const
export type TrialStep = (typeof TRIAL_STEPS)[number]

const STATUS_KEYS: Readonly<Record<string, TrialStatus>> = {
  kladde: 'draft',
  klar: 'ready',
  'i-gang': 'running',
  afsluttet: 'finished',
}
const OUTCOME_KEYS: Readonly<Record<string, TrialOutcome>> = {
  behold: 'keep',
  juster: 'adjust',
  stop: 'stop',
  stoerre: 'larger',
}
const STEP_PICKS: Readonly<Record<TrialStep, { status: string; udfald?: string }>> = {
  running: { status: 'i-gang' },
  stopped: { status: 'afsluttet', udfald: 'stop' },
  finished: { status: 'afsluttet' },
}

export type TrialCard = Record<TrialPart, string> & {
  /** What it is called; empty for no name yet. */
  title: string
  learned: string
  /** Never `ready` while something is missing, whatever the card says. */
  status: TrialStatus
  outcome: TrialOutcome | null
  missing: TrialPart[]
}

/** What a trial still needs before it is ready. The rule, for every list and every route. */
export const missingParts = (trial: Readonly<Record<TrialPart, string>>): TrialPart[] =>
  TRIAL_PARTS.filter((part) => trial[part].trim() === '')

/** The trial on a record; null for everything else, for an example, and for a card that cannot be read. */
export function trialOf(record: BoardRecord | undefined): TrialCard | null {
  if (record?.typeName !== 'shape' || record.type !== CARD_TYPE || metaOf(record).example === true) return null
  try {
    return readTrial(record.props as CardProps)
  } catch {
    return null
  }
}

function readTrial(props: CardProps): TrialCard | null {
  const written = new Map(props.fields.map(({ key }, i) => [key, wordsOf(fieldText(props, i))]))
  if (!TRIAL_NEEDS.every((key) => written.has(key)) || !props.picks.some(({ key }) => key === 'status')) return null
  const parts = Object.fromEntries(TRIAL_NEEDS.map((key) => [NAMES[key], written.get(key) ?? '']))
  const trial = parts as Record<TrialPart, string>
  const missing = missingParts(trial)
  const claimed = STATUS_KEYS[pickedKey(props, 'status')] ?? 'draft'
  return {
    ...trial,
    title: written.get('ide') ?? '',
    learned: written.get('laert') ?? '',
    status: claimed === 'ready' && missing.length > 0 ? 'draft' : claimed,
    outcome: claimed === 'finished' ? (OUTCOME_KEYS[pickedKey(props, 'udfald')] ?? null) : null,
    missing,
  }
}

/** Records may hold anything where a text should be. */
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function pickedKey(props: CardProps, pick: string): string {
  const i = props.picks.findIndex(({ key }) => key === pick)
  return i < 0 ? '' : String(props[`pick${i + 1}`] ?? '')
}

/** The props that take a card this step; a pick or an option that the card does not have stays as it is. */
export function stepProps(props: CardProps, step: TrialStep): Record<string, string> {
  const changed: Record<string, string> = {}
  props.picks.forEach(({ key, options }, i) => {
    const wanted = key === 'status' || key === 'udfald' ? STEP_PICKS[step][key] : undefined
    if (wanted !== undefined && options.some((option) => option.key === wanted)) changed[`pick${i + 1}`] = wanted
    // A trial that goes on has no outcome yet.
    if (key === 'udfald' && step === 'running') changed[`pick${i + 1}`] = ''
  })
  return changed
}

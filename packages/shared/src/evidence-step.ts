import type { NoteRole } from './note-role.ts'

/** The steps of the evidence chain (F9), from what somebody said to what was learned from trying. */
export const EVIDENCE_STEPS = ['quote', 'insight', 'opportunity', 'idea', 'trial', 'learning'] as const
export type EvidenceStep = (typeof EVIDENCE_STEPS)[number]

export const isEvidenceStep = (value: unknown): value is EvidenceStep =>
  (EVIDENCE_STEPS as readonly unknown[]).includes(value)

/** Key of the section in which insights are put into words: on T05, and where T09 begins. */
export const INSIGHTS_SECTION = 'indsigter'

/** Sections that say by themselves which step a note in them is, also where they were put on another template's board. */
const BY_SECTION: Readonly<Record<string, EvidenceStep>> = {
  [INSIGHTS_SECTION]: 'insight',
  moenstre: 'insight',
  overraskelser: 'insight',
  hkv: 'opportunity',
  valgt: 'opportunity',
  hypotese: 'trial',
  mindste: 'trial',
  stopregel: 'trial',
  skete: 'trial',
  laert: 'learning',
  reflekter: 'learning',
  juster: 'learning',
  dobbelt: 'learning',
}
/** `m1-hkv`, `m2-behov`: the opportunity spaces of T09. */
const OPPORTUNITY_SPACE = /^m\d-/

/** Templates whose notes are of one step, whatever role they have. */
const BY_TEMPLATE: Readonly<Record<string, EvidenceStep>> = {
  mulighedsrum: 'opportunity',
  proevehandling: 'trial',
  laeringsloop: 'learning',
  gevinstoverblik: 'learning',
  retrospektiv: 'learning',
}

const BY_ROLE: Readonly<Record<NoteRole, EvidenceStep>> = {
  quote: 'quote',
  fact: 'insight',
  pain: 'insight',
  bright: 'insight',
  backstage: 'insight',
  question: 'opportunity',
  idea: 'idea',
  decision: 'learning',
}

/**
 * Which step of the chain a note is: where it lies says more than what it is, because a quote that was carried into an
 * opportunity space is what that space builds on. Null for what says neither.
 * @param place key of its section and id of the board's template, each null for none
 */
export function stepOf(
  role: NoteRole | null,
  { section, template }: { section: string | null; template: string | null },
): EvidenceStep | null {
  // Somebody's idea is one, also on a board for opportunities; a trial of it lies in a section of trials.
  const bySection =
    section === null ? undefined : OPPORTUNITY_SPACE.test(section) ? 'opportunity' : own(BY_SECTION, section)
  if (bySection !== undefined) return role === 'idea' && bySection !== 'learning' ? 'idea' : bySection
  const byTemplate = template === null ? undefined : own(BY_TEMPLATE, template)
  if (byTemplate !== undefined) return role === 'idea' && byTemplate === 'opportunity' ? 'idea' : byTemplate
  return role === null ? null : BY_ROLE[role]
}

const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

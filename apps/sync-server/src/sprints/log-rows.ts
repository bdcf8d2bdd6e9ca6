import type { Decision, LogLine, LogProposal, PurposeVersion } from '@samtavle/shared/sprint-log-api'

/** Who writes, what they are in the sprint, and when. */
export type Writer = { byId: string; byRole: string; at: Date }

type Written = { byRole: string; byName: string; at: Date }
/** As it is stored, with the name of who wrote it; empty for somebody who is no longer there. */
export type LogLineRow = Omit<LogLine, keyof Written> & Written
export type PurposeRow = Omit<PurposeVersion, keyof Written | 'isOriginal'> & Written
export type DecisionRow = Omit<Decision, keyof Written | 'decidedAt'> & Written & { decidedAt: Date }
export type ProposalRow = Omit<LogProposal, 'madeAt'> & { madeAt: Date }

export type NewLogLine = Omit<LogLineRow, 'number' | keyof Written> & Writer & { proposal: string | null }
export type NewPurpose = Pick<PurposeRow, 'purpose' | 'plan' | 'why'> & Writer
export type NewDecision = Omit<DecisionRow, 'number' | 'decidedAt' | keyof Written> & Writer

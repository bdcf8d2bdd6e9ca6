import type { Phase } from '@samtavle/shared/agenda'
import type { PhaseSignName } from '../../../ui/phase-sign.tsx'

/** The shape beside the word of a phase; laying the foundation is the beginning of understanding. */
export const PHASE_SIGNS: Record<Phase, PhaseSignName> = {
  foundation: 'understand',
  understand: 'understand',
  create: 'create',
  work: 'work',
}

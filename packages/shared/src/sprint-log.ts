/** What the process log of a sprint is made of (F27, F29, T22). Without the schemas, so that pages can use it. */

export const LOG_TYPES = [
  'purpose',
  'plan',
  'team',
  'audience',
  'solution',
  'mandate',
  'side-benefit',
  'no-change',
] as const
export type LogType = (typeof LOG_TYPES)[number]

/** How a decision at a gate may end; none is a failure. */
export const GATE_OUTCOMES = ['go', 'conditions', 'loop', 'stop'] as const

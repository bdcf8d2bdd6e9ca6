import type { Answer } from '@samtavle/shared/snapshot-api'

/** The text of each answer, in the order in which they are offered. */
export const ANSWER_WORDS = {
  yes: 'yes',
  'yes-but': 'yesBut',
  no: 'no',
  'call-me': 'callMe',
} as const satisfies Record<Answer, string>

import { z } from 'zod'
import { PHASES } from './agenda.ts'
import { timestampSchema } from './api.ts'
import { LOG_WORDS_MAX, PURPOSE_MAX } from './sprint-limits.ts'

/** Requests and responses about a sprint's process log (F27, T22), purpose and decisions (F29). All of it is only added to. */

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
export const GATE_OUTCOMES = ['go', 'conditions', 'loop', 'stop'] as const
export type GateOutcome = (typeof GATE_OUTCOMES)[number]

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[\P{Cc}\n]*$/u)

/** Who wrote it: what they are in the sprint always, the name for the team. */
const writtenSchema = { byRole: z.string(), byName: z.string(), at: timestampSchema }

export const logLineSchema = z.object({
  number: z.number().int(),
  type: z.enum(LOG_TYPES),
  /** Key of the sprint's day; null outside of its days. */
  day: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  why: z.string(),
  decidedBy: z.string(),
  consequence: z.string(),
  /** Number of the line that this one corrects. */
  corrects: z.number().int().nullable(),
  ...writtenSchema,
})
export type LogLine = z.infer<typeof logLineSchema>
export const purposeVersionSchema = z.object({
  number: z.number().int(),
  purpose: z.string(),
  plan: z.string(),
  why: z.string(),
  isOriginal: z.boolean(),
  ...writtenSchema,
})
export type PurposeVersion = z.infer<typeof purposeVersionSchema>
export const decisionSchema = z.object({
  number: z.number().int(),
  kind: z.enum(['decision', 'gate']),
  words: z.string(),
  outcome: z.enum(GATE_OUTCOMES).nullable(),
  conditions: z.string(),
  reason: z.string(),
  phase: z.enum(PHASES).nullable(),
  decidedBy: z.string(),
  decidedAt: timestampSchema,
  corrects: z.number().int().nullable(),
  ...writtenSchema,
})
export type Decision = z.infer<typeof decisionSchema>
export const proposalSchema = z.object({
  id: z.uuid(),
  type: z.enum(LOG_TYPES),
  day: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  madeAt: timestampSchema,
})
export type LogProposal = z.infer<typeof proposalSchema>
/** `GET /api/sprints/:id/log` */
export const sprintLogResponse = z.object({
  lines: z.array(logLineSchema),
  purposes: z.array(purposeVersionSchema),
  lockedAt: timestampSchema.nullable(),
  decisions: z.array(decisionSchema),
  /** Lines that the product proposes; only for those who may write. */
  proposals: z.array(proposalSchema),
})
export type SprintLog = z.infer<typeof sprintLogResponse>
/** `POST /api/sprints/:id/log` */
export const addLogLineRequest = z.strictObject({
  type: z.enum(LOG_TYPES),
  from: words(LOG_WORDS_MAX).default(''),
  to: words(LOG_WORDS_MAX).default(''),
  why: words(LOG_WORDS_MAX).default(''),
  decidedBy: words(120).default(''),
  consequence: words(LOG_WORDS_MAX).default(''),
  corrects: z.number().int().min(1).optional(),
  /** The proposal that it comes from. */
  proposal: z.uuid().optional(),
})
export const addLogLineResponse = z.object({ number: z.number().int() })
/** `POST /api/sprints/:id/purpose`: a new version; after the lock it proposes a line for the log. */
export const addPurposeRequest = z.strictObject({
  purpose: words(PURPOSE_MAX).min(1),
  plan: words(PURPOSE_MAX).default(''),
  why: words(LOG_WORDS_MAX).default(''),
})
/** `POST /api/sprints/:id/decisions` */
export const addDecisionRequest = z.strictObject({
  kind: z.enum(['decision', 'gate']),
  words: words(LOG_WORDS_MAX).min(1),
  outcome: z.enum(GATE_OUTCOMES).nullable().default(null),
  conditions: words(LOG_WORDS_MAX).default(''),
  reason: words(LOG_WORDS_MAX).default(''),
  phase: z.enum(PHASES).nullable().default(null),
  decidedBy: words(120).min(1),
  corrects: z.number().int().min(1).optional(),
})

import { z } from 'zod'
import { SPRINT_STATUSES } from './access.ts'
import { PHASES } from './agenda.ts'
import { timestampSchema } from './api.ts'
import { isoDateSchema } from './sprint-api.ts'
import { LOG_WORDS_MAX, PURPOSE_MAX, ROLE_WORDS_MAX } from './sprint-limits.ts'
import { GATE_OUTCOMES, LOG_TYPES } from './sprint-log.ts'

/** Requests and responses about a sprint's process log (F27, T22), purpose and decisions (F29). All of it is only added to. */

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
  sprint: z.object({
    title: z.string(),
    status: z.enum(SPRINT_STATUSES),
    days: z.array(
      z.object({ key: z.string(), title: z.string(), date: isoDateSchema, lastDate: isoDateSchema.nullable() }),
    ),
    /** When the kick-off is over: a day, and a minute of it; null when the plan has none. */
    kickOffEnds: z.object({ date: isoDateSchema, minute: z.number().int() }).nullable(),
  }),
  lines: z.array(logLineSchema),
  purposes: z.array(purposeVersionSchema),
  lockedAt: timestampSchema.nullable(),
  decisions: z.array(decisionSchema),
  /** Lines that the product proposes; only for those who may write. */
  proposals: z.array(proposalSchema),
  may: z.object({
    write: z.boolean(),
    addSideBenefit: z.boolean(),
    changePurpose: z.boolean(),
    decide: z.boolean(),
  }),
})
export type SprintLog = z.infer<typeof sprintLogResponse>
/** `POST /api/sprints/:id/log`: what it became must be said, unless nothing changed. */
export const addLogLineRequest = z
  .strictObject({
    type: z.enum(LOG_TYPES),
    from: words(LOG_WORDS_MAX).default(''),
    to: words(LOG_WORDS_MAX).default(''),
    why: words(LOG_WORDS_MAX).default(''),
    decidedBy: words(ROLE_WORDS_MAX).default(''),
    consequence: words(LOG_WORDS_MAX).default(''),
    corrects: z.number().int().min(1).optional(),
    /** The proposal that it comes from. */
    proposal: z.uuid().optional(),
  })
  .refine((line) => line.type === 'no-change' || line.to !== '', { path: ['to'], error: 'what did it become?' })
export type AddLogLine = z.input<typeof addLogLineRequest>
/** Also what a version of the purpose and a decision answer with. */
export const addLogLineResponse = z.object({ number: z.number().int() })
/** `POST /api/sprints/:id/purpose`: a new version; after the lock it needs a reason, and proposes a line for the log. */
export const addPurposeRequest = z.strictObject({
  purpose: words(PURPOSE_MAX).min(1),
  plan: words(PURPOSE_MAX).default(''),
  why: words(LOG_WORDS_MAX).default(''),
})
export type AddPurpose = z.input<typeof addPurposeRequest>
/** `POST /api/sprints/:id/decisions`: a gate has an outcome, any other decision none. */
export const addDecisionRequest = z
  .strictObject({
    kind: z.enum(['decision', 'gate']),
    words: words(LOG_WORDS_MAX).min(1),
    outcome: z.enum(GATE_OUTCOMES).nullable().default(null),
    conditions: words(LOG_WORDS_MAX).default(''),
    reason: words(LOG_WORDS_MAX).default(''),
    phase: z.enum(PHASES).nullable().default(null),
    /** A role, not necessarily a name. */
    decidedBy: words(ROLE_WORDS_MAX).min(1),
    corrects: z.number().int().min(1).optional(),
  })
  .refine(({ kind, outcome }) => (kind === 'gate') === (outcome !== null), {
    path: ['outcome'],
    error: 'a gate has an outcome, any other decision none',
  })
  .refine(({ outcome, conditions }) => (outcome === 'conditions') === (conditions !== ''), {
    path: ['conditions'],
    error: 'conditions belong to going on with conditions',
  })
export type AddDecision = z.input<typeof addDecisionRequest>

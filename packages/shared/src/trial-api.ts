import { z } from 'zod'
import { timestampSchema } from './api.ts'
import { TRIAL_OUTCOMES, TRIAL_PARTS, TRIAL_STATUSES, TRIAL_STEPS } from './trial-card.ts'
import { TRIAL_WHO_MAX, TRIAL_WORDS_MAX } from './trial-log.ts'

/** Requests and responses about trial actions (F8) and their log from a phone (F16). */

const uuid = z.uuid()
export const trialLineSchema = z.object({
  line: z.string(),
  at: timestampSchema,
  /** Who wrote it: a role or a first name. */
  who: z.string(),
  happened: z.string(),
  learned: z.string(),
})
export const trialSummarySchema = z.object({
  boardId: uuid,
  board: z.string(),
  /** Name of the section that the card stands in; empty for none. */
  section: z.string(),
  shape: z.string(),
  /** Empty for a trial that has no name yet. */
  title: z.string(),
  hypothesis: z.string(),
  responsible: z.string(),
  /** Never `ready` while something is missing. */
  status: z.enum(TRIAL_STATUSES),
  outcome: z.enum(TRIAL_OUTCOMES).nullable(),
  missing: z.array(z.enum(TRIAL_PARTS)),
  lastLine: trialLineSchema.nullable(),
  mayLog: z.boolean(),
})
export type TrialSummary = z.infer<typeof trialSummarySchema>

/** `GET /api/trials` */
export const trialsQuery = z.strictObject({ status: z.enum(TRIAL_STATUSES).optional(), sprint: uuid.optional() })
export const trialsResponse = z.object({
  trials: z.array(trialSummarySchema),
  /** There are more than these. */
  more: z.boolean(),
  /** What was written a moment ago may be missing. */
  behind: z.boolean(),
})
export type TrialsAnswer = z.infer<typeof trialsResponse>

/** `GET /api/boards/:id/trials/:shape`: one trial as it is now, with its log, the newest line first. */
export const trialResponse = trialSummarySchema.extend({
  smallest: z.string(),
  signs: z.string(),
  stopRule: z.string(),
  learned: z.string(),
  lines: z.array(trialLineSchema),
  maySetStatus: z.boolean(),
})
export type TrialAnswer = z.infer<typeof trialResponse>

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[\P{Cc}\n]*$/u)
/** `POST /api/boards/:id/trials/:shape/log`: sent again with the same `line`, it is written once. */
export const logTrialRequest = z
  .strictObject({
    line: uuid,
    happened: words(TRIAL_WORDS_MAX),
    learned: words(TRIAL_WORDS_MAX),
    who: words(TRIAL_WHO_MAX),
    /** When it was written, with the offset of where that was: it may be sent hours later. */
    writtenAt: timestampSchema,
    step: z.enum(TRIAL_STEPS).optional(),
  })
  .refine(({ happened, learned, step }) => happened !== '' || learned !== '' || step !== undefined, 'nothing is said')
export type LogTrialRequest = z.infer<typeof logTrialRequest>

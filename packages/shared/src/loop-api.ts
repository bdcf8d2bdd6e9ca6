import { z } from 'zod'
import { timestampSchema, titleSchema } from './api.ts'
import { LOG_WORDS_MAX } from './sprint-limits.ts'
import { TRIAL_OUTCOMES, TRIAL_STATUSES } from './trial-card.ts'

/** Requests and responses about learning loops, which go on after their sprint. Days are ISO dates, times minutes of the day. */

const uuid = z.uuid()
const words = z
  .string()
  .trim()
  .max(LOG_WORDS_MAX)
  .regex(/^[\P{Cc}\n]*$/u)
const minuteOfDay = z.number().int().min(0).max(1439)
const minutes = z.number().int().min(5).max(480)
const everyWeeks = z.number().int().min(1).max(26)
const ownerSchema = z.strictObject({ name: titleSchema, userId: uuid.nullable() })

const trialPlaceSchema = z.strictObject({ boardId: uuid, shape: z.string().regex(/^shape:[\w-]{1,90}$/) })

export const loopRoundSchema = z.object({
  number: z.number().int(),
  date: z.iso.date(),
  atMinute: z.number().int(),
  minutes: z.number().int(),
  heldAt: timestampSchema.nullable(),
  learned: z.string(),
  adjusted: z.string(),
})
export type LoopRound = z.infer<typeof loopRoundSchema>
export const learningLoopSchema = z.object({
  id: uuid,
  question: z.string(),
  /** `receives`: the owner is not of the sprint, and sees to this loop alone. */
  owner: z.object({ name: z.string(), userId: uuid.nullable(), receives: z.boolean() }),
  everyWeeks: z.number().int(),
  /** The board of the rounds; null for one that one may not see, too. */
  boardId: uuid.nullable(),
  /** The trial action that it goes on learning from; null on a board that one may not see, too. */
  trial: trialPlaceSchema.nullable(),
  rounds: z.array(loopRoundSchema),
  /** The sprint that it came from, and the one that goes on with it; null for one that one may not see, too. */
  from: z.object({ sprintId: uuid, title: z.string() }).nullable(),
  into: z.object({ sprintId: uuid, title: z.string() }).nullable(),
  endedAt: timestampSchema.nullable(),
  endedWhy: z.string(),
})
export type LearningLoop = z.infer<typeof learningLoopSchema>
/** `GET /api/sprints/:id/loops` */
export const learningLoopsResponse = z.object({ loops: z.array(learningLoopSchema), mayPlan: z.boolean() })
export type LearningLoops = z.infer<typeof learningLoopsResponse>
/** What the trial action of a loop has taught: the card's words, and those lines of its log that say what was learned. */
const loopTrialSchema = z.object({
  title: z.string(),
  hypothesis: z.string(),
  status: z.enum(TRIAL_STATUSES),
  outcome: z.enum(TRIAL_OUTCOMES).nullable(),
  learned: z.string(),
  lines: z.array(z.object({ at: timestampSchema, learned: z.string() })),
})
export type LoopTrial = z.infer<typeof loopTrialSchema>
/** `GET /api/sprints/:id/loops/:loop`: also for the owner who received it, and is not of the sprint. */
export const oneLoopResponse = z.object({
  loop: learningLoopSchema,
  /** `isOpen`: one may see the sprint itself. */
  sprint: z.object({ id: uuid, title: z.string(), isOpen: z.boolean() }),
  mayRun: z.boolean(),
  trial: loopTrialSchema.nullable(),
})
export type OneLoop = z.infer<typeof oneLoopResponse>
/** `GET /api/loops`: those that one owns without being of their sprint, those that go on first. */
export const receivedLoopsResponse = z.object({
  loops: z.array(
    z.object({
      id: uuid,
      sprintId: uuid,
      sprint: z.string(),
      question: z.string(),
      /** Of the round that is to come. */
      next: z.object({ date: z.iso.date(), atMinute: z.number().int() }).nullable(),
      isEnded: z.boolean(),
    }),
  ),
})
export type ReceivedLoops = z.infer<typeof receivedLoopsResponse>
/** `POST /api/sprints/:id/loops` */
export const createLoopRequest = z.strictObject({
  question: words.min(1),
  owner: ownerSchema,
  everyWeeks,
  first: z.strictObject({ date: z.iso.date(), atMinute: minuteOfDay, minutes }),
  boardId: uuid.nullable().default(null),
  trial: trialPlaceSchema.nullable().default(null),
})
export const createLoopResponse = z.object({ id: uuid })
/** `PATCH /api/sprints/:id/loops/:loop` */
export const updateLoopRequest = z
  .strictObject({
    question: words.min(1).optional(),
    owner: ownerSchema.optional(),
    everyWeeks: everyWeeks.optional(),
    trial: trialPlaceSchema.nullable().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change')
/** `PUT /api/sprints/:id/loops/:loop/next`: moves the round that is to come. */
export const putNextRoundRequest = z.strictObject({ date: z.iso.date(), atMinute: minuteOfDay, minutes })
/** `POST /api/sprints/:id/loops/:loop/held`: what a round brought; the next one is planned, unless the loop ends with it. */
export const heldRoundRequest = z.strictObject({
  number: z.number().int().min(1),
  learned: words.min(1),
  adjusted: words.default(''),
  next: z.iso.date().nullable(),
})
/** `POST /api/sprints/:id/loops/:loop/end`, and `…/go-on` to take it up again. */
export const endLoopRequest = z.strictObject({ why: words.min(1) })
export const goOnLoopRequest = z.strictObject({ date: z.iso.date() })
/** `GET /api/reminders`: rounds of one's own that come within two weeks, or were not held. */
export const remindersResponse = z.object({
  rounds: z.array(
    z.object({
      loopId: uuid,
      sprintId: uuid,
      sprint: z.string(),
      question: z.string(),
      date: z.iso.date(),
      atMinute: z.number().int(),
      /** Below 0: it was to be held so many days ago. */
      inDays: z.number().int(),
      /** One owns it without being of the sprint. */
      received: z.boolean(),
    }),
  ),
})
export type Reminders = z.infer<typeof remindersResponse>

import { z } from 'zod'
import { localisedSchema, timestampSchema } from './api.ts'
import { saysSomething } from './locale.ts'
import { PHASE_QUESTION_MAX, PHASE_QUESTIONS_MAX, PHASE_WORD_MAX, PROCESS_MODEL_IDS } from './process-model.ts'

/** Requests and responses about the organisation's process model (F3, domain guide 5.9). */

const phaseWordsSchema = z.object({ word: localisedSchema, questions: z.array(localisedSchema) })
const processModelSchema = z.object({
  model: z.enum(PROCESS_MODEL_IDS),
  phases: z.object({
    foundation: phaseWordsSchema,
    understand: phaseWordsSchema,
    create: phaseWordsSchema,
    work: phaseWordsSchema,
  }),
})
/** `GET /api/process-model`; `changedAt` is null until somebody chose one. */
export const processModelResponse = processModelSchema.extend({ changedAt: timestampSchema.nullable() })
export type ProcessModelAnswer = z.infer<typeof processModelResponse>

/** `GET /api/process-model/models`: those that can be chosen, with their own words. */
export const processModelsResponse = z.object({
  models: z.array(processModelSchema.extend({ name: localisedSchema })),
})
export type ProcessModelChoice = z.infer<typeof processModelsResponse>['models'][number]

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)
/** Words in one language at least; the others borrow from it. */
const someWords = (max: number) =>
  z.strictObject({ da: line(max), en: line(max), nb: line(max) }).refine(saysSomething, 'says nothing')
const someOwnWords = z.strictObject({
  word: someWords(PHASE_WORD_MAX),
  questions: z.array(someWords(PHASE_QUESTION_MAX)).max(PHASE_QUESTIONS_MAX),
})
/** `PUT /api/process-model`: answers `conflict` when somebody else changed it since `changedAt`. */
export const putProcessModelRequest = z.strictObject({
  model: z.enum(PROCESS_MODEL_IDS),
  phases: z.strictObject({
    foundation: someOwnWords,
    understand: someOwnWords,
    create: someOwnWords,
    work: someOwnWords,
  }),
  changedAt: timestampSchema.nullable(),
})

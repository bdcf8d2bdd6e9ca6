import { z } from 'zod'
import { timestampSchema } from './api.ts'
import { EVIDENCE_STEPS } from './evidence-step.ts'
import { NOTE_ROLES } from './note-role.ts'

/**
 * Requests and responses about the evidence chain (F9): quote → insight → opportunity → idea → trial → learning, across
 * boards. A trace is what names a note in it; all copies of a note bear the same one.
 */

const uuid = z.uuid()
const shapeIdSchema = z.string().regex(/^shape:[\w-]{1,90}$/)
export const SENT_AT_ONCE_MAX = 50

/** `GET /api/boards/:id/sections`: where notes can be sent to, in the order of reading. */
export const boardSectionsResponse = z.object({
  sections: z.array(z.object({ frame: z.string(), key: z.string().nullable(), name: z.string() })),
})
export type BoardSection = z.infer<typeof boardSectionsResponse>['sections'][number]

/** `POST /api/boards/:id/send-on`: copies notes into a section of another board, each tied to what it comes from. */
export const sendOnRequest = z.strictObject({
  /** Made by the asker: sent again with the same `id`, nothing is sent twice. */
  id: uuid.optional(),
  shapes: z.array(shapeIdSchema).min(1).max(SENT_AT_ONCE_MAX),
  /** Without a frame they lie beside everything. */
  to: z.strictObject({ boardId: uuid, frame: shapeIdSchema.nullable() }),
})
export const sendOnResponse = z.object({
  /** Of this sending, for taking it back. */
  id: uuid,
  /** Ids of the new notes, in the order in which they were asked for. */
  sent: z.array(z.string()),
  /** How many were left out: without words, examples, or gone meanwhile. */
  leftOut: z.number().int(),
  /** How many lie beside their section, because it is full. */
  outside: z.number().int(),
})
export type SendOnAnswer = z.infer<typeof sendOnResponse>
/** `POST /api/boards/:id/send-on/:sending/take-back`: what lies there as it was sent is taken off the board again. */
export const takeBackResponse = z.object({
  takenBack: z.number().int(),
  /** How many stay, because somebody has changed them or gone on with them. */
  stays: z.number().int(),
})
export type TakeBackAnswer = z.infer<typeof takeBackResponse>

/** `POST /api/boards/:id/evidence/links`, and `…/links/withdraw`: one note builds on others of the same board. */
export const evidenceLinksRequest = z.strictObject({
  shape: shapeIdSchema,
  buildsOn: z.array(shapeIdSchema).min(1).max(SENT_AT_ONCE_MAX),
})

/** `GET /api/boards/:id/evidence`: for each note of the board with a trace, how many it builds on and how many build on it. */
export const boardEvidenceResponse = z.object({
  notes: z.array(z.object({ shape: z.string(), trace: uuid, buildsOn: z.number().int(), leadsTo: z.number().int() })),
  /** Words that were written a moment ago may be missing. */
  behind: z.boolean(),
})
export type BoardEvidence = z.infer<typeof boardEvidenceResponse>

export const evidencePlaceSchema = z.object({
  boardId: uuid,
  board: z.string(),
  shape: z.string(),
  section: z.string(),
  words: z.string(),
})
export const evidenceNodeSchema = z.object({
  trace: uuid,
  role: z.enum(NOTE_ROLES).nullable(),
  /** Null when that cannot be told, and when hidden. */
  step: z.enum(EVIDENCE_STEPS).nullable(),
  /** `hidden`: on boards that one may not see. `gone`: no note bears the trace any more. */
  state: z.enum(['here', 'hidden', 'gone']),
  /** Name of the section that it was marked in; empty when hidden. */
  section: z.string(),
  /** What the last vote that was shown gave it; null for none, and when hidden. */
  votes: z.number().int().nullable(),
  places: z.array(evidencePlaceSchema),
})
export type EvidenceNode = z.infer<typeof evidenceNodeSchema>
/** `GET /api/evidence/:trace`: everything that it builds on and everything that builds on it, from whichever end. */
export const evidenceChainResponse = z.object({
  nodes: z.array(evidenceNodeSchema),
  links: z.array(z.object({ from: uuid, to: uuid, at: timestampSchema })),
  /** The chain is longer than this. */
  more: z.boolean(),
})
export type EvidenceChain = z.infer<typeof evidenceChainResponse>
/** Notes of a kind: how many there are, and the first of them. */
const evidenceListSchema = z.object({ count: z.number().int(), places: z.array(evidencePlaceSchema) })
/** `GET /api/sprints/:id/evidence`: all chains of a sprint's boards that one may see, and what is tied to nothing. */
export const sprintEvidenceResponse = evidenceChainResponse.extend({
  /** Ideas that build on nothing. */
  ideasWithout: evidenceListSchema,
  /** Insights that lead to nothing. */
  insightsUnused: evidenceListSchema,
  /** Words that were written a moment ago may be missing. */
  behind: z.boolean(),
})
export type SprintEvidence = z.infer<typeof sprintEvidenceResponse>

import { z } from 'zod'
import { timestampSchema } from './api.ts'
import { VOTE_DOTS, VOTE_QUESTION_MAX } from './vote-limits.ts'

/**
 * Requests and responses about hidden votes on a board (F10): dots on notes that nobody else sees, in no answer, until
 * all are shown at once. What was shown follows the note wherever it is copied or sent on.
 */

const uuid = z.uuid()
const shapeIdSchema = z.string().regex(/^shape:[\w-]{1,90}$/)

/** `POST /api/boards/:id/vote`: opens a vote; 409 `conflict` while another is open. */
export const startVoteRequest = z.strictObject({
  question: z
    .string()
    .trim()
    .min(1)
    .max(VOTE_QUESTION_MAX)
    .regex(/^\P{Cc}*$/u),
  /** How many dots each has. */
  dots: z.number().int().min(VOTE_DOTS.min).max(VOTE_DOTS.max),
  /** Notes of this section only; of the whole board without. */
  frame: shapeIdSchema.nullable(),
})
export type StartVote = z.infer<typeof startVoteRequest>

const dotsOnNoteSchema = z.strictObject({ shape: shapeIdSchema, dots: z.number().int().min(1).max(VOTE_DOTS.max) })

/** `PUT /api/boards/:id/vote/:vote/ballot`: one's own ballot, whole; the last one counts. */
export const ballotRequest = z.strictObject({
  votes: z.array(dotsOnNoteSchema).max(VOTE_DOTS.max),
  /** »I am done«: for the facilitator's count; one may change one's mind until the dots are shown. */
  done: z.boolean(),
})
export type Ballot = z.infer<typeof ballotRequest>

/** A vote that is open: nothing in it tells what others have chosen. */
export const openVoteSchema = z.object({
  id: uuid,
  question: z.string(),
  dots: z.number().int(),
  /** The section it is about; null for the whole board. */
  section: z.object({ frame: z.string(), name: z.string() }).nullable(),
  startedBy: z.string(),
  startedAt: timestampSchema,
  own: ballotRequest,
  /** How many have said that they are done; not who, and not what they chose. */
  done: z.number().int(),
})
export type OpenVote = z.infer<typeof openVoteSchema>

/** What votes gave the notes that lie on this board now, each from the last vote it was in; without those with none. */
export const noteVotesSchema = z.object({ shape: z.string(), votes: z.number().int() })
/** `GET /api/boards/:id/vote` */
export const boardVoteResponse = z.object({
  open: openVoteSchema.nullable(),
  /** The last vote that was shown on this board. */
  last: z
    .object({
      id: uuid,
      question: z.string(),
      shownAt: timestampSchema,
      ballots: z.number().int(),
      dots: z.number().int(),
    })
    .nullable(),
  notes: z.array(noteVotesSchema),
  /** May open, show and cancel. */
  maySteer: z.boolean(),
  mayVote: z.boolean(),
})
export type BoardVote = z.infer<typeof boardVoteResponse>

// `POST /api/boards/:id/vote/:vote/show`: everybody's dots at once; answers `boardVoteResponse`.
// `POST /api/boards/:id/vote/:vote/cancel`: as if it had never been; ballots are erased.
// Message 101 `{ type: 'vote' }` to everybody on the board when a vote is opened, shown or cancelled, and (at most once
// a second) when the number of those who are done changed: browsers then ask GET again. It carries nothing.

import { z } from 'zod'
import { BOARD_ROLES, SENSITIVITIES, SPRINT_ROLES, SPRINT_STATUSES } from './access.ts'
import { BLOCK_KINDS, PHASES } from './agenda.ts'
import { localeSchema, localisedSchema, timestampSchema, titleSchema } from './api.ts'
import { CHALLENGE_MAX } from './sprint-limits.ts'

/** Requests and responses about sprints, as in `api.ts`. */

const uuid = z.uuid()
/** `2026-09-07`. */
export const isoDateSchema = z.iso.date()
/** Words of some lines; control characters other than line breaks would break logs and files. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[\P{Cc}\n]*$/u)
const someWords = (max: number) => words(max).min(1)
const keySchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
const minuteOfDay = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

// The agenda
export const agendaBlockSchema = z.strictObject({
  id: keySchema,
  kind: z.enum(BLOCK_KINDS),
  title: someWords(120),
  note: words(300),
  minutes: z
    .number()
    .int()
    .min(5)
    .max(24 * 60),
  lockedStart: minuteOfDay.nullable(),
  boards: z.array(keySchema).max(10),
  sections: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}(\/[a-z0-9-]{1,40})?$/))
    .max(8)
    .optional(),
})
export const agendaDaySchema = z.strictObject({
  key: keySchema,
  date: isoDateSchema,
  lastDate: isoDateSchema.nullable(),
  title: someWords(80),
  goal: words(300),
  phases: z.array(z.enum(PHASES)).max(4),
  startsAt: minuteOfDay,
  blocks: z.array(agendaBlockSchema).max(40),
  handsOver: z.array(someWords(300)).max(10),
  managerSees: z.strictObject({ title: someWords(120), items: z.array(someWords(300)).max(12) }).nullable(),
  quiet: z.boolean(),
})
export const agendaSchema = z.strictObject({ days: z.array(agendaDaySchema).min(1).max(60) })

// Programmes
export const programmeSummarySchema = z.object({
  id: z.string(),
  name: localisedSchema,
  purpose: localisedSchema,
  /** How long it takes, in words. */
  duration: localisedSchema,
  /** Must it start on a Monday? */
  startsOnMonday: z.boolean(),
  /** What to know before choosing it, for example that the source model expects full-time release. */
  warning: localisedSchema.nullable(),
  days: z.array(z.object({ key: z.string(), title: localisedSchema, goal: localisedSchema })),
  boards: z.array(z.object({ key: z.string(), templateId: z.string(), title: localisedSchema })),
})
export type ProgrammeSummary = z.infer<typeof programmeSummarySchema>
/** `GET /api/programmes` */
export const programmesResponse = z.object({ programmes: z.array(programmeSummarySchema) })

/**
 * `GET /api/programmes/:id/start?date=`: what that start collides with, and the next one without a holiday. `locale` is
 * the asker's own unless it is said.
 */
export const startQuery = z.strictObject({ date: isoDateSchema, locale: localeSchema.optional() })
export const startResponse = z.object({
  /** The day that counts: the Monday of that week for a programme that starts on Mondays. */
  date: isoDateSchema,
  week: z.number().int(),
  /** Last day of the sprint. */
  until: isoDateSchema,
  /** `holiday`: nobody works; `half`: many do not; `quiet`: a week that is usually empty. */
  collisions: z.array(
    z.object({
      date: isoDateSchema,
      country: z.enum(['DK', 'NO']),
      kind: z.enum(['holiday', 'half', 'quiet']),
      name: localisedSchema,
    }),
  ),
  /** The next start without a holiday in Denmark, for Norwegian in Norway; null when this one has none. */
  nextClean: z.object({ date: isoDateSchema, week: z.number().int() }).nullable(),
})
export type StartAnswer = z.infer<typeof startResponse>

/** `GET /api/days/:date`: what a day on which people are to meet collides with. `locale` as in `startQuery`. */
export const dayQuery = z.strictObject({ locale: localeSchema.optional() })
export const dayResponse = startResponse.pick({ date: true, collisions: true }).extend({
  weekend: z.boolean(),
  /** The next day on which people work, when they do not on this one. */
  nextWorkday: isoDateSchema.nullable(),
})
export type DayAnswer = z.infer<typeof dayResponse>

// Sprints
const sprintRoleSchema = z.enum(SPRINT_ROLES)
const commissionerSchema = z.strictObject({ name: titleSchema, userId: uuid.nullable() })
/** Ids of open learning loops, which end in the older sprint and go on in the new one. */
const carriedLoops = z.array(uuid).max(50)
/** `POST /api/sprints`: the sprint with its team and the boards of every day, in one statement. Who makes it leads it. */
export const createSprintRequest = z.strictObject({
  title: titleSchema,
  challenge: someWords(CHALLENGE_MAX),
  startDate: isoDateSchema,
  programmeId: z.string().max(40),
  locale: localeSchema.optional(),
  examples: z.boolean().optional(),
  commissioner: commissionerSchema,
  /** Without oneself. */
  team: z.array(z.strictObject({ userId: uuid, role: sprintRoleSchema })).max(60),
  /** The sprint that it follows, and those of that sprint's learning loops that go on in this one. */
  follows: z.strictObject({ sprintId: uuid, loops: carriedLoops }).optional(),
})
export type CreateSprintRequest = z.infer<typeof createSprintRequest>
export const createSprintResponse = z.object({ id: uuid })

export const sprintSummarySchema = z.object({
  id: uuid,
  title: z.string(),
  challenge: z.string(),
  status: z.enum(SPRINT_STATUSES),
  programmeId: z.string(),
  locale: localeSchema,
  startDate: isoDateSchema,
  lastDate: isoDateSchema,
  /** What one is in it oneself. */
  place: z.enum([...SPRINT_ROLES, 'commissioner']),
  teamSize: z.number().int(),
  /** The day that counts today, with the board to begin with; null on days without work and before and after. */
  today: z
    .object({ key: z.string(), title: z.string(), goal: z.string(), boardId: uuid.nullable(), boardTitle: z.string() })
    .nullable(),
})
export type SprintSummary = z.infer<typeof sprintSummarySchema>
/** `GET /api/sprints`: those of one's own, the running ones first. */
export const sprintsResponse = z.object({ sprints: z.array(sprintSummarySchema) })

const whoSchema = z.object({ id: uuid, name: z.string(), colour: z.number().int() })
export const sprintBoardSchema = z.object({
  id: uuid,
  key: z.string(),
  title: z.string(),
  templateId: z.string().nullable(),
  day: z.string(),
  phase: z.enum(PHASES).nullable(),
  sensitivity: z.enum(SENSITIVITIES),
  role: z.enum(BOARD_ROLES),
  state: z.enum(['active', 'archived']),
  editedAt: timestampSchema,
  /** Who has it open now; observers too, so that nobody watches unseen. */
  here: z.array(whoSchema),
})
export type SprintBoard = z.infer<typeof sprintBoardSchema>
export const sprintMemberSchema = whoSchema.extend({ role: sprintRoleSchema })
const otherSprintSchema = z.object({ id: uuid, title: z.string() })
export type OtherSprint = z.infer<typeof otherSprintSchema>
/** `GET /api/sprints/:id`; `boards` are those that one may see, for a commissioner none. */
export const sprintSchema = sprintSummarySchema.omit({ teamSize: true }).extend({
  commissioner: commissionerSchema,
  team: z.array(sprintMemberSchema),
  boards: z.array(sprintBoardSchema),
  agenda: agendaSchema,
  agendaVersion: z.number().int(),
  /** While it runs: the block that the team is at, and since when. */
  now: z.object({ block: z.string(), since: timestampSchema }).nullable(),
  purpose: z.object({ now: z.string(), plan: z.string(), number: z.number().int() }).nullable(),
  purposeLockedAt: timestampSchema.nullable(),
  /** The sprint that it follows, and those that follow it, of those that one may see oneself. */
  previous: otherSprintSchema.nullable(),
  next: z.array(otherSprintSchema),
  may: z.object({
    change: z.boolean(),
    changeAgenda: z.boolean(),
    run: z.boolean(),
    setStatus: z.boolean(),
    duplicate: z.boolean(),
    manageTeam: z.boolean(),
    addBoard: z.boolean(),
    arrangeBoards: z.boolean(),
    delete: z.boolean(),
    writeLog: z.boolean(),
    changePurpose: z.boolean(),
    decide: z.boolean(),
  }),
})
export type Sprint = z.infer<typeof sprintSchema>
/** `PATCH /api/sprints/:id` */
export const updateSprintRequest = z
  .strictObject({
    title: titleSchema.optional(),
    challenge: someWords(CHALLENGE_MAX).optional(),
    commissioner: commissionerSchema.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change')
/** `PUT /api/sprints/:id/agenda`: answers `conflict` when somebody else changed it since `version`. */
export const putAgendaRequest = z.strictObject({ version: z.number().int(), agenda: agendaSchema })
export const putAgendaResponse = z.object({ version: z.number().int() })
/** `PUT /api/sprints/:id/now`: the block that the team begins now; null for none. */
export const putNowRequest = z.strictObject({ block: keySchema.nullable() })
/** `PUT /api/sprints/:id/status` */
export const putStatusRequest = z.strictObject({ status: z.enum(SPRINT_STATUSES) })
/** `POST /api/sprints/:id/duplicate`: the same plan, team and empty boards, for another week. */
export const duplicateSprintRequest = z.strictObject({
  title: titleSchema.optional(),
  startDate: isoDateSchema,
  loops: carriedLoops.optional(),
})
/** `PUT /api/sprints/:id/members`, `DELETE /api/sprints/:id/members?userId=` */
export const putSprintMemberRequest = z.strictObject({ userId: uuid, role: sprintRoleSchema })
export const deleteSprintMemberQuery = z.strictObject({ userId: uuid })
/** `POST /api/sprints/:id/boards`: a board more, empty or from a template. */
export const addSprintBoardRequest = z.strictObject({
  title: titleSchema,
  day: keySchema,
  templateId: z.string().max(40).optional(),
  short: z.boolean().optional(),
  examples: z.boolean().optional(),
})
/** `PATCH /api/sprints/:id/boards/:boardId` */
export const arrangeSprintBoardRequest = z
  .strictObject({
    day: keySchema.optional(),
    phase: z.enum(PHASES).optional(),
    sensitivity: z.enum(SENSITIVITIES).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change')

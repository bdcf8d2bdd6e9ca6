import { z } from 'zod'
import { BOARD_ROLES, MEMBER_ROLES, ORGANISATION_ROLES } from './access.ts'
import { ASSET_TYPES } from './board-asset.ts'
import { BOARD_TITLE_MAX } from './board-title.ts'
import { LOCALES } from './locale.ts'
import { NOTE_ROLES } from './note-role.ts'
import { templateAboutSchema } from './template-about.ts'

/**
 * Requests and responses of the HTTP API, all JSON. Request schemas refuse unknown keys. The server parses with them,
 * the web app is typed by them, and `/api/openapi.json` is generated from them.
 */

const uuid = z.uuid()
export const timestampSchema = z.iso.datetime({ offset: true })
/** One line of words; control characters would break lists and logs. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)

export const localeSchema = z.enum(LOCALES)
export const organisationRoleSchema = z.enum(ORGANISATION_ROLES)
export const boardRoleSchema = z.enum(BOARD_ROLES)
const presenceColourSchema = z.number().int().min(1).max(8)
const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())
const nameSchema = line(80)
export const titleSchema = line(BOARD_TITLE_MAX)
/** Twelve characters or more, as the Danish and Norwegian security authorities advise; no rule about kinds. */
export const PASSWORD_MIN = 12
const passwordSchema = z.string().min(PASSWORD_MIN).max(200)
const secretSchema = z.string().min(20).max(100)

export const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

// Accounts
export const signInRequest = z.strictObject({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(200),
})
export const meSchema = z.object({
  id: uuid,
  email: z.string(),
  name: z.string(),
  colour: presenceColourSchema,
  locale: localeSchema,
  role: organisationRoleSchema,
  /** What the organisation's role allows, so that pages need not ask for rights that would be refused. */
  may: z.object({ createBoards: z.boolean(), managePeople: z.boolean(), invite: z.array(organisationRoleSchema) }),
})
export type Me = z.infer<typeof meSchema>
export const updateMeRequest = z.strictObject({
  name: nameSchema.optional(),
  colour: presenceColourSchema.optional(),
  locale: localeSchema.optional(),
})
export const changePasswordRequest = z.strictObject({
  currentPassword: z.string().max(200),
  newPassword: passwordSchema,
})
const newAccount = { name: nameSchema, email: emailSchema, password: passwordSchema, locale: localeSchema }
/** `GET /api/installation`, for everybody: does it wait for its first administrator, and tldraw's optional key. */
export const installationSchema = z.object({ setupNeeded: z.boolean(), tldrawLicenseKey: z.string().nullable() })
export const setupRequest = z.strictObject({ secret: secretSchema, ...newAccount })

// People and invitations
export const personSchema = z.object({
  id: uuid,
  name: z.string(),
  colour: presenceColourSchema,
  role: organisationRoleSchema,
})
export type Person = z.infer<typeof personSchema>
export const peopleResponse = z.object({ people: z.array(personSchema) })
export const createInvitationRequest = z.strictObject({ role: organisationRoleSchema, note: line(120).optional() })
/** The only answer that ever carries the secret; it stands in the link's fragment and is stored hashed. */
export const createInvitationResponse = z.object({ id: uuid, link: z.string(), expiresAt: timestampSchema })
export const invitationSchema = z.object({
  id: uuid,
  role: organisationRoleSchema,
  note: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
})
export type Invitation = z.infer<typeof invitationSchema>
export const invitationsResponse = z.object({ invitations: z.array(invitationSchema) })
/** `POST /api/invitations/look-up`: by POST, so that the secret stays out of addresses and logs. */
export const lookUpInvitationRequest = z.strictObject({ secret: secretSchema })
export const lookUpInvitationResponse = z.object({
  role: organisationRoleSchema,
  invitedBy: z.string(),
  expiresAt: timestampSchema,
})
export const acceptInvitationRequest = z.strictObject({ secret: secretSchema, ...newAccount })

// Boards
export const boardSummarySchema = z.object({
  id: uuid,
  title: z.string(),
  role: boardRoleSchema,
  state: z.enum(['active', 'archived', 'deleted']),
  templateId: z.string().nullable(),
  locale: localeSchema,
  owner: z.object({ id: uuid, name: z.string() }),
  createdAt: timestampSchema,
  editedAt: timestampSchema,
  editedBy: z.object({ id: uuid, name: z.string() }).nullable(),
  /** When a board that was made to try things on is gone for good; null for all others. */
  expiresAt: timestampSchema.nullable(),
  /** The sprint that it belongs to, and the key of its day in it. */
  sprint: z.object({ id: uuid, title: z.string(), day: z.string() }).nullable(),
})
export type BoardSummary = z.infer<typeof boardSummarySchema>
/** `GET /api/boards?state=active|archived|deleted`; searching is the page's, so that it answers at every key. */
export const boardsResponse = z.object({ boards: z.array(boardSummarySchema) })
export const listBoardsQuery = z.strictObject({ state: z.enum(['active', 'archived', 'deleted']).default('active') })
/** `GET /api/search`: what is typed, of two letters at least. */
export const searchQuery = z.strictObject({ q: z.string().trim().min(2).max(100) })
export const searchResponse = z.object({
  boards: z.array(
    z.object({
      id: uuid,
      title: z.string(),
      state: z.enum(['active', 'archived', 'deleted']),
      /** How many texts on the board hold the words; the first few of them are in `hits`. None for a name alone. */
      count: z.number().int(),
      hits: z.array(
        z.object({ shape: z.string(), section: z.string(), role: z.enum(NOTE_ROLES).nullable(), text: z.string() }),
      ),
    }),
  ),
  /** There are more boards than these. */
  more: z.boolean(),
  /** Words that were written a moment ago may be missing. */
  behind: z.boolean(),
})
export type SearchResponse = z.infer<typeof searchResponse>
export const createBoardRequest = z.strictObject({
  title: titleSchema,
  templateId: z.string().max(40).optional(),
  locale: localeSchema.optional(),
  examples: z.boolean().optional(),
  short: z.boolean().optional(),
  /** A board that is gone after 24 hours. Left out, only the practice board is one. */
  toTry: z.boolean().optional(),
})
export type CreateBoardRequest = z.infer<typeof createBoardRequest>
export const createBoardResponse = z.object({ id: uuid })
export const updateBoardRequest = z
  .strictObject({ title: titleSchema.optional(), archived: z.boolean().optional() })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change')
export const duplicateBoardRequest = z.strictObject({ title: titleSchema.optional() })
/** As addresses say it. */
export const trueOrFalse = z.enum(['true', 'false'])
/** How a picture is drawn; `thumbnail` shows words as bars, for pictures of up to some 600 px. */
const pictureLook = {
  theme: z.enum(['light', 'dark']).default('light'),
  detail: z.enum(['thumbnail', 'full']).default('thumbnail'),
}
/** `GET /api/boards/:id/preview.svg`: drawn from what lies on the board now. */
export const boardPreviewQuery = z.strictObject(pictureLook)

// Pictures on boards
/** `POST /api/boards/:id/assets`: what became of the bytes that were sent; `id` is the SHA-256 of the new ones. */
export const assetSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(ASSET_TYPES),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
})
export type Asset = z.infer<typeof assetSchema>

// Versions of a board
export const boardVersionSchema = z.object({
  id: uuid,
  createdAt: timestampSchema,
  /** `before-restore`: how the board was when somebody went back to another version. */
  kind: z.enum(['automatic', 'named', 'before-restore']),
  name: z.string().nullable(),
  /** Who named it, or went back to another one; null for an automatic one. */
  by: z.object({ id: uuid, name: z.string() }).nullable(),
  records: z.number().int(),
  bytes: z.number().int(),
})
export type BoardVersion = z.infer<typeof boardVersionSchema>
export const boardVersionsResponse = z.object({ versions: z.array(boardVersionSchema) })
/** `POST /api/boards/:id/versions`: keeps the board as it is now, for as long as there is the board. */
export const createBoardVersionRequest = z.strictObject({ name: line(120) })
export const createBoardVersionResponse = z.object({ id: uuid })
/**
 * `POST /api/boards/:id/versions/:version/restore`: an edit like any other. With `erase`, which is the owner's alone,
 * everything else that the board ever held is erased, its other versions too.
 */
export const restoreBoardVersionRequest = z.strictObject({ erase: z.boolean().default(false) })
/** `POST /api/boards/:id/versions/:version/take-back`: `before` is the version that was kept when somebody went back. */
export const takeBackVersionRequest = z.strictObject({ before: uuid })

// Members of a board
export const boardMemberSchema = z.object({
  userId: uuid,
  name: z.string(),
  colour: presenceColourSchema,
  role: boardRoleSchema,
})
export type BoardMember = z.infer<typeof boardMemberSchema>
export const boardMembersResponse = z.object({ members: z.array(boardMemberSchema) })
export const putBoardMemberRequest = z.strictObject({ userId: uuid, role: z.enum(MEMBER_ROLES) })
/** `DELETE /api/boards/:id/members?userId=`: the owner removes anybody else; everybody else only themselves. */
export const deleteBoardMemberQuery = z.strictObject({ userId: uuid })

// Templates
export const localisedSchema = z.object({ da: z.string(), en: z.string(), nb: z.string() })
const spanSchema = z.object({ least: z.number(), most: z.number() })
export const templateSummarySchema = z.object({
  id: z.string(),
  /** `T07` */
  number: z.string(),
  name: localisedSchema,
  purpose: localisedSchema,
  when: localisedSchema,
  who: localisedSchema,
  duration: localisedSchema,
  /** How long it takes. */
  minutes: spanSchema,
  /** How many work on it at once. */
  people: spanSchema,
  /** Where it stands in the gallery; `own`: the organisation made it. */
  group: z.enum(['own', 'start', 'understand', 'create', 'work', 'steering']),
  phase: z.enum(['all', 'understand', 'create', 'work']),
  toolType: z.enum(['opens', 'sorts', 'closes']).nullable(),
  hasShort: z.boolean(),
  shortDuration: localisedSchema.nullable(),
  shortMinutes: spanSchema.nullable(),
  steps: z.array(localisedSchema.extend({ title: localisedSchema.optional(), minutes: z.number().int().optional() })),
  sections: z.array(z.object({ key: z.string(), heading: localisedSchema, question: localisedSchema })),
  handsOnTo: z.array(z.object({ to: z.string(), name: localisedSchema, what: localisedSchema })),
  /** Of the organisation's own templates only. */
  own: z
    .object({
      owner: z.object({ id: uuid, name: z.string() }),
      version: z.number().int(),
      createdAt: timestampSchema,
      changedAt: timestampSchema,
      mayChange: z.boolean(),
      /** As it was written: in the languages in which it was. */
      about: templateAboutSchema,
    })
    .optional(),
  /** An administrator took it out of the gallery; only administrators who ask for it are told. */
  hidden: z.boolean().optional(),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>
export const templatesResponse = z.object({ templates: z.array(templateSummarySchema) })
/**
 * `GET /api/templates`: all of them, or those with these ids (separated by commas) that there are. `hidden` asks for
 * those too that were taken out of the gallery; an administrator's.
 */
export const listTemplatesQuery = z.strictObject({
  ids: z.string().max(2000).optional(),
  hidden: trueOrFalse.default('false'),
})
/** `GET /api/templates/:id/records`: the same records each time, with ids that are the answer's own. */
export const templateRecordsQuery = z.strictObject({
  locale: localeSchema.default('da'),
  examples: trueOrFalse.default('true'),
  short: trueOrFalse.default('false'),
})
export const templateRecordsResponse = z.object({
  records: z.array(z.looseObject({ id: z.string(), typeName: z.string() })),
})
/** `GET /api/templates/:id/preview.svg`: drawn from the template's own records. */
export const templatePreviewQuery = templateRecordsQuery.extend(pictureLook)

import { z } from 'zod'
import { PHASES } from './agenda.ts'
import { localeSchema, timestampSchema, titleSchema } from './api.ts'
import { LINK_RIGHTS } from './link-rights.ts'

/** Requests and responses about share links and guests, as in `api.ts`. */

const uuid = z.uuid()
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)

export const LINK_KINDS = ['board', 'snapshot', 'sprint'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

const passcodeSchema = z.string().trim().min(4).max(60)
const usesSchema = z.number().int().min(1).max(1_000)

/** `POST /api/boards/:id/share-links`, and the same below sprints and snapshots, whose links only let people read. */
export const createShareLinkRequest = z.strictObject({
  right: z.enum(LINK_RIGHTS).default('view'),
  /** What those who look after the links call it. */
  name: line(80).optional(),
  expiresAt: timestampSchema,
  passcode: passcodeSchema.optional(),
  /** How many people it lets in. Not for snapshots, which are opened and not joined. */
  usesMax: usesSchema.optional(),
  /** Snapshots only: may whoever opens it answer the question that it asks? */
  mayAnswer: z.boolean().optional(),
  /** Snapshots only: does it let in nobody but people who are signed in here? */
  needsAccount: z.boolean().optional(),
})
export type CreateShareLinkRequest = z.input<typeof createShareLinkRequest>
/** The only answer that ever carries the secret; it is stored hashed. */
export const createShareLinkResponse = z.object({ id: uuid, link: z.string() })

export const shareLinkSchema = z.object({
  id: uuid,
  name: z.string(),
  right: z.enum(LINK_RIGHTS),
  mayAnswer: z.boolean(),
  needsAccount: z.boolean(),
  expiresAt: timestampSchema,
  hasPasscode: z.boolean(),
  uses: z.number().int(),
  usesMax: z.number().int().nullable(),
  createdAt: timestampSchema,
  createdBy: z.string(),
  /** When somebody came by it, or was seen who had come by it. */
  lastUsedAt: timestampSchema.nullable(),
})
export type ShareLink = z.infer<typeof shareLinkSchema>
/** `GET …/share-links`: those that are open, the newest first. `hindrance`: why none can be made just now. */
export const shareLinksResponse = z.object({
  links: z.array(shareLinkSchema),
  hindrance: z.enum(['restricted', 'closed']).nullable(),
})
export type ShareLinks = z.infer<typeof shareLinksResponse>

/** `PATCH …/share-links/:link`: those who are in by it follow at once. */
export const updateShareLinkRequest = z
  .strictObject({ right: z.enum(LINK_RIGHTS).optional(), expiresAt: timestampSchema.optional() })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change')

/** `POST …/share-links/:link/wall`: another way in by the same link, for the wall of a room, for a few hours. */
export const wallResponse = z.object({
  /** Eight letters and figures to be typed. */
  code: z.string(),
  /** The address for the picture code. */
  link: z.string(),
  /** Where the code is typed, in words. */
  address: z.string(),
  expiresAt: timestampSchema,
})
export type Wall = z.infer<typeof wallResponse>

const doorFields = {
  /** What stands behind the # of a link, or a code from a wall. */
  secret: z.string().min(20).max(100).optional(),
  code: z.string().min(1).max(40).optional(),
  passcode: z.string().max(200).optional(),
}
const oneDoor = (door: { secret?: unknown; code?: unknown }) =>
  (door.secret === undefined) !== (door.code === undefined)

/** `POST /api/join/look-up`: by POST, so that the secret stays out of addresses and logs. */
export const lookUpLinkRequest = z.strictObject(doorFields).refine(oneDoor, 'either a secret or a code')
export const lookUpLinkResponse = z.object({
  kind: z.enum(LINK_KINDS),
  /** Empty where it is told only to whoever is signed in. */
  title: z.string(),
  needsAccount: z.boolean(),
  right: z.enum(LINK_RIGHTS),
  /** Who made the link. */
  invitedBy: z.string(),
  expiresAt: timestampSchema,
})
export type LinkFound = z.infer<typeof lookUpLinkResponse>
export type Door = z.input<typeof lookUpLinkRequest>

/** `POST /api/join`: without a name the guest is called Guest and a number. */
export const joinRequest = z
  .strictObject({ ...doorFields, name: line(40).optional(), locale: localeSchema.optional() })
  .refine(oneDoor, 'either a secret or a code')
/** Where to go: an address of this installation. */
export const joinResponse = z.object({ to: z.string() })

/** `GET /api/guest`: who one is by the links that one has joined. */
export const guestPassSchema = z.object({
  id: uuid,
  name: z.string(),
  colour: z.number().int().min(1).max(8),
  kind: z.enum(['board', 'sprint']),
  /** Of the board or the sprint. */
  targetId: uuid,
})
export type GuestPass = z.infer<typeof guestPassSchema>
export const guestResponse = z.object({ passes: z.array(guestPassSchema) })

/** `GET /api/sprints/:id/page`: what a link to a sprint shows. No live board, no log and nobody's name. */
export const sprintPageSchema = z.object({
  id: uuid,
  title: titleSchema,
  challenge: z.string(),
  status: z.enum(['preparation', 'running', 'finished']),
  startDate: z.iso.date(),
  lastDate: z.iso.date(),
  /** Key of the day that it is today; null when it is none of them. */
  today: z.string().nullable(),
  purpose: z.string(),
  days: z.array(
    z.object({
      key: z.string(),
      date: z.iso.date(),
      lastDate: z.iso.date().nullable(),
      title: z.string(),
      goal: z.string(),
      phases: z.array(z.enum(PHASES)),
      quiet: z.boolean(),
    }),
  ),
  snapshots: z.array(z.object({ id: uuid, number: z.number().int(), title: z.string(), publishedAt: timestampSchema })),
})
export type SprintPage = z.infer<typeof sprintPageSchema>

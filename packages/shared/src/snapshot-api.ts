import { z } from 'zod'
import { timestampSchema } from './api.ts'
import { NOTE_ROLES, type NoteRole } from './note-role.ts'
import type { SnapshotContent } from './snapshot-content.ts'
import { SNAPSHOT_WORDS } from './snapshot-limits.ts'

/**
 * Requests and responses about snapshots. A draft is a choice that can still be changed; publishing freezes it with a
 * number, and from then on it is the same for ever: it can be withdrawn, marked final or shared, and no more.
 */

const uuid = z.uuid()
const words = (max: number) => z.string().trim().max(max)

/** Key of a section on a board of the sprint: `<boardId>/<frame>`, or `<boardId>/` for what lies in no section. */
const partKey = z.string().regex(/^[0-9a-f-]{36}\/(shape:[\w-]{1,90})?$/)

/** What a draft shows and leaves out. */
const snapshotChoiceSchema = z.strictObject({
  title: words(SNAPSHOT_WORDS.title).min(1),
  status: words(SNAPSHOT_WORDS.status),
  question: words(SNAPSHOT_WORDS.question),
  /** Sections in the order of reading. */
  parts: z.array(partKey).max(SNAPSHOT_WORDS.parts),
  /** Left out besides what is tagged as internal: single shapes, as `<boardId>/<shape>`, and whole roles. */
  withoutShapes: z.array(z.string().regex(/^[0-9a-f-]{36}\/shape:[\w-]{1,90}$/)).max(2_000),
  withoutRoles: z.array(z.enum(NOTE_ROLES)),
  /** By section: the only roles of notes that it shows; every role where a section is not named. */
  onlyRoles: z.record(partKey, z.array(z.enum(NOTE_ROLES)).max(NOTE_ROLES.length)).optional(),
  withExamples: z.boolean(),
  withPictures: z.boolean(),
})
export type SnapshotChoice = z.infer<typeof snapshotChoiceSchema>

/** `POST /api/sprints/:id/snapshots` for the preset of a day (or null: an empty choice), and `POST /api/boards/:id/snapshots`. */
export const createSnapshotRequest = z.strictObject({ day: z.string().max(40).nullable() })
export const createSnapshotResponse = z.object({ id: uuid })

export const SNAPSHOT_STATUSES = ['draft', 'published', 'withdrawn', 'expired'] as const
export const ANSWERS = ['yes', 'yes-but', 'no', 'call-me'] as const
export type Answer = (typeof ANSWERS)[number]

export const snapshotSummarySchema = z.object({
  id: uuid,
  /** Null for a draft. */
  number: z.number().int().nullable(),
  title: z.string(),
  status: z.enum(SNAPSHOT_STATUSES),
  day: z.string().nullable(),
  /** True for a draft that was prepared at the end of a day and that nobody looked at yet. */
  prepared: z.boolean(),
  madeAt: timestampSchema,
  publishedAt: timestampSchema.nullable(),
  /** *Endelig*: goes into the filing package. */
  final: z.boolean(),
  /** Hex SHA-256 of the frozen content; null for a draft. */
  sha256: z.string().nullable(),
  answers: z.array(z.object({ answer: z.enum(ANSWERS), words: z.string(), at: timestampSchema })),
})
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>
/** `GET /api/sprints/:id/snapshots`, `GET /api/boards/:id/snapshots`: the newest first. */
export const snapshotsResponse = z.object({ snapshots: z.array(snapshotSummarySchema), mayMake: z.boolean() })

export type SnapshotSection = {
  key: string
  part: string
  boardId: string
  board: string
  title: string
  texts: number
  hindrance: 'restricted' | null
  /** What it shows, and what is left out of it one by one; only of sections that are chosen. */
  items: SnapshotText[]
}
/** Something written that can be left out: its id is as `withoutShapes` names it, its words as a snapshot would say them. */
export type SnapshotText = { id: string; text: string; role: NoteRole | null }
/** `GET /api/snapshots/:id`: the content, as it was frozen, or as it would be now for a draft. */
export type SnapshotAnswer = {
  snapshot: SnapshotSummary
  /** One of the two is null. */
  sprintId: string | null
  boardId: string | null
  /** May change, publish, share and withdraw it. */
  mayMake: boolean
  mayAnswer: boolean
  content: SnapshotContent
  /** Of a draft only. */
  choice: SnapshotChoice | null
  /** Of a draft only: names the state of the choice, for changing and publishing no other. */
  version: string | null
  /**
   * Every section that a draft could show, with what keeps it out: `restricted` boards stay out always. `key` is for the
   * choice; `part` is the section's key in the content, and what is in it begins as that does, up to the sign `/`.
   */
  sections: SnapshotSection[] | null
}
/** The same for descriptions: the content is what `SnapshotContent` says. */
export const snapshotResponse = z.object({
  snapshot: snapshotSummarySchema,
  sprintId: uuid.nullable(),
  boardId: uuid.nullable(),
  mayMake: z.boolean(),
  mayAnswer: z.boolean(),
  version: z.string().nullable(),
  content: z.record(z.string(), z.unknown()),
  choice: snapshotChoiceSchema.nullable(),
  sections: z.array(z.record(z.string(), z.unknown())).nullable(),
})
/** `GET /api/snapshots/:id/pictures/:key` */
export const snapshotPictureQuery = z.strictObject({ theme: z.enum(['light', 'dark']).default('light') })
const versionSchema = z.string().regex(/^[0-9a-f]{64}$/)
/** `PUT /api/snapshots/:id/choice` */
export const putSnapshotChoiceRequest = snapshotChoiceSchema
/** With `was`, 409 when it is another one by now. */
export const putSnapshotChoiceQuery = z.strictObject({ was: versionSchema.optional() })
export const putSnapshotChoiceResponse = z.object({ version: versionSchema })
/** `POST /api/snapshots/:id/publish`, `POST …/withdraw`, `POST …/final` answer the summary; only the first has a body. */
export const publishSnapshotRequest = z.strictObject({
  expiresAt: timestampSchema.nullable(),
  /** The version that one has seen; 409 when it is another one by now. */
  version: versionSchema.optional(),
})
/** `POST /s/:token/answer` as a form, and `POST /api/snapshots/:id/answers` for those who are signed in. */
export const answerSnapshotRequest = z.strictObject({ answer: z.enum(ANSWERS), words: words(SNAPSHOT_WORDS.answer) })

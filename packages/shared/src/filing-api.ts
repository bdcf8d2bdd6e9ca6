import { z } from 'zod'
import { isoDateSchema } from './sprint-api.ts'

/** Requests and responses about paper and filing: PDF files of snapshots, and packages for the records office (F34). */

export const SNAPSHOT_PAPERS = ['a4', 'a3', 'a0'] as const
export type SnapshotPaper = (typeof SNAPSHOT_PAPERS)[number]
/** `GET /api/snapshots/:id/pdf` */
export const snapshotPdfQuery = z.strictObject({ paper: z.enum(SNAPSHOT_PAPERS).default('a4') })

/** One line of plain words. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

export const FILING_WORDS = { caseNumber: 60, code: 40, name: 120, shortSubject: 120, responsible: 120 } as const
export const FILING_SNAPSHOTS_MAX = 40

/** What is said about a case: the same from one package of a sprint to the next, and remembered there. */
const caseSchema = z.strictObject({
  caseNumber: line(FILING_WORDS.caseNumber).min(1),
  /** Of a classification as the organisation uses it, for example KLE; both may be empty. */
  classificationCode: line(FILING_WORDS.code),
  classificationName: line(FILING_WORDS.name),
  shortSubject: line(FILING_WORDS.shortSubject).min(1),
  /** A role, not necessarily a name. */
  responsible: line(FILING_WORDS.responsible),
})
export type FilingCase = z.infer<typeof caseSchema>

/** `POST /api/sprints/:id/filing-packages`: the final snapshots, unless others are named. */
export const createFilingPackageRequest = caseSchema.extend({
  documentDate: isoDateSchema,
  snapshots: z.array(z.uuid()).min(1).max(FILING_SNAPSHOTS_MAX).optional(),
})
export type CreateFilingPackage = z.infer<typeof createFilingPackageRequest>
export const createFilingPackageResponse = z.object({ id: z.uuid() })

/** `GET /api/sprints/:id/filing`: what was said the last time; null before the first. */
export const filingCaseResponse = z.object({ case: caseSchema.nullable() })

export const FILING_STEPS = ['snapshots', 'log', 'packing'] as const
/** `GET /api/sprints/:id/filing-packages/:package` */
export const filingProgressResponse = z.object({
  status: z.enum(['working', 'ready', 'failed']),
  step: z.enum(FILING_STEPS),
  /** Of all files that are to be made; they are equal when it is ready. */
  done: z.number().int(),
  total: z.number().int(),
  /** Of a package that is ready. */
  bytes: z.number().int().nullable(),
  fileName: z.string().nullable(),
  /** Why it failed. */
  failure: z.enum(['too_large', 'withdrawn', 'internal']).nullable(),
})
export type FilingProgress = z.infer<typeof filingProgressResponse>

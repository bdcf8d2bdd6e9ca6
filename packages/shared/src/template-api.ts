import { z } from 'zod'
import { localeSchema, timestampSchema, trueOrFalse } from './api.ts'
import { importBoardRequest } from './import-api.ts'
import { templateAboutSchema } from './template-about.ts'
import { TEMPLATE_FORMAT, TEMPLATE_RECORDS_MAX } from './template-limits.ts'

/** Requests and responses about the organisation's own templates, beside those of `api.ts`. */

const uuid = z.uuid()
const boardSource = {
  boardId: uuid,
  /** Also the texts, figures and lines that belong to no section and are not fixed. Notes and pictures never. */
  keepLoose: z.boolean().default(false),
}
/** `POST /api/templates` */
export const createTemplateRequest = z.strictObject({ ...boardSource, about: templateAboutSchema })
/** `POST /api/templates/:id/versions`: as the board is now; with `about` also what is said of it. */
export const addTemplateVersionRequest = z.strictObject({ ...boardSource, about: templateAboutSchema.optional() })

/** What of a board did not go into a template. */
export const templateLeftOutSchema = z.object({
  /** Notes that are no examples. */
  notes: z.number().int(),
  pictures: z.number().int(),
  /** Drawings, and texts, figures and lines that belong to no section. */
  loose: z.number().int(),
  /** Boxes that were emptied of what somebody wrote. */
  fields: z.number().int(),
})
export type TemplateLeftOut = z.infer<typeof templateLeftOutSchema>
export const templateSavedResponse = z.object({
  id: uuid,
  version: z.number().int(),
  leftOut: templateLeftOutSchema,
})
export type TemplateSaved = z.infer<typeof templateSavedResponse>
/** `GET /api/boards/:id/template-draft`: what would be left out, without saving anything. */
export const templateDraftQuery = z.strictObject({ keepLoose: trueOrFalse.default('false') })
export const templateDraftResponse = z.object({
  leftOut: templateLeftOutSchema,
  sections: z.number().int(),
  examples: z.number().int(),
})
export type TemplateDraft = z.infer<typeof templateDraftResponse>

/** `PATCH /api/templates/:id`: all of what is said of it. */
export const changeTemplateRequest = z.strictObject({ about: templateAboutSchema })
/** `PUT /api/templates/:id/hidden`: for a built-in one. */
export const hideTemplateRequest = z.strictObject({ hidden: z.boolean() })

/** `GET /api/boards/:id/template`: null for a board that is of no template of our own. */
export const boardTemplateResponse = z.object({
  origin: z
    .object({
      /** The version that it was made from. */
      version: z.number().int(),
      /** The newest one there is; of a deleted template the same. */
      newest: z.number().int(),
      /** There is a newer one, and nobody has written on the board since it was made. */
      unused: z.boolean(),
    })
    .nullable(),
})
export type BoardTemplate = z.infer<typeof boardTemplateResponse>

/** A template as a file. */
export const TEMPLATE_FILE_VERSION = 1
export const templateFileSchema = z.strictObject({
  format: z.literal(TEMPLATE_FORMAT),
  version: z.literal(TEMPLATE_FILE_VERSION),
  exportedAt: timestampSchema,
  locale: localeSchema,
  about: templateAboutSchema,
  schema: importBoardRequest.shape.schema,
  records: z.array(z.unknown()).max(TEMPLATE_RECORDS_MAX),
})
export type TemplateFile = z.infer<typeof templateFileSchema>

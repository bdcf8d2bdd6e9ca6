import { z } from 'zod'
import { localeSchema, timestampSchema, titleSchema } from './api.ts'
import { isAssetId } from './board-asset.ts'
import { BACKUP_FORMAT, BACKUP_RECORDS_MAX, BACKUP_VERSIONS } from './board-backup.ts'

/** Requests and responses about boards that come from files, beside those of `api.ts`. */

/**
 * `POST /api/boards/import`: a backup file without its pictures, which are sent before, each by itself. Its records are
 * checked one by one against the record schema.
 */
export const importBoardRequest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSIONS),
  title: titleSchema,
  locale: localeSchema,
  templateId: z.string().max(40).nullable(),
  exportedAt: timestampSchema,
  schema: z.strictObject({
    schemaVersion: z.literal(2),
    sequences: z
      .record(z.string().max(100), z.number().int().min(0))
      .refine((sequences) => Object.keys(sequences).length <= 200, 'too many sequences'),
  }),
  records: z.array(z.unknown()).max(BACKUP_RECORDS_MAX),
})
export type ImportBoardRequest = z.infer<typeof importBoardRequest>
/** So many of the pictures that the records name were not sent, and are not to be had here. */
export const importBoardResponse = z.object({ id: z.uuid(), missingPictures: z.number().int() })
/** `POST /api/boards/import/assets`: the SHA-256 that the bytes are said to have, of a picture from a backup. */
export const importAssetQuery = z.strictObject({
  is: z.string().refine(isAssetId, 'no SHA-256').optional(),
})

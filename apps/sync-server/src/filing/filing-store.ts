import type { FilingCase } from '@samtavle/shared/filing-api'
import { type Sql, withDeadline } from '../db/database.ts'

export type FilingStore = ReturnType<typeof createFilingStore>

/** The SQL of what is remembered about the cases of sprints. */
export function createFilingStore(sql: Sql) {
  return {
    async find(sprintId: string): Promise<FilingCase | null> {
      const rows = await withDeadline(sql<FilingCase[]>`
        SELECT case_number AS "caseNumber", classification_code AS "classificationCode",
          classification_name AS "classificationName", short_subject AS "shortSubject", responsible
        FROM sprint_filing WHERE sprint_id = ${sprintId}`)
      return rows[0] ?? null
    },

    async remember(sprintId: string, one: FilingCase, at: Date): Promise<void> {
      await withDeadline(sql`
        INSERT INTO sprint_filing
          (sprint_id, case_number, classification_code, classification_name, short_subject, responsible, at)
        VALUES (${sprintId}, ${one.caseNumber}, ${one.classificationCode}, ${one.classificationName},
          ${one.shortSubject}, ${one.responsible}, ${at})
        ON CONFLICT (sprint_id) DO UPDATE SET case_number = excluded.case_number,
          classification_code = excluded.classification_code, classification_name = excluded.classification_name,
          short_subject = excluded.short_subject, responsible = excluded.responsible, at = excluded.at`)
    },
  }
}

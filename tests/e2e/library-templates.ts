import type { TemplateSummary } from '@samtavle/shared/api'
import type { ApiSession } from '../support/api-session.ts'

/** The numbers of these templates; of the whole library with `LIBRARY=all`. */
export const libraryNumbers = (...some: string[]): string[] =>
  process.env.LIBRARY === 'all' ? Array.from({ length: 25 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`) : some

/** A template of the library, by its number. @throws when there is none */
export async function findTemplate(session: ApiSession, number: string): Promise<TemplateSummary> {
  const { templates } = await session.ask<{ templates: TemplateSummary[] }>('GET', '/api/templates')
  const template = templates.find((one) => one.number === number)
  if (template === undefined) throw new Error(`there is no ${number}`)
  return template
}

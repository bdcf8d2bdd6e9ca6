import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import { LOCALES } from '@samtavle/shared/locale'
import { listTemplates } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'

/** What records say, whatever ids they were given: in an order of its own, without ids and what refers to them. */
function contentOf(records: readonly BoardRecord[]): string[] {
  const ids = new Map<string, string>()
  for (const { id, typeName, ...rest } of records)
    ids.set(id, `${typeName} ${JSON.stringify([rest.x, rest.y, rest.index])}`)
  const withoutIds = JSON.stringify(records, (_, value: unknown) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  )
  return (JSON.parse(withoutIds) as BoardRecord[]).map((record) => JSON.stringify(sortKeys(record))).sort()
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, inner]) => [key, sortKeys(inner)]),
  )
}

describeDatabases('boards from templates', (open) => {
  const api = useBoardApi(open)

  test('there are templates', () => {
    expect(listTemplates()).toHaveLength(25)
  })

  test.each(listTemplates().map((template) => [template.number, template] as const))(
    '%s seeds and reads back whole, in every language, with and without examples, whole and short',
    async (_, template) => {
      const docStore = createPgDocStore(singleConnection(api.database.sql))
      for (const locale of LOCALES) {
        for (const examples of [true, false]) {
          for (const short of template.short === null ? [false] : [true, false]) {
            const body = { title: 'Fra skabelon', templateId: template.id, locale, examples, short }
            const id = await api.board(api.people.owner, body)
            const stored = await docStore.load(id)
            if (stored === undefined) throw new Error('nothing stored')
            expect(stored.payloads).toHaveLength(1)
            const records = withDocument(stored, readAllRecords)
            let count = 0
            const expected = instantiateTemplate(template, {
              locale,
              examples,
              short,
              newId: () => `id${count++}`,
              boardName: 'Fra skabelon',
            })
            expect(new Set(records.map((record) => record.id)).size).toBe(expected.length)
            expect(contentOf(records)).toEqual(contentOf(expected))
            const [row] = await api.database.sql`SELECT template_id, locale FROM board WHERE id = ${id}`
            expect(row).toEqual({ template_id: template.id, locale })
          }
        }
      }
    },
  )

  test('without a word about it there are no examples, the whole template and the person’s language', async () => {
    const [template] = listTemplates()
    if (template === undefined) throw new Error('no template')
    const id = await api.board(api.people.owner, { title: 'T', templateId: template.id })
    const stored = await createPgDocStore(singleConnection(api.database.sql)).load(id)
    if (stored === undefined) throw new Error('nothing stored')
    let count = 0
    const newId = () => `id${count++}`
    const expected = instantiateTemplate(template, {
      locale: 'da',
      examples: false,
      short: false,
      newId,
      boardName: 'T',
    })
    expect(contentOf(withDocument(stored, readAllRecords))).toEqual(contentOf(expected))
  })

  test('a short version that does not exist is refused', async () => {
    const long = listTemplates().find((template) => template.short === null)
    if (long === undefined) return
    const body = { title: 'T', templateId: long.id, short: true }
    expect((await api.ask(api.people.owner, 'POST', '/api/boards', body)).status).toBe(400)
  })
})

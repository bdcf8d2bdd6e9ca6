import type { BoardRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { type TemplateFile, templateFileSchema, templateSavedResponse } from '@samtavle/shared/template-api'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { ABOUT, SECRET, useOwnTemplates } from '../../test-support/own-template.ts'
import type { Identity } from '../http/app-env.ts'

describeDatabases('a template of our own as a file', (open) => {
  const api = useOwnTemplates(open)

  async function file(): Promise<TemplateFile> {
    const { id } = await api.saved(await api.usedBoard())
    const response = await api.ask(api.people.manager, 'GET', `/api/templates/${id}/export`)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    return templateFileSchema.parse(await response.json())
  }
  const send = (body: unknown, who: Identity = api.people.colleague) =>
    api.ask(who, 'POST', '/api/templates/import', body)

  test('it comes back as an equal template of who imports it', async () => {
    const exported = await file()
    expect(JSON.stringify(exported)).not.toContain(api.people.owner.userId)
    const response = await send(exported)
    const { id, leftOut } = templateSavedResponse.parse(await response.json())
    expect(leftOut).toEqual({ notes: 0, pictures: 0, loose: 0, fields: 0 })
    const summary = await api.told(id)
    expect(summary?.own).toMatchObject({ owner: { id: api.people.colleague.userId }, version: 1, about: ABOUT })
    const again = await api.ask(api.people.owner, 'GET', `/api/templates/${id}/export`)
    expect({ ...((await again.json()) as object), exportedAt: '' }).toEqual({ ...exported, exportedAt: '' })
  })

  test('a hostile one is refused whole, and nothing of it is stored', async () => {
    const exported = await file()
    const [first, ...rest] = exported.records as BoardRecord[]
    const count = async () => (await api.database.sql`SELECT count(*)::int AS n FROM template`)[0]?.n
    const before = await count()
    const hostile: Record<string, unknown> = {
      'another format': { ...exported, format: 'samtavle-board' },
      'a newer version': { ...exported, version: 2 },
      'a key of its own': { ...exported, more: 1 },
      'no document': { ...exported, records: rest.filter(({ typeName }) => typeName !== 'document').slice(1) },
      'a record twice': { ...exported, records: [first, first, ...rest] },
      'an unknown shape': { ...exported, records: [first, ...rest, { ...noteRecord('shape:x'), type: 'embed' }] },
      'a script for a link': {
        ...exported,
        records: [first, ...rest, noteRecord('shape:x', { url: 'javascript:alert(1)' })],
      },
      'too many records': { ...exported, records: Array.from({ length: 5_001 }, () => null) },
      'a name of control characters': { ...exported, about: { ...ABOUT, name: { da: 'a\u0007', en: '', nb: '' } } },
      'no name': { ...exported, about: { ...ABOUT, name: { da: ' ', en: '', nb: '' } } },
      'more than everybody': { ...exported, about: { ...ABOUT, people: { least: 9, most: 3 } } },
      'too many steps': { ...exported, about: { ...ABOUT, steps: Array(21).fill(ABOUT.steps[0]) } },
      'a newer schema': {
        ...exported,
        schema: { ...exported.schema, sequences: { ...exported.schema.sequences, 'com.tldraw.shape.note': 99 } },
      },
    }
    for (const [name, body] of Object.entries(hostile)) {
      expect([name, (await send(body)).status]).toEqual([name, 400])
    }
    expect((await send(exported, api.people.manager)).status).toBe(403)
    expect((await send('x'.repeat(6 * 1024 * 1024 + 1))).status).toBe(413)
    expect(await count()).toBe(before)
  })

  test('notes in it that are no examples are left out', async () => {
    const exported = await file()
    const page = (exported.records as BoardRecord[]).find(({ typeName }) => typeName === 'page')?.id
    const note = noteRecord('shape:added', { richText: richTextOf(SECRET) }, { parentId: page })
    const response = await send({ ...exported, records: [...exported.records, note] })
    const { id, leftOut } = templateSavedResponse.parse(await response.json())
    expect(leftOut.notes).toBe(1)
    expect(JSON.stringify(await api.templateRecords(id))).not.toContain('Jensen')
  })
})

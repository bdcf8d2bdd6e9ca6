import { randomUUID } from 'node:crypto'
import { createRecord } from '@samtavle/shared/board-doc'
import { openInStore } from '@samtavle/shared/record-schema'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { templateDraftResponse } from '@samtavle/shared/template-api'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { ABOUT, frameRecord, useOwnTemplates } from '../../test-support/own-template.ts'
import type { Identity } from '../http/app-env.ts'

describeDatabases('templates of our own', (open) => {
  const api = useOwnTemplates(open)
  test('a board becomes a template without what people wrote on it, and says what stayed behind', async () => {
    const board = await api.usedBoard()
    const draft = await api.ask(api.people.owner, 'GET', `/api/boards/${board}/template-draft`)
    const { leftOut } = templateDraftResponse.strict().parse(await draft.json())
    const { id, version, leftOut: left } = await api.saved(board)
    expect([version, left]).toEqual([1, leftOut])
    // The name of the board in the header is emptied beside the words about somebody.
    expect(left).toMatchObject({ notes: 1, pictures: 0, loose: 1 })
    expect(left.fields).toBeGreaterThanOrEqual(2)
    const rows = await api.database.sql`SELECT content FROM template_version WHERE template_id = ${id}`
    expect(rows[0]?.content).not.toContain('Jensen')
    expect(rows[0]?.content).not.toContain('Løs tekst')
    expect(rows[0]?.content).not.toContain('Sag 17')
    const before = (await api.recordsOf(board)).filter(({ meta }) => meta?.fixed === true || meta?.example === true)
    const after = (await api.templateRecords(id)).filter(({ meta }) => meta?.fixed === true || meta?.example === true)
    expect(after).toHaveLength(before.length)
  })

  test('texts that belong to no section stay when asked for, notes never', async () => {
    const { id, leftOut } = await api.saved(await api.usedBoard(), { keepLoose: true })
    expect(leftOut).toMatchObject({ notes: 1, loose: 0 })
    const words = (await api.templateRecords(id)).map(wordsOn)
    expect(words).toContain('Løs tekst')
    expect(words.join()).not.toContain('Jensen')
  })

  test('steps have a title and minutes, and those that are none are refused', async () => {
    const board = await api.board(api.people.owner, { title: 'Trin' })
    const step = { da: 'Skriv.', en: '', nb: '', title: { da: 'Først', en: 'First', nb: '' }, minutes: 10 }
    const { id } = await api.saved(board, { about: { ...ABOUT, steps: [step] } })
    expect((await api.told(id))?.steps).toEqual([
      { da: 'Skriv.', en: 'Skriv.', nb: 'Skriv.', title: { da: 'Først', en: 'First', nb: 'Først' }, minutes: 10 },
    ])
    for (const wrong of [
      { ...step, minutes: 0 },
      { ...step, minutes: 1441 },
      { ...step, minutes: '10' },
      { ...step, title: { ...step.title, da: 'x'.repeat(81) } },
      { ...step, title: { ...step.title, da: 'a\u0000b' } },
      { ...step, da: '', title: { da: '', en: '', nb: '' } },
      { ...step, more: 1 },
    ]) {
      const body = { boardId: board, about: { ...ABOUT, steps: [wrong] } }
      const response = await api.ask(api.people.owner, 'POST', '/api/templates', body)
      expect([response.status, await response.json()]).toEqual([400, { error: expect.anything() }])
    }
  })

  test('it stands in the gallery for everybody, with its owner, version and words in every language', async () => {
    const { id } = await api.saved(await api.usedBoard())
    const summary = await api.told(id)
    expect(summary).toMatchObject({
      group: 'own',
      name: { da: 'Vores tjek ind', en: 'Vores tjek ind', nb: 'Vores tjek ind' },
      purpose: { en: 'Everybody says something.', nb: 'Alle siger noget.' },
      duration: { da: '10–20 min' },
      own: { owner: { id: api.people.owner.userId }, version: 1, mayChange: false, about: ABOUT },
    })
    expect(summary?.sections.length).toBeGreaterThan(5)
    expect((await api.told(id, api.people.owner))?.own?.mayChange).toBe(true)
    expect((await api.told(id, api.people.administrator))?.own?.mayChange).toBe(true)
    const picture = await api.ask(api.people.manager, 'GET', `/api/templates/${id}/preview.svg?detail=full`)
    expect([picture.status, await picture.text()]).toEqual([200, expect.stringContaining('<svg')])
    expect((await api.list(api.people.manager, `?ids=${id},borgerrejse`)).map((one) => one.id)).toEqual([
      id,
      'borgerrejse',
    ])
  })

  test('a board is made of it in one go: own ids, no examples unless asked for, its own name in the header', async () => {
    const { id } = await api.saved(await api.usedBoard())
    const bodies = [{ examples: true }, {}]
    const [withThem, without] = await Promise.all(
      bodies.map(async (body) =>
        api.recordsOf(await api.board(api.people.colleague, { title: 'Uge 12', templateId: id, ...body })),
      ),
    )
    const source = await api.templateRecords(id)
    const ids = new Set(source.map((record) => record.id))
    expect(withThem).toHaveLength(source.length)
    expect(withThem?.filter((record) => ids.has(record.id)).map((record) => record.id)).toEqual(['document:document'])
    expect(without?.some(({ meta }) => meta?.example === true)).toBe(false)
    for (const records of [withThem ?? [], without ?? []]) {
      expect(openInStore(records)).toHaveLength(records.length)
      expect(records.some((record) => record.meta?.cell === 'navn' && wordsOn(record) === 'Uge 12')).toBe(true)
    }
    const refused = await api.ask(api.people.owner, 'POST', '/api/boards', { title: 'T', templateId: id, short: true })
    expect(refused.status).toBe(400)
  })

  test('headings that a designer wrote in three languages are those of the board’s language', async () => {
    const board = await api.board(api.people.owner, { title: 'Ny' })
    const page = (await api.recordsOf(board)).find(({ typeName }) => typeName === 'page')?.id ?? ''
    const words = { da: 'Tanker', en: 'Thoughts', nb: '' }
    await api.change(board, (map) => {
      createRecord(map, frameRecord('shape:frame1', 'Tanker', page, { part: 'section', fixed: true, words }))
    })
    const { id } = await api.saved(board)
    const name = async (locale: string) => {
      const made = await api.board(api.people.owner, { title: 'Ny', templateId: id, locale })
      return (await api.recordsOf(made)).find(({ type }) => type === 'frame')?.props?.name
    }
    expect([await name('da'), await name('en'), await name('nb')]).toEqual(['Tanker', 'Thoughts', 'Tanker'])
    expect((await api.told(id))?.sections[0]?.heading).toEqual({ da: 'Tanker', en: 'Thoughts', nb: 'Tanker' })
  })

  test('a new version is what new boards get; a board nobody wrote on can follow, any other cannot', async () => {
    const source = await api.usedBoard()
    const { id } = await api.saved(source)
    const body = { title: 'Fra os', templateId: id }
    const unused = await api.board(api.people.owner, body)
    const written = await api.board(api.people.owner, body)
    await api.ask(api.people.owner, 'PUT', `/api/boards/${unused}/members`, {
      userId: api.people.editor.userId,
      role: 'edit',
    })
    await api.change(written, (map) => {
      const page = [...map.keys()].find((key) => key.startsWith('page:')) ?? ''
      createRecord(map, noteRecord('shape:mine', {}, { parentId: page }))
    })
    expect(await api.versionOf(unused)).toEqual({ version: 1, newest: 1, unused: false })
    expect((await api.ask(api.people.owner, 'POST', `/api/boards/${unused}/template/newest`)).status).toBe(409)

    const page = (await api.recordsOf(source)).find(({ typeName }) => typeName === 'page')?.id ?? ''
    await api.change(source, (map) => {
      createRecord(map, frameRecord('shape:new', 'Nyt felt', page))
    })
    const added = await api.ask(api.people.owner, 'POST', `/api/templates/${id}/versions`, { boardId: source })
    expect([added.status, ((await added.json()) as { version: number }).version]).toEqual([201, 2])
    expect((await api.told(id))?.own?.version).toBe(2)

    expect(await api.versionOf(unused)).toEqual({ version: 1, newest: 2, unused: true })
    expect(await api.versionOf(written, api.people.owner)).toEqual({ version: 1, newest: 2, unused: false })
    const kept = await api.recordsOf(written)
    expect((await api.ask(api.people.owner, 'POST', `/api/boards/${written}/template/newest`)).status).toBe(409)
    expect(await api.recordsOf(written)).toEqual(kept)
    const pageBefore = (await api.recordsOf(unused)).find(({ typeName }) => typeName === 'page')?.id
    // It replaces the locked background, which is the owner's alone to change.
    expect((await api.ask(api.people.editor, 'POST', `/api/boards/${unused}/template/newest`)).status).toBe(403)
    expect(await api.versionOf(unused)).toEqual({ version: 1, newest: 2, unused: true })
    expect((await api.ask(api.people.owner, 'POST', `/api/boards/${unused}/template/newest`)).status).toBe(204)
    const after = await api.recordsOf(unused)
    expect(after.some(({ props }) => props?.name === 'Nyt felt')).toBe(true)
    expect(after.find(({ typeName }) => typeName === 'page')?.id).toBe(pageBefore)
    expect(openInStore(after)).toHaveLength(after.length)
    expect(await api.versionOf(unused)).toEqual({ version: 2, newest: 2, unused: false })
  })

  test('what is said of it is changed, and it is deleted and taken back; boards made of it stay', async () => {
    const { id } = await api.saved(await api.usedBoard())
    const board = await api.board(api.people.owner, { title: 'Fra os', templateId: id })
    const about = { ...ABOUT, name: { da: 'Nyt navn', en: 'New name', nb: '' }, toolType: null }
    expect((await api.ask(api.people.owner, 'PATCH', `/api/templates/${id}`, { about })).status).toBe(204)
    expect((await api.told(id))?.name).toEqual({ da: 'Nyt navn', en: 'New name', nb: 'Nyt navn' })
    expect((await api.ask(api.people.owner, 'DELETE', `/api/templates/${id}`)).status).toBe(204)
    expect(await api.told(id)).toBeUndefined()
    for (const path of ['/records', '/preview.svg', '/export']) {
      expect((await api.ask(api.people.owner, 'GET', `/api/templates/${id}${path}`)).status).toBe(404)
    }
    expect((await api.recordsOf(board)).length).toBeGreaterThan(20)
    expect(await api.versionOf(board, api.people.owner)).toEqual({ version: 1, newest: 1, unused: false })
    expect(await api.versionOf(await api.board(api.people.owner), api.people.owner)).toBeNull()
    // Its guide stays with the boards that were made from it.
    expect((await api.list(api.people.owner, `?ids=${id}`)).map((one) => one.own?.mayChange)).toEqual([false])
    expect((await api.ask(api.people.owner, 'POST', '/api/boards', { title: 'T', templateId: id })).status).toBe(400)
    expect((await api.ask(api.people.owner, 'POST', `/api/templates/${id}/restore`)).status).toBe(204)
    expect((await api.told(id))?.id).toBe(id)
  })

  test('only the owner of the board makes templates of it, and a manager makes none', async () => {
    const board = await api.usedBoard()
    await api.ask(api.people.owner, 'PUT', `/api/boards/${board}/members`, {
      userId: api.people.editor.userId,
      role: 'edit',
    })
    await api.ask(api.people.owner, 'PUT', `/api/boards/${board}/members`, {
      userId: api.people.manager.userId,
      role: 'edit',
    })
    const attempt = async (who: Identity | null, boardId = board) =>
      (await api.ask(who, 'POST', '/api/templates', { boardId, about: ABOUT })).status
    expect(await attempt(null)).toBe(401)
    expect(await attempt(api.people.editor)).toBe(403)
    expect(await attempt(api.people.manager)).toBe(403)
    expect([await attempt(api.people.stranger), await attempt(api.people.stranger, randomUUID())]).toEqual([404, 404])
    expect((await api.ask(api.people.editor, 'GET', `/api/boards/${board}/template-draft`)).status).toBe(403)
    expect((await api.ask(api.people.stranger, 'GET', `/api/boards/${board}/template-draft`)).status).toBe(404)
  })

  test('only who made it and administrators change it, and unknown, deleted and malformed ids look alike', async () => {
    const { id } = await api.saved(await api.usedBoard())
    const gone = (await api.saved(await api.usedBoard())).id
    await api.ask(api.people.owner, 'DELETE', `/api/templates/${gone}`)
    const own = await api.board(api.people.colleague)
    const attempts = [
      ['PATCH', '', { about: ABOUT }],
      ['POST', '/versions', { boardId: own }],
      ['DELETE', '', undefined],
    ] as const
    for (const [method, rest, body] of attempts) {
      const ask = (who: Identity | null, which: string) => api.ask(who, method, `/api/templates/${which}${rest}`, body)
      expect((await ask(null, id)).status).toBe(401)
      expect((await ask(api.people.colleague, id)).status).toBe(403)
      const answers = new Set<string>()
      for (const which of [gone, randomUUID(), 'x', id.toUpperCase(), 'borgerrejse', '__proto__']) {
        const response = await ask(api.people.colleague, which)
        answers.add(`${response.status} ${await response.text()}`)
      }
      expect([...answers]).toEqual([expect.stringMatching(/^404 .*not_found/)])
    }
    expect((await api.ask(api.people.colleague, 'POST', `/api/templates/${gone}/restore`)).status).toBe(404)
    expect((await api.told(id))?.own?.version).toBe(1)
    expect((await api.ask(api.people.administrator, 'DELETE', `/api/templates/${id}`)).status).toBe(204)
  })

  test('an administrator takes built-in templates out of the gallery and puts them back; nobody else', async () => {
    const hide = (who: Identity, hidden: boolean, id = 'borgermoede') =>
      api.ask(who, 'PUT', `/api/templates/${id}/hidden`, { hidden })
    expect((await hide(api.people.owner, true)).status).toBe(403)
    expect((await hide(api.people.administrator, true)).status).toBe(204)
    expect((await hide(api.people.administrator, true)).status).toBe(204)
    expect((await hide(api.people.administrator, true, 'findes-ikke')).status).toBe(404)
    const shown = async (who: Identity, query = '') =>
      (await api.list(who, query)).find(({ id }) => id === 'borgermoede')
    expect(await shown(api.people.owner)).toBeUndefined()
    expect(await shown(api.people.owner, '?hidden=true')).toBeUndefined()
    expect(await shown(api.people.administrator)).toBeUndefined()
    expect((await shown(api.people.administrator, '?hidden=true'))?.hidden).toBe(true)
    // Boards that are there keep their guide.
    expect(await shown(api.people.owner, '?ids=borgermoede')).toBeDefined()
    expect((await hide(api.people.administrator, false)).status).toBe(204)
    expect((await shown(api.people.owner))?.hidden).toBeUndefined()
  })
})

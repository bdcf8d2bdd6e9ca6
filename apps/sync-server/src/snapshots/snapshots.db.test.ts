import { randomUUID } from 'node:crypto'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { deleteRecord, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { itemsOf } from '@samtavle/shared/compare-snapshots'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import {
  choose,
  frameOf,
  listSnapshots,
  makeDraft,
  publish,
  readSnapshot,
  writeNote,
} from '../../test-support/snapshot-api.ts'
import { createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

/** A programme with few boards. */
const SHORT = { programmeId: 'express' }
const texts = ({ parts }: SnapshotContent) => parts.flatMap(itemsOf).map(({ text }) => text)

describeDatabases('snapshots', (open) => {
  const api = useBoardApi(open)

  async function sprint(over: Record<string, unknown> = {}) {
    const { owner, editor } = api.people
    const id = await createSprint(api, owner, { team: [inTeam(editor, 'member')], ...over })
    const { boards } = await readSprint(api, owner, id)
    const board = (key: string) => boards.find((one) => one.key === key)?.id ?? ''
    return { id, board, path: `/api/sprints/${id}` }
  }

  test('of a day is composed from what its programme says, and frozen with a number', async () => {
    const { owner, editor } = api.people
    const { path, board } = await sprint()
    const foundation = board('T02')
    await writeNote(api, foundation, await frameOf(api, foundation, 'udfordring'), 'Jeg venter på svar')
    const draft = await makeDraft(api, editor, path, 'mon')
    const preview = await readSnapshot(api, editor, draft)
    expect(preview.snapshot).toMatchObject({ status: 'draft', number: null, day: 'mon', title: 'Mandag: Fundamentet' })
    expect(preview.content.sprint?.day).toEqual({
      title: 'Mandag: Fundamentet',
      date: '2026-09-07',
      phases: ['understand'],
      phaseWords: ['Forstå'],
    })
    expect(preview.content.parts.map(({ title, notReached }) => [title, notReached])).toEqual([
      ['Udfordringen', false],
      ['Mål', true],
      ['Tegn på succes', true],
      ['Mandat og rammer', true],
      ['Det tror vi – antagelser', true],
      ['Borgerne', true],
      ['Aftaler om inddragelse', true],
      ['Vi beder jer om', true],
    ])
    expect(texts(preview.content)).toEqual(['Jeg venter på svar'])
    expect(preview.sections?.find(({ title }) => title === 'Udfordringen')).toMatchObject({ texts: 1, hindrance: null })

    await choose(api, editor, draft, { status: 'Vi er på sporet', question: 'Er mandatet stort nok?' })
    const published = await publish(api, owner, draft)
    expect(published).toMatchObject({ status: 'published', number: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const { content, choice, sections } = await readSnapshot(api, editor, draft)
    expect([choice, sections]).toEqual([null, null])
    expect(content).toMatchObject({ number: 1, madeBy: 'facilitator', status: 'Vi er på sporet', comparedWith: null })
    expect(texts(content)).toEqual(['Jeg venter på svar'])
    const again = await api.ask(owner, 'POST', `/api/snapshots/${draft}/publish`, { expiresAt: null })
    expect(again.status).toBe(409)
    const late = await api.ask(owner, 'PUT', `/api/snapshots/${draft}/choice`, preview.choice)
    expect(late.status).toBe(409)
  })

  test('says what is new since the one before, and that the purpose changed and why', async () => {
    const { owner } = api.people
    const { id, path, board } = await sprint(SHORT)
    const foundation = board('T02')
    const frame = await frameOf(api, foundation, 'udfordring')
    const [kept, gone] = [
      await writeNote(api, foundation, frame, 'Før', { y: 200 }),
      await writeNote(api, foundation, frame, 'Væk i morgen', { y: 500 }),
    ]
    await api.ask(owner, 'POST', `${path}/purpose`, { purpose: 'Kortere ventetid', plan: '', why: '' })
    await publish(api, owner, await makeDraft(api, owner, path, 'day1'))

    await api.edit(foundation, null, (doc) => {
      const records = recordMapOf(doc)
      deleteRecord(records, gone)
      const before = readRecord(records, kept) as BoardRecord
      updateRecord(records, before, { ...before, props: { ...before.props, richText: richTextOf('Nu') } })
    })
    await writeNote(api, foundation, frame, 'Ny', { y: 800 })
    await api.ask(owner, 'POST', `${path}/purpose`, {
      purpose: 'Tryg ventetid',
      plan: '',
      why: 'Borgerne venter gerne, hvis de ved hvorfor',
    })
    const second = await makeDraft(api, owner, path, 'day1')
    await publish(api, owner, second)
    const { content } = await readSnapshot(api, owner, second)
    expect(content.comparedWith).toMatchObject({ number: 1 })
    expect(content.parts.flatMap(itemsOf).map(({ text, change, before }) => [text, change, before])).toEqual([
      ['Nu', 'changed', 'Før'],
      ['Ny', 'added', ''],
      ['Væk i morgen', 'removed', ''],
    ])
    expect(content.sprint?.purpose).toEqual({
      words: 'Tryg ventetid',
      version: 2,
      changed: { before: 'Kortere ventetid', why: 'Borgerne venter gerne, hvis de ved hvorfor' },
      why: 'Borgerne venter gerne, hvis de ved hvorfor',
    })

    // What was withdrawn is not said again.
    await api.ask(owner, 'POST', `/api/snapshots/${second}/withdraw`)
    const third = await readSnapshot(api, owner, await makeDraft(api, owner, path, 'day1'))
    expect(third.content.comparedWith).toMatchObject({ number: 1 })
    expect(
      (await listSnapshots(api, owner, `/api/sprints/${id}`)).map(({ number, status }) => [number, status]),
    ).toEqual(
      expect.arrayContaining([
        [null, 'draft'],
        [2, 'withdrawn'],
        [1, 'published'],
      ]),
    )
  })

  test('of a board of no sprint shows all of it, for whoever may edit; of a board of a sprint it is the sprint’s', async () => {
    const { owner, viewer, stranger } = api.people
    const boardId = await api.board(owner, { title: 'Alene', templateId: 'grundlag' })
    await api.ask(owner, 'PUT', `/api/boards/${boardId}/members`, { userId: viewer.userId, role: 'view' })
    const own = `/api/boards/${boardId}`
    const draft = await makeDraft(api, owner, own)
    const { content } = await readSnapshot(api, owner, draft)
    expect(content.parts.length).toBe(12)
    expect([content.sprint, content.madeBy, content.title]).toEqual([null, 'owner', 'Alene'])
    expect((await api.ask(viewer, 'POST', `${own}/snapshots`, { day: null })).status).toBe(403)
    expect((await api.ask(viewer, 'GET', `/api/snapshots/${draft}`)).status).toBe(404)
    expect((await publish(api, owner, draft)).number).toBe(1)
    expect((await readSnapshot(api, viewer, draft)).content.number).toBe(1)
    expect((await api.ask(stranger, 'GET', `/api/snapshots/${draft}`)).status).toBe(404)

    const { id, board } = await sprint(SHORT)
    const ofSprint = await makeDraft(api, owner, `/api/boards/${board('T02')}`)
    expect((await listSnapshots(api, owner, `/api/sprints/${id}`)).map((one) => one.id)).toEqual([ofSprint])
  })

  test('leaves restricted boards out, however they came into a choice', async () => {
    const { owner } = api.people
    const { id, path, board } = await sprint(SHORT)
    const foundation = board('T02')
    await writeNote(api, foundation, await frameOf(api, foundation, 'udfordring'), 'Kun for teamet')
    const draft = await makeDraft(api, owner, path, 'day1')
    expect(texts((await readSnapshot(api, owner, draft)).content)).toEqual(['Kun for teamet'])
    await api.ask(owner, 'PATCH', `/api/sprints/${id}/boards/${foundation}`, { sensitivity: 'restricted' })
    const { content, sections } = await readSnapshot(api, owner, draft)
    expect(JSON.stringify(content)).not.toContain('Kun for teamet')
    expect(sections?.find(({ boardId }) => boardId === foundation)?.hindrance).toBe('restricted')
    expect((await api.ask(owner, 'POST', `/api/boards/${foundation}/snapshots`, { day: null })).status).toBe(403)
  })

  test('shows pictures of its sections, as they would be and as they were frozen', async () => {
    const { owner } = api.people
    const boardId = await api.board(owner, { title: 'Billeder', templateId: 'grundlag' })
    const frame = await frameOf(api, boardId, 'maal')
    await writeNote(api, boardId, frame, 'Synlig seddel')
    await writeNote(api, boardId, frame, 'Intern seddel', { meta: { internal: true }, y: 500 })
    await writeNote(api, boardId, await frameOf(api, boardId, 'tegn'), 'I et andet felt')
    const draft = await makeDraft(api, owner, `/api/boards/${boardId}`)
    const picture = async (key: string, theme = 'light') =>
      await api.ask(owner, 'GET', `/api/snapshots/${draft}/pictures/${key}?theme=${theme}`)
    const live = await (await picture('p1')).text()
    expect(live).toContain('<svg')
    await publish(api, owner, draft)
    const key =
      (await readSnapshot(api, owner, draft)).content.parts.find(({ title }) => title === 'Mål')?.picture?.key ?? ''
    const [light, dark] = [await picture(key), await picture(key, 'dark')]
    const svg = await light.text()
    expect(svg).toContain('Synlig seddel')
    expect(svg).not.toMatch(/Intern seddel|I et andet felt/)
    expect(await dark.text()).not.toBe(svg)
    expect(light.headers.get('content-type')).toContain('image/svg+xml')
    expect((await picture('p99')).status).toBe(404)
    expect((await picture(key, 'pink')).status).toBe(400)
  })

  test('ends by being withdrawn or by its date, and answers 410 from then on', async () => {
    const { owner, viewer } = api.people
    const boardId = await api.board(owner, { title: 'Udløb', templateId: 'grundlag' })
    await api.ask(owner, 'PUT', `/api/boards/${boardId}/members`, { userId: viewer.userId, role: 'view' })
    const path = `/api/boards/${boardId}`
    const first = await makeDraft(api, owner, path)
    const past = new Date(api.clock.now.getTime() - 1).toISOString()
    expect((await api.ask(owner, 'POST', `/api/snapshots/${first}/publish`, { expiresAt: past })).status).toBe(400)
    const soon = new Date(api.clock.now.getTime() + 60_000).toISOString()
    await publish(api, owner, first, soon)
    const { reader } = api.snapshots.doors
    expect(await reader.read(first)).toMatchObject({ number: 1, title: 'Udløb' })
    const [before, ended] = [api.clock.now, new Date(api.clock.now.getTime() + 60_000)]
    api.clock.now = ended
    expect((await api.ask(viewer, 'GET', `/api/snapshots/${first}`)).status).toBe(410)
    await expect(reader.read(first)).rejects.toMatchObject({ code: 'gone' })
    expect((await listSnapshots(api, viewer, path))[0]?.status).toBe('expired')
    api.clock.now = before

    const second = await makeDraft(api, owner, path)
    expect((await api.ask(owner, 'POST', `/api/snapshots/${second}/withdraw`)).status).toBe(409)
    await expect(reader.read(second)).rejects.toMatchObject({ code: 'not_found' })
    await publish(api, owner, second)
    expect((await api.ask(owner, 'POST', `/api/snapshots/${second}/final`)).status).toBe(200)
    for (let twice = 0; twice < 2; twice++) {
      const response = await api.ask(owner, 'POST', `/api/snapshots/${second}/withdraw`)
      expect(await response.json()).toMatchObject({ status: 'withdrawn', final: true })
    }
    for (const path of ['', '/pictures/p1']) {
      expect((await api.ask(owner, 'GET', `/api/snapshots/${second}${path}`)).status).toBe(410)
    }
    await expect(reader.picture(second, 'p1', 'light')).rejects.toMatchObject({ code: 'gone' })
    expect(
      (await api.ask(owner, 'POST', `/api/snapshots/${second}/answers`, { answer: 'yes', words: '' })).status,
    ).toBe(410)
  })

  test('is not published when it shows nothing, or when somebody changed the draft meanwhile', async () => {
    const { owner } = api.people
    const { path } = await sprint(SHORT)
    const empty = await makeDraft(api, owner, path)
    expect((await api.ask(owner, 'POST', `/api/snapshots/${empty}/publish`, { expiresAt: null })).status).toBe(400)
    expect((await api.ask(owner, 'POST', `${path}/snapshots`, { day: 'never' })).status).toBe(400)
    expect((await api.ask(owner, 'DELETE', `/api/snapshots/${empty}`)).status).toBe(204)
    expect((await api.ask(owner, 'GET', `/api/snapshots/${empty}`)).status).toBe(404)
    for (const id of [randomUUID(), 'x', empty.toUpperCase()]) {
      const response = await api.ask(owner, 'GET', `/api/snapshots/${id}`)
      expect([response.status, await response.json()]).toEqual([
        404,
        { error: { code: 'not_found', message: 'no such snapshot' } },
      ])
    }
  })

  test('is changed and published only by whoever has seen its newest version, if they say which', async () => {
    const { owner, editor } = api.people
    const { path } = await sprint()
    const id = await makeDraft(api, owner, path, 'mon')
    const { choice, version } = await readSnapshot(api, owner, id)
    const put = async (who: typeof owner, title: string, was: string | null) =>
      await api.ask(who, 'PUT', `/api/snapshots/${id}/choice?was=${was}`, { ...choice, title })
    const first = await put(editor, 'Først', version)
    expect(first.status).toBe(200)
    const { version: newer } = (await first.json()) as { version: string }
    expect((await readSnapshot(api, owner, id)).version).toBe(newer)
    expect((await put(owner, 'For sent', version)).status).toBe(409)
    const publishIt = async (seen: string | null) =>
      await api.ask(owner, 'POST', `/api/snapshots/${id}/publish`, { expiresAt: null, version: seen })
    expect((await publishIt(version)).status).toBe(409)
    expect((await readSnapshot(api, owner, id)).choice?.title).toBe('Først')
    expect((await put(owner, 'x', 'nonsense')).status).toBe(400)
    expect((await publishIt(newer)).status).toBe(200)
  })

  test('has a page for a frame of ours: a draft as it is now, without a script, kept by nobody', async () => {
    const { owner, editor } = api.people
    const { path, board } = await sprint()
    const frame = await frameOf(api, board('T02'), 'udfordring')
    await writeNote(api, board('T02'), frame, 'Brevet forstås ikke')
    const id = await makeDraft(api, owner, path, 'mon')
    await choose(api, owner, id, { status: 'Vi er på sporet' })
    const page = await api.ask(editor, 'GET', `/api/snapshots/${id}/page`)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    const words = await page.text()
    expect(words).toContain('Vi er på sporet')
    expect(words).toContain('Brevet forstås ikke')
    expect(words).not.toContain('<script')
    const [, picture = ''] = /srcset="([^"]+)"/u.exec(words) ?? []
    expect((await api.ask(editor, 'GET', picture.replaceAll('&amp;', '&'))).status).toBe(200)
    await publish(api, owner, id)
    const frozen = await (await api.ask(editor, 'GET', `/api/snapshots/${id}/page`)).text()
    await writeNote(api, board('T02'), frame, 'Skrevet siden', { y: 700 })
    expect(await (await api.ask(editor, 'GET', `/api/snapshots/${id}/page`)).text()).toBe(frozen)
  })
})

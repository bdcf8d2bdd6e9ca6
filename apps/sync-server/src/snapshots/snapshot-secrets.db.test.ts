import { gunzipSync } from 'node:zlib'
import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { newCard } from '@samtavle/shared/card-kinds'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import type { NoteRole } from '@samtavle/shared/note-role'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { choose, frameOf, makeDraft, publish, readSnapshot, writeNote } from '../../test-support/snapshot-api.ts'
import { createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

/** A word that stands nowhere else; each is one secret. */
const secret = (number: number) => `hemmelighed${String(number).padStart(2, '0')}x`

describeDatabases('what a snapshot must not say', (open) => {
  const api = useBoardApi(open)

  test('30 planted secrets are in no answer, no picture and no row of what readers get', async () => {
    const { owner, editor, viewer, manager } = api.people
    const { sql } = api.database
    const names = { owner: 'Anne Birk Hansen', editor: 'Bo Lund-Iversen', viewer: 'Åse Ørsted Æbelø' }
    for (const [person, name] of Object.entries(names)) {
      await sql`UPDATE app_user SET name = ${name} WHERE id = ${api.people[person as keyof typeof names].userId}`
    }
    const sprint = await createSprint(api, owner, {
      programmeId: 'express',
      title: `Sprint af ${names.owner}`,
      challenge: `${names.editor} venter på svar`,
      team: [inTeam(editor, 'member'), inTeam(viewer, 'observer')],
      commissioner: { name: manager.name, userId: manager.userId },
    })
    const { boards } = await readSprint(api, owner, sprint)
    const board = (key: string) => boards.find((one) => one.key === key)?.id ?? ''
    const [foundation, restricted] = [board('T02'), board('T05')]
    const challenge = await frameOf(api, foundation, 'udfordring')
    const goals = await frameOf(api, foundation, 'maal')
    await api.ask(owner, 'PATCH', `/api/sprints/${sprint}/boards/${restricted}`, { sensitivity: 'restricted' })

    const left: string[] = []
    const hidden = (number: number, meta: Record<string, unknown>, role: NoteRole = 'fact') =>
      writeNote(api, foundation, challenge, secret(number), { meta, role, y: 200 + number })
    for (let i = 0; i < 6; i++) await hidden(i, { internal: true })
    for (let i = 6; i < 10; i++) left.push(`${foundation}/${await hidden(i, {})}`)
    for (let i = 10; i < 13; i++) await hidden(i, {}, 'pain')
    for (let i = 13; i < 16; i++) await hidden(i, { example: true })
    for (let i = 16; i < 20; i++) {
      await writeNote(api, restricted, await frameOf(api, restricted, i < 18 ? 'indsigter' : 'b1'), secret(i))
    }
    await writeNote(api, foundation, goals, 'Kan ses', {
      meta: { source: secret(20), by: secret(21), trace: secret(22) },
    })
    // A quote from a section of which the choice shows observations only.
    await writeNote(api, foundation, goals, secret(23), { role: 'quote', y: 600 })
    const seen = await writeNote(api, foundation, challenge, `${names.owner}s forslag, skrevet af ${names.viewer}`, {
      y: 900,
    })
    await api.edit(foundation, null, (doc) => {
      const records = recordMapOf(doc)
      const page = readAllRecords(doc).find(({ typeName }) => typeName === 'page')?.id ?? ''
      const put = (record: BoardRecord) => createRecord(records, record)
      const shape = (id: string, type: string, more: Record<string, unknown>) =>
        put(shapeRecord(type, `shape:${id}`, more))
      shape('group', 'group', { parentId: challenge, meta: { internal: true } })
      shape('inside', 'note', { parentId: 'shape:group', props: { color: 'yellow', richText: richTextOf(secret(24)) } })
      const props = { ...newCard('idea', 'da', { w: 400, h: 400, framed: true }), text1: secret(25) }
      shape('card', CARD_TYPE, { parentId: challenge, props, meta: { internal: true } })
      shape('outside', 'note', { parentId: page, props: { color: 'yellow', richText: richTextOf(secret(26)) } })
      shape('frame', 'frame', { parentId: page, props: { w: 300, h: 300, name: secret(27) }, meta: { internal: true } })
      shape('arrow', 'arrow', { parentId: challenge, props: { richText: richTextOf(secret(28)) } })
      for (const [terminal, to] of [
        ['start', seen],
        ['end', 'shape:card'],
      ] as const) {
        const normalizedAnchor = { x: 0.5, y: 0.5 }
        put({
          ...{
            id: `binding:${terminal}`,
            typeName: 'binding',
            type: 'arrow',
            fromId: 'shape:arrow',
            toId: to,
            meta: {},
          },
          props: { terminal, normalizedAnchor, isExact: false, isPrecise: false, snap: 'none' },
        })
      }
    })

    const id = await makeDraft(api, owner, `/api/sprints/${sprint}`, 'day1')
    const { choice } = await readSnapshot(api, owner, id)
    const ofRestricted = `${restricted}/${await frameOf(api, restricted, 'b1')}`
    const parts = [...(choice?.parts ?? []), ofRestricted, `${foundation}/shape:frame`]
    const onlyRoles = { ...choice?.onlyRoles, [`${foundation}/${goals}`]: ['fact' as const] }
    await choose(api, owner, id, {
      ...{ parts, onlyRoles, withoutShapes: left, withoutRoles: ['pain'] },
      status: `${names.viewer} skrev det`,
    })
    await publish(api, owner, id)

    const { reader } = api.snapshots.doors
    const pictures = await sql<{ key: string; payload: Uint8Array }[]>`
      SELECT key, payload FROM snapshot_picture WHERE snapshot_id = ${id}`
    const read = [
      (await reader.read(id)).content,
      ...pictures.map(({ payload }) => gunzipSync(payload).toString('utf8')),
      await (await api.ask(manager, 'GET', `/api/snapshots/${id}`)).text(),
      await (await api.ask(manager, 'GET', `/api/snapshots/${id}/page`)).text(),
      await (await api.ask(manager, 'GET', `/api/sprints/${sprint}/snapshots`)).text(),
    ]
    expect(read.some((text) => text.includes('Kan ses'))).toBe(true)
    expect(read[0]).toContain('Facilitatorens forslag, skrevet af observatøren')
    expect(pictures.length).toBeGreaterThanOrEqual(4)
    expect(pictures.some(({ key }) => key === 'b1')).toBe(true)
    const secrets = [
      ...Array.from({ length: 29 }, (_, i) => secret(i)),
      ...[...Object.values(names), 'Birk', 'Lund', 'Ørsted'],
      ...[foundation, restricted, owner.userId, editor.userId, owner.email],
    ]
    expect(secrets.length).toBeGreaterThanOrEqual(30)
    const found = secrets.filter((word) => read.some((text) => text.toLowerCase().includes(word.toLowerCase())))
    expect(found).toEqual([])
    // They are there to be found: the boards hold them all.
    const stored = await Promise.all([foundation, restricted].map((one) => api.document(one)))
    const all = stored.map((doc) => JSON.stringify(readAllRecords(doc))).join('')
    expect(Array.from({ length: 29 }, (_, i) => secret(i)).filter((word) => !all.includes(word))).toEqual([])
  }, 60_000)
})

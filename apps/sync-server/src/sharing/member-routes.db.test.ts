import { randomUUID } from 'node:crypto'
import { type BoardMember, boardMembersResponse } from '@samtavle/shared/api'
import { beforeEach, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'

describeDatabases('members of a board over HTTP', (open) => {
  const api = useBoardApi(open)
  let board: string
  beforeEach(async () => {
    board = await api.board(api.people.owner)
    api.roomCalls.length = 0
  })

  const put = (userId: string, role: string, who = api.people.owner) =>
    api.ask(who, 'PUT', `/api/boards/${board}/members`, { userId, role })
  const remove = (userId: string, who = api.people.owner) =>
    api.ask(who, 'DELETE', `/api/boards/${board}/members?userId=${userId}`)
  async function members(who = api.people.owner): Promise<BoardMember[]> {
    const response = await api.ask(who, 'GET', `/api/boards/${board}/members`)
    return boardMembersResponse.parse(await response.json()).members
  }

  test('lists the owner first, then colleagues in the order they came', async () => {
    const { owner, editor, viewer } = api.people
    await put(viewer.userId, 'view')
    await put(editor.userId, 'edit')
    expect(await members(viewer)).toEqual([
      { userId: owner.userId, name: 'owner', colour: 3, role: 'owner' },
      { userId: viewer.userId, name: 'viewer', colour: 3, role: 'view' },
      { userId: editor.userId, name: 'editor', colour: 3, role: 'edit' },
    ])
  })

  test('a changed role replaces the old one and reaches the rooms', async () => {
    const { editor } = api.people
    expect((await put(editor.userId, 'edit')).status).toBe(204)
    expect((await put(editor.userId.toUpperCase(), 'view')).status).toBe(204)
    expect((await members()).map((member) => member.role)).toEqual(['owner', 'view'])
    expect((await remove(editor.userId.toUpperCase())).status).toBe(204)
    expect(await members()).toHaveLength(1)
    expect(api.roomCalls).toEqual([
      ['accessChanged', board, editor.userId, 'edit'],
      ['accessChanged', board, editor.userId, 'view'],
      ['accessChanged', board, editor.userId, null],
    ])
  })

  test('a sparring partner contributes: sees the board as such, and invites nobody', async () => {
    const { editor, viewer } = api.people
    expect((await put(editor.userId, 'contribute')).status).toBe(204)
    expect(await members(editor)).toMatchObject([{ role: 'owner' }, { userId: editor.userId, role: 'contribute' }])
    expect((await put(viewer.userId, 'contribute', editor)).status).toBe(403)
    expect((await put(editor.userId, 'owner')).status).toBe(400)
    expect(api.roomCalls).toEqual([['accessChanged', board, editor.userId, 'contribute']])
  })

  test('somebody who is not in the organisation cannot be added', async () => {
    expect((await put(randomUUID(), 'edit')).status).toBe(404)
    expect(api.roomCalls).toEqual([])
  })

  test('the owner stays the owner', async () => {
    const { owner } = api.people
    for (const id of [owner.userId, owner.userId.toUpperCase()]) {
      expect((await put(id, 'view')).status).toBe(409)
      expect((await remove(id)).status).toBe(409)
    }
    expect(await members()).toMatchObject([{ userId: owner.userId, role: 'owner' }])
    expect(api.roomCalls).toEqual([])
  })

  test('a member may leave, but remove nobody else', async () => {
    const { owner, editor, viewer } = api.people
    await put(editor.userId, 'edit')
    await put(viewer.userId, 'view')
    api.roomCalls.length = 0
    expect((await remove(viewer.userId, editor)).status).toBe(403)
    expect((await remove(owner.userId, editor)).status).toBe(403)
    expect(api.roomCalls).toEqual([])
    expect((await remove(viewer.userId, viewer)).status).toBe(204)
    expect(api.roomCalls).toEqual([['accessChanged', board, viewer.userId, null]])
    expect((await api.ask(viewer, 'GET', `/api/boards/${board}`)).status).toBe(404)
    expect((await members()).map((member) => member.name)).toEqual(['owner', 'editor'])
  })

  test('removing somebody who is not on the board says so', async () => {
    expect((await remove(api.people.stranger.userId)).status).toBe(404)
  })

  test('only colleagues who edit or view can be added', async () => {
    for (const role of ['owner', 'admin', '', null, 1]) {
      expect((await put(api.people.editor.userId, role as string)).status).toBe(400)
    }
    expect(await members()).toHaveLength(1)
  })
})

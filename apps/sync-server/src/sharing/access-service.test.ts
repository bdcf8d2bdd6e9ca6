import type { BoardRole, BoardState } from '@samtavle/shared/access'
import { describe, expect, test } from 'vitest'
import type { Identity } from '../http/app-env.ts'
import { createAccessService, requireFurther, requireRight, UNDO_DELETE_MS } from './access-service.ts'
import type { SharingStore } from './sharing-store.ts'

const boardId = '11111111-1111-4111-8111-111111111111'
const person: Identity = {
  userId: '22222222-2222-4222-8222-222222222222',
  email: 'p@kommune.example',
  name: 'P',
  colour: 1,
  locale: 'da',
  role: 'member',
  sessionHash: '',
}
const now = new Date('2026-03-02T08:00:00Z')

/** The service over a store that knows one board, and what the store was asked. */
function serviceFor(role: BoardRole | null, state: BoardState) {
  const asked: unknown[][] = []
  const store: Pick<SharingStore, 'access'> = {
    async access(...question) {
      asked.push(question)
      return [{ boardId, role, state, generation: 1, title: 'T' }]
    },
  }
  return { asked, service: createAccessService({ store, now: () => now }) }
}

const code = (expected: string) => expect.objectContaining({ code: expected })

describe('requireRight', () => {
  test('tells nobody from somebody who may not', () => {
    expect(() => requireRight(null, 'board.create')).toThrowError(code('unauthenticated'))
    expect(() => requireRight({ ...person, role: 'manager' }, 'board.create')).toThrowError(code('forbidden'))
    expect(requireRight(person, 'board.create')).toBe(person)
  })
})

describe('access to a board', () => {
  test('the database is not asked about an id that cannot be one', async () => {
    const { service, asked } = serviceFor('owner', 'active')
    for (const id of ['', 'x', `${boardId} `, boardId.replace('-', ''), "' OR 1=1 --", `${boardId}\0`]) {
      expect(await service.accessFor(person.userId, id)).toBeUndefined()
      await expect(service.require(person, id, 'board.view')).rejects.toThrowError(code('not_found'))
    }
    expect(asked).toEqual([])
  })

  test('nor for nobody', async () => {
    const { service, asked } = serviceFor('owner', 'active')
    await expect(service.require(null, boardId, 'board.view')).rejects.toThrowError(code('unauthenticated'))
    expect(asked).toEqual([])
  })

  test('asks once, for boards deleted less than 30 days ago', async () => {
    const { service, asked } = serviceFor('view', 'active')
    const access = await service.require(person, boardId, 'board.view')
    expect(access).toMatchObject({ boardId, role: 'view', identity: person })
    expect(asked).toEqual([[person.userId, [boardId], new Date(now.getTime() - UNDO_DELETE_MS)]])
    expect(UNDO_DELETE_MS).toBe(2_592_000_000)
  })

  test('asks once about many boards, and not about what cannot be one', async () => {
    const { service, asked } = serviceFor('view', 'active')
    expect(await service.among(person, [boardId, 'x', boardId], 'board.view')).toEqual(new Set([boardId]))
    expect(await service.among(person, [boardId], 'board.edit')).toEqual(new Set())
    expect(await service.among(person, ['x'], 'board.view')).toEqual(new Set())
    expect(asked.map(([, ids]) => ids)).toEqual([[boardId], [boardId]])
  })

  test('a further action of the same request is asked about again', async () => {
    const access = await serviceFor('edit', 'active').service.require(person, boardId, 'board.view')
    expect(() => requireFurther(access, 'board.rename')).not.toThrow()
    expect(() => requireFurther(access, 'board.archive')).toThrowError(code('forbidden'))
  })
})

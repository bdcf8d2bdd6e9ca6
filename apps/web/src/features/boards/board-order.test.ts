import { describe, expect, it } from 'vitest'
import { byLastEdit, isUntouched, searchBoards } from './board-order.ts'

const board = (title: string, editedAt: string, owner = 'Mette Holm', editor: string | null = null) => ({
  title,
  editedAt,
  owner: { name: owner },
  editedBy: editor === null ? null : { name: editor },
})

describe('byLastEdit', () => {
  it('puts the latest first, by time and not by letters', () => {
    const boards = [
      board('a', '2026-09-09T08:00:00+02:00'),
      board('b', '2026-09-09T07:00:00Z'),
      board('c', '2026-09-09T06:30:00.500Z'),
    ]
    expect(byLastEdit(boards).map(({ title }) => title)).toEqual(['b', 'c', 'a'])
    expect(boards.map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  })

  it('orders the same moment by title as Danish does', () => {
    const at = '2026-09-09T08:00:00Z'
    const titles = ['Åben', 'Ærlig', 'Zebra', 'Ønsker'].map((title) => board(title, at))
    expect(byLastEdit(titles).map(({ title }) => title)).toEqual(['Zebra', 'Ærlig', 'Ønsker', 'Åben'])
  })
})

describe('searchBoards', () => {
  it('looks at title, owner and who edited last, and keeps the order', () => {
    const at = '2026-09-09T08:00:00Z'
    const boards = [
      board('Borgerrejse', at),
      board('Idéer', at, 'Sara Yilmaz'),
      board('Plan', at, 'Mette', 'Anders Lund'),
    ]
    const found = (query: string) => searchBoards(boards, query).map(({ title }) => title)
    expect(found('rejse')).toEqual(['Borgerrejse'])
    expect(found('sara')).toEqual(['Idéer'])
    expect(found('anders')).toEqual(['Plan'])
    expect(found('mette')).toEqual(['Borgerrejse', 'Plan'])
    expect(found('findes ikke')).toEqual([])
  })
})

describe('isUntouched', () => {
  const made = { createdAt: '2026-09-09T08:00:00.000Z', editedBy: { name: 'Mette Holm' } }
  it.each([
    ['that was only made', { ...made, editedAt: made.createdAt }, true],
    ['on which nothing was ever written', { ...made, editedAt: made.createdAt, editedBy: null }, true],
    ['that was written on', { ...made, editedAt: '2026-09-09T08:00:01.000Z' }, false],
  ])('a board %s', (_what, of, expected) => {
    expect(isUntouched(of)).toBe(expected)
  })
})

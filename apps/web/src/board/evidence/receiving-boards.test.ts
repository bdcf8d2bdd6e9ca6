import { expect, it } from 'vitest'
import { receivingBoards } from './receiving-boards.ts'

const board = (
  id: string,
  templateId: string | null,
  more: Partial<Parameters<typeof receivingBoards>[0][number]> = {},
) => ({
  ...{ id, title: id, role: 'edit' as const, state: 'active' as const, templateId },
  ...more,
})
const words = { da: '', en: '', nb: '' }
const handsOnTo = (...numbers: string[]) => numbers.map((to) => ({ to, name: words, what: words }))
const TEMPLATES = [
  { id: 'interview-indsigt', number: 'T05', handsOnTo: handsOnTo('T09', 'T07') },
  { id: 'borgerrejse', number: 'T07', handsOnTo: handsOnTo('T09') },
  { id: 'mulighedsrum', number: 'T09', handsOnTo: [] },
]

it('puts boards of the next templates first, in the order of the template', () => {
  const boards = [
    board('x', null),
    board('rejse', 'borgerrejse'),
    board('rum', 'mulighedsrum'),
    board('rum2', 'mulighedsrum'),
  ]
  const { suggested, others } = receivingBoards(boards, { id: 'me', templateId: 'interview-indsigt' }, TEMPLATES)
  expect(suggested.map(({ id }) => id)).toEqual(['rum', 'rum2', 'rejse'])
  expect(others.map(({ id }) => id)).toEqual(['x'])
})

it('leaves out the board itself, and what one may only see', () => {
  const boards = [
    board('me', 'mulighedsrum'),
    board('seen', null, { role: 'view' }),
    board('mine', null, { role: 'owner' }),
    board('added', null, { role: 'contribute' }),
    board('old', null, { state: 'archived' }),
  ]
  const { suggested, others } = receivingBoards(boards, { id: 'me', templateId: null }, TEMPLATES)
  expect(suggested).toEqual([])
  expect(others.map(({ id }) => id)).toEqual(['mine', 'added'])
})

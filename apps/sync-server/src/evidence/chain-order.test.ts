import { expect, it } from 'vitest'
import { inChainOrder } from './chain-order.ts'

const items = (ids: string) => [...ids].map((id) => ({ id }))
const links = (...pairs: string[]) => pairs.map(([from = '', to = '']) => ({ from, to }))

it.each([
  ['nothing is tied', 'cab', [], 'cab'],
  ['a line that came backwards', 'dcba', ['ab', 'bc', 'cd'], 'abcd'],
  ['two that lead to one', 'xab', ['ax', 'bx'], 'abx'],
  ['a short way and a long way', 'cba', ['ac', 'ab', 'bc'], 'abc'],
  ['a link to what is not among them', 'ba', ['ab', 'az', 'zb'], 'ab'],
  ['a circle behind a beginning', 'bca', ['ab', 'bc', 'cb'], 'abc'],
])('%s', (_what, ids, pairs, expected) => {
  const ordered = inChainOrder(items(ids), links(...pairs))
  expect(ordered.map(({ id }) => id).join('')).toBe(expected)
})

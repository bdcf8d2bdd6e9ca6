import { describe, expect, it } from 'vitest'
import { orderAfterMove } from './order-after-move.ts'

type Item = { id: string; order: number | undefined }
const items = (...orders: (number | undefined)[]): Item[] =>
  orders.map((order, i) => ({ id: 'abcdefgh'[i] ?? '', order }))

/** The ids in their order once the places have changed. */
function moved(before: readonly Item[], from: number, to: number, after?: number): string {
  const orders = orderAfterMove(before, from, to, after)
  const all = before.map(({ id, order }) => ({ id, order: orders.get(id) ?? order ?? Number.MAX_SAFE_INTEGER }))
  return all
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id)
    .join('')
}

describe('a section that is put elsewhere in the order', () => {
  it('changes its own place alone', () => {
    const before = items(0, 1, 2, 3)
    expect(moved(before, 0, 2)).toBe('bcad')
    expect(moved(before, 3, 0)).toBe('dabc')
    expect(moved(before, 0, 3)).toBe('bcda')
    expect([...orderAfterMove(before, 3, 1).keys()]).toEqual(['d'])
  })

  it('gives all of them places where they have none', () => {
    const before = items(undefined, undefined, undefined)
    expect(moved(before, 2, 0)).toBe('cab')
    expect(orderAfterMove(before, 2, 0).size).toBe(3)
    expect(moved(items(0, 1, undefined), 0, 1)).toBe('bac')
  })

  it('gives all of them new places where two have the same, and where there is no room between two', () => {
    expect(moved(items(1, 1, 2), 2, 0)).toBe('cab')
    const close = items(1, 1 + Number.EPSILON, 5)
    expect(moved(close, 2, 1)).toBe('acb')
  })

  it('stays after the header of the board', () => {
    const orders = orderAfterMove(items(1, 2, 3), 2, 0, 0)
    expect(orders.get('c')).toBeGreaterThan(0)
    expect(orders.get('c')).toBeLessThan(1)
    expect([...orderAfterMove(items(0, 2), 1, 0, 0).values()].every((order) => order > 0)).toBe(true)
    expect(moved(items(undefined, undefined), 1, 0, 4)).toBe('ba')
  })

  it('says the same after any number of moves', () => {
    let now = items(0, 1, 2, 3, 4, 5)
    for (let i = 0; i < 300; i++) {
      const [from, to] = [(i * 7) % 6, (i * 5 + 1) % 6]
      const expected = now.map(({ id }) => id)
      expected.splice(to, 0, ...expected.splice(from, 1))
      const orders = orderAfterMove(now, from, to)
      now = now
        .map(({ id, order }) => ({ id, order: orders.get(id) ?? order }))
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      expect(now.map(({ id }) => id)).toEqual(expected)
    }
  })

  it('moves nothing that is not there', () => {
    expect(orderAfterMove(items(0, 1), 5, 0).size).toBe(0)
    expect(orderAfterMove(items(0, 1), 0, 7).size).toBe(0)
    expect(orderAfterMove(items(0, 1), 0, -1).size).toBe(0)
  })
})

import { sheetsInOrder } from '@samtavle/shared/reading-order'
import { describe, expect, it } from 'vitest'
import { orderBefore } from './order-before.ts'

const sheet = (id: string, order: number | undefined, x = 0, y = 0) => ({ id, order, box: { x, y, h: 400 } })

describe('orderBefore', () => {
  it('begins at nothing on an empty board', () => {
    expect(orderBefore([])).toEqual({ orders: new Map(), next: 0 })
  })

  it('comes after the template that is there', () => {
    expect(orderBefore([sheet('a', 0), sheet('b', 7)])).toEqual({ orders: new Map(), next: 8 })
  })

  it('gives drawn frames the place that they have, so that what comes is read after them', () => {
    const sheets = [
      sheet('below', undefined, 0, 900),
      sheet('right', undefined, 500),
      sheet('a', 3),
      sheet('left', undefined),
    ]
    const { orders, next } = orderBefore(sheets)
    const before = sheetsInOrder(sheets).map(({ id }) => id)
    const after = sheetsInOrder([
      sheet('new', next, -9000, -9000),
      ...sheets.map((one) => ({ ...one, order: one.order ?? orders.get(one.id) })),
    ]).map(({ id }) => id)
    expect(after).toEqual([...before, 'new'])
    expect(before).toEqual(['a', 'left', 'right', 'below'])
  })

  it('does not count on from what no template says', () => {
    const foreign = [Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY, 'x' as unknown as number]
    expect(orderBefore(foreign.map((order, i) => sheet(`f${i}`, order))).next).toBe(0)
  })
})

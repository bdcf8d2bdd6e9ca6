import { describe, expect, it } from 'vitest'
import { inReadingOrder, type Placed, rowByRow, type Sheet, sheetsInOrder } from './reading-order.ts'

const NOTE = 200
const at = (id: string, x: number, y: number, h = NOTE): Placed => ({ id, box: { x, y, h } })
const sheet = (id: string, x: number, y: number, order?: number): Sheet => ({ ...at(id, x, y, 1000), order })
const on = (place: Sheet | undefined, placed: Placed) => ({ ...placed, sheet: place })
const idsOf = (items: readonly Placed[]) => items.map(({ id }) => id).join(' ')

describe('rowByRow', () => {
  it('goes from left to right along a row whose notes do not lie level, then to the next row', () => {
    const notes = [at('c', 440, 10), at('e', 220, 215), at('a', 0, 99), at('b', 220, 0), at('d', 0, 230)]
    expect(idsOf(rowByRow(notes))).toBe('a b c d e')
    expect(idsOf(rowByRow(notes.toReversed()))).toBe('a b c d e')
  })

  it('takes what begins at the middle of a note for the next row', () => {
    expect(idsOf(rowByRow([at('a', 0, 100), at('b', 220, 0)]))).toBe('b a')
  })

  it('has a heading before what stands below it, though that begins further left', () => {
    expect(idsOf(rowByRow([at('question', 30, 67, 28), at('heading', 40, 24, 40), at('note', 20, 140)]))).toBe(
      'heading question note',
    )
  })

  it('reads rows beside something high, such as a long note or a frame', () => {
    const beside = [at('b', 440, 0), at('c', 660, 0), at('d', 440, 220), at('e', 660, 220)]
    expect(idsOf(rowByRow([...beside, at('high', 0, 0, 900)]))).toBe('high b c d e')
  })

  it('has an order for what lies on one spot or has no height', () => {
    expect(idsOf(rowByRow([at('c', 0, 0, 0), at('a', 0, 0, 0), at('b', 0, 0)]))).toBe('a b c')
  })

  it('leaves the list as it was', () => {
    const notes = [at('b', 220, 0), at('a', 0, 0)]
    rowByRow(notes)
    expect(idsOf(notes)).toBe('b a')
  })
})

describe('sheetsInOrder', () => {
  it('has those of the template first, in its order, wherever they lie', () => {
    expect(idsOf(sheetsInOrder([sheet('own', 0, 0), sheet('b', 0, 0, 2), sheet('a', 900, 900, 1)]))).toBe('a b own')
  })

  it('reads sheets beside each other from left to right, even if one lies a good deal lower', () => {
    expect(idsOf(sheetsInOrder([sheet('c', 0, 1300), sheet('b', 1100, 0), sheet('a', 0, 400)]))).toBe('a b c')
  })
})

describe('inReadingOrder', () => {
  it('goes sheet by sheet, then through what lies loose, each row by row', () => {
    const [second, first] = [sheet('second', 0, 0, 2), sheet('first', 900, 0, 1)]
    const [low, high] = [sheet('low', 0, 2000), sheet('high', 3000, 1000)]
    const items = [
      on(undefined, at('loose', 0, 0)),
      on(low, at('4', 1, 2001)),
      on(second, at('2b', 300, 1)),
      on(second, at('2a', 1, 40)),
      on(high, at('3', 3001, 1001)),
      on(first, at('1', 901, 1)),
    ]
    expect(idsOf(inReadingOrder(items))).toBe('1 2a 2b 3 4 loose')
  })
})

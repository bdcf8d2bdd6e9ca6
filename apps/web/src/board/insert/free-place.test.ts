import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Area, CLEARANCE, freePlace } from './free-place.ts'

const area = (x: number, y: number, w = 1000, h = 800): Area => ({ x, y, w, h })
const SIZE = { w: 3000, h: 2000 }

describe('freePlace', () => {
  it('begins an empty board at its origin', () => {
    expect(freePlace([], [], SIZE)).toEqual({ x: 0, y: 0 })
  })

  it('stands right of the sections, at their top edge', () => {
    const sections = [area(0, -240), area(1040, 0, 1000, 2000)]
    expect(freePlace(sections, sections, SIZE)).toEqual({ x: 2040 + CLEARANCE, y: -240 })
  })

  it('goes by everything while there are no sections', () => {
    expect(freePlace([area(50, 60, 200, 200), area(400, 20, 200, 200)], [], SIZE)).toEqual({ x: 800, y: 20 })
  })

  it('passes what lies in its way, and does not follow what lies far off', () => {
    const sections = [area(0, 0)]
    const notes = [area(1300, 100, 200, 200), area(90_000, 0, 200, 200), area(1500, -4000, 200, 200)]
    expect(freePlace([...notes, ...sections], sections, SIZE)).toEqual({ x: 1700, y: 0 })
  })

  it('does not mind where the thing itself lies now', () => {
    const boards = [area(0, -240), area(1200, -240), area(2400, -240)]
    expect(freePlace(boards, boards, area(0, -240))).toEqual({ x: 3600, y: -240 })
  })

  it('goes below where the board ends, and nowhere when that is full too', () => {
    const wide = [area(0, 0, 998_000, 800)]
    expect(freePlace(wide, wide, SIZE)).toEqual({ x: 0, y: 1000 })
    const full = [area(0, 0, 998_000, 999_000)]
    expect(freePlace(full, full, SIZE)).toBe(undefined)
  })

  it('is always clear of everything', () => {
    const areas = fc.array(
      fc.record({
        x: fc.integer({ min: -9000, max: 9000 }),
        y: fc.integer({ min: -9000, max: 9000 }),
        w: fc.integer({ min: 0, max: 5000 }),
        h: fc.integer({ min: 0, max: 5000 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(areas, areas, (sections, others) => {
        const taken = [...others, ...sections]
        const place = freePlace(taken, sections, SIZE)
        if (place === undefined) throw new Error('there is room')
        for (const other of taken) {
          const apart =
            place.x >= other.x + other.w + CLEARANCE ||
            place.x + SIZE.w + CLEARANCE <= other.x ||
            place.y >= other.y + other.h + CLEARANCE ||
            place.y + SIZE.h + CLEARANCE <= other.y
          expect(apart).toBe(true)
        }
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { block, day } from './agenda.fixture.ts'
import { aheadOrBehind, blocksNeedingBreak, currentBlock, dayFault, placedBlocks, wallTimeOf } from './agenda-times.ts'

const at = (...blocks: Parameters<typeof day>) =>
  placedBlocks(day(...blocks)).map(({ block: { id }, start, end }) => [id, start, end])

describe('when blocks are', () => {
  test('they follow each other from the start of the day', () => {
    expect(at([block('a', 30), block('b', 90)])).toEqual([
      ['a', 510, 540],
      ['b', 540, 630],
    ])
    expect(at([])).toEqual([])
  })

  test('a locked start stays, with free time before it, and what follows it comes after it', () => {
    expect(at([block('a', 30), block('manager', 15, 900), block('b', 30)])).toEqual([
      ['a', 510, 540],
      ['manager', 900, 915],
      ['b', 915, 945],
    ])
  })

  test('what does not fit before a locked start goes after it whole, and the next ones after that', () => {
    expect(at([block('a', 60), block('manager', 15, 560), block('b', 10)])).toEqual([
      ['manager', 560, 575],
      ['a', 575, 635],
      ['b', 635, 645],
    ])
    // To the minute it fits.
    expect(at([block('a', 50), block('manager', 15, 560)])[0]).toEqual(['a', 510, 560])
  })

  test('a block skips as many locked ones as stand in its way, wherever they are in the list', () => {
    expect(at([block('a', 60), block('y', 20, 600), block('x', 20, 540)])).toEqual([
      ['x', 540, 560],
      ['y', 600, 620],
      ['a', 620, 680],
    ])
  })

  test('a plan from elsewhere with two locked ones at once shows them one after the other, and is called faulty', () => {
    const both = [block('x', 60, 540), block('y', 60, 570)]
    expect(at(both)).toEqual([
      ['x', 540, 600],
      ['y', 600, 660],
    ])
    expect(dayFault(day(both))).toBe('overlaps-locked')
    expect(dayFault(day([block('x', 60, 1410)]))).toBe('past-midnight')
    expect(dayFault(day([block('x', 30, 1410)]))).toBeNull()
    expect(dayFault(day([block('a', 900), block('b', 900)], { lastDate: '2026-11-01' }))).toBeNull()
  })

  test('the planned block of a minute: its first one counts, its end does not, and a gap has none', () => {
    const monday = day([block('a', 30), block('manager', 15, 900)])
    expect(currentBlock(monday, 509)).toBeNull()
    expect(currentBlock(monday, 510)?.block.id).toBe('a')
    expect(currentBlock(monday, 540)).toBeNull()
    expect(currentBlock(monday, 914)?.block.id).toBe('manager')
    expect(currentBlock(monday, 915)).toBeNull()
  })
})

test('work of more than 90 minutes asks for a break; lunch, and lists without clock, do not', () => {
  const blocks = [block('a', 90), block('b', 95), { ...block('lunch', 120), kind: 'lunch' as const }]
  expect(blocksNeedingBreak(day(blocks))).toEqual(['b'])
  expect(blocksNeedingBreak(day(blocks, { lastDate: '2026-10-01' }))).toEqual([])
})

describe('where the team stands', () => {
  const agenda = { days: [day([block('a', 30), block('b', 60), block('c', 30)])] }
  const monday = (minute: number) => ({ date: '2026-09-07', minute })

  test('late is what it began late, and what it takes longer', () => {
    expect(aheadOrBehind(agenda, 'b', monday(540), monday(560))).toEqual({ behind: 0, left: 40 })
    expect(aheadOrBehind(agenda, 'b', monday(552), monday(560))).toEqual({ behind: 12, left: 52 })
    expect(aheadOrBehind(agenda, 'b', monday(552), monday(617))).toEqual({ behind: 17, left: -5 })
    expect(aheadOrBehind(agenda, 'b', monday(530), monday(540))).toEqual({ behind: -10, left: 50 })
    expect(aheadOrBehind(agenda, 'b', monday(530), monday(600))).toEqual({ behind: 0, left: -10 })
  })

  test('a clock that is behind the server counts as just begun', () => {
    expect(aheadOrBehind(agenda, 'b', monday(540), monday(538))).toEqual({ behind: 0, left: 60 })
  })

  test('nothing is said of another day, a block that is gone, and a list without clock', () => {
    const tuesday = { date: '2026-09-08', minute: 540 }
    expect(aheadOrBehind(agenda, 'b', monday(540), tuesday)).toBeNull()
    expect(aheadOrBehind(agenda, 'b', tuesday, tuesday)).toBeNull()
    expect(aheadOrBehind(agenda, 'gone', monday(540), monday(540))).toBeNull()
    const list = { days: [day([block('a', 30)], { lastDate: '2026-10-01' })] }
    expect(aheadOrBehind(list, 'a', monday(510), monday(510))).toBeNull()
  })

  test('a moment is what this device calls it', () => {
    expect(wallTimeOf(new Date(2026, 8, 7, 8, 5))).toEqual({ date: '2026-09-07', minute: 485 })
  })
})

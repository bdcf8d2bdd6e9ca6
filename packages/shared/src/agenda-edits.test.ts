import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { block, day } from './agenda.fixture.ts'
import type { Agenda } from './agenda.ts'
import {
  addBlock,
  BLOCK_MINUTES_MIN,
  describeBlock,
  type EditResult,
  lockBlock,
  moveBlock,
  removeBlock,
  resizeBlock,
  startDay,
  unlockBlock,
} from './agenda-edits.ts'
import { DAY_MINUTES, placedBlocks } from './agenda-times.ts'

const week = (): Agenda => ({
  days: [
    day([block('a', 30), block('b', 90), block('manager', 15, 900), block('c', 30)]),
    day([block('d', 60), block('lunch', 30, 720)], { key: 'tue', date: '2026-09-08' }),
    day([block('e', 600)], { key: 'after', date: '2026-09-09', lastDate: '2026-10-01' }),
  ],
})

function after(result: EditResult): Agenda {
  if (!result.ok) throw new Error(result.reason)
  return result.agenda
}
const ids = (agenda: Agenda, key: string) =>
  agenda.days
    .filter((one) => one.key === key)
    .flatMap(placedBlocks)
    .map((one) => one.block.id)
const startOf = (agenda: Agenda, id: string) =>
  agenda.days.flatMap(placedBlocks).find((one) => one.block.id === id)?.start

describe('moving', () => {
  test('within its day, first, last and beyond', () => {
    expect(ids(after(moveBlock(week(), 'b', { day: 'mon', index: 0 })), 'mon')).toEqual(['b', 'a', 'manager', 'c'])
    expect(ids(after(moveBlock(week(), 'a', { day: 'mon', index: 99 })), 'mon')).toEqual(['b', 'manager', 'c', 'a'])
    expect(ids(after(moveBlock(week(), 'c', { day: 'mon', index: -1 })), 'mon')).toEqual(['c', 'a', 'b', 'manager'])
  })

  test('to another day, where a block that does not fit before the locked one goes after it', () => {
    const agenda = after(moveBlock(week(), 'b', { day: 'tue', index: 1 }))
    expect(ids(agenda, 'mon')).toEqual(['a', 'manager', 'c'])
    expect(ids(agenda, 'tue')).toEqual(['d', 'b', 'lunch'])
    const longer = after(moveBlock(after(resizeBlock(week(), 'b', 200)), 'b', { day: 'tue', index: 1 }))
    expect(ids(longer, 'tue')).toEqual(['d', 'lunch', 'b'])
    expect(startOf(longer, 'b')).toBe(750)
  })

  test('a locked block takes its start to another day, loses it on a list without clock, and stays in its own', () => {
    const agenda = after(moveBlock(week(), 'manager', { day: 'tue', index: 0 }))
    expect([ids(agenda, 'tue'), startOf(agenda, 'manager')]).toEqual([['d', 'lunch', 'manager'], 900])
    const listed = after(moveBlock(week(), 'manager', { day: 'after', index: 0 }))
    expect(listed.days[2]?.blocks[0]).toEqual(block('manager', 15))
    expect(moveBlock(week(), 'manager', { day: 'mon', index: 0 })).toEqual({ ok: false, reason: 'locked' })
  })

  test('not onto a locked block of another day, into a full day, or what is gone', () => {
    const both = after(lockBlock(week(), 'd', 905))
    expect(moveBlock(both, 'manager', { day: 'tue', index: 0 })).toEqual({ ok: false, reason: 'overlaps-locked' })
    expect(moveBlock(week(), 'x', { day: 'tue', index: 0 })).toEqual({ ok: false, reason: 'gone' })
    expect(moveBlock(week(), 'a', { day: 'sun', index: 0 })).toEqual({ ok: false, reason: 'gone' })
    const full = {
      days: [
        ...week().days,
        day(
          Array.from({ length: 40 }, (_, n) => block(`f${n}`, 5)),
          { key: 'full' },
        ),
      ],
    }
    expect(moveBlock(full, 'a', { day: 'full', index: 0 })).toEqual({ ok: false, reason: 'too-many' })
    expect(addBlock(full, block('new', 5), { day: 'full', index: 0 })).toEqual({ ok: false, reason: 'too-many' })
  })
})

test('a block pushed behind a locked one comes back when it is made short again', () => {
  const longer = after(resizeBlock(week(), 'b', 365))
  expect(ids(longer, 'mon')).toEqual(['a', 'manager', 'b', 'c'])
  expect(after(resizeBlock(longer, 'b', 90))).toEqual(week())
})

test('lengths are whole minutes, from five to midnight', () => {
  for (const minutes of [4, 0, -30, 7.5, Number.NaN]) {
    expect(resizeBlock(week(), 'a', minutes)).toEqual({ ok: false, reason: 'too-short' })
  }
  expect(resizeBlock(week(), 'c', 525)).toMatchObject({ ok: true })
  expect(resizeBlock(week(), 'c', 526)).toEqual({ ok: false, reason: 'past-midnight' })
  expect(resizeBlock(week(), 'manager', 800)).toEqual({ ok: false, reason: 'past-midnight' })
  expect(resizeBlock(week(), 'x', 30)).toEqual({ ok: false, reason: 'gone' })
})

describe('locking', () => {
  test('where it is, or to another minute, with the others filling the time before it', () => {
    expect(after(lockBlock(week(), 'b')).days[0]?.blocks[1]).toEqual(block('b', 90, 540))
    const later = after(lockBlock(week(), 'a', 700))
    expect(ids(later, 'mon')).toEqual(['b', 'a', 'manager', 'c'])
    expect(startOf(later, 'b')).toBe(510)
    expect(startOf(after(lockBlock(week(), 'manager', 600)), 'manager')).toBe(600)
  })

  test('not on another locked one, nor past midnight, nor without a clock', () => {
    expect(lockBlock(week(), 'b', 890)).toEqual({ ok: false, reason: 'overlaps-locked' })
    expect(lockBlock(week(), 'b', 910)).toEqual({ ok: false, reason: 'overlaps-locked' })
    expect(lockBlock(week(), 'b', 1400)).toEqual({ ok: false, reason: 'past-midnight' })
    expect(lockBlock(week(), 'b', 1440)).toEqual({ ok: false, reason: 'past-midnight' })
    expect(lockBlock(week(), 'e')).toEqual({ ok: false, reason: 'no-clock' })
  })

  test('unlocked it follows the one before it', () => {
    const agenda = after(unlockBlock(week(), 'manager'))
    expect([ids(agenda, 'mon'), startOf(agenda, 'manager')]).toEqual([['a', 'b', 'manager', 'c'], 630])
  })
})

test('adding, describing and taking away change nothing else', () => {
  const added = after(addBlock(week(), block('new', 20), { day: 'mon', index: 1 }))
  expect(ids(added, 'mon')).toEqual(['a', 'new', 'b', 'manager', 'c'])
  expect(after(removeBlock(added, 'new'))).toEqual(week())
  expect(addBlock(week(), block('new', 20, 600), { day: 'after', index: 0 })).toEqual({ ok: false, reason: 'no-clock' })
  expect(addBlock(week(), block('new', 20, 905), { day: 'mon', index: 0 })).toEqual({
    ok: false,
    reason: 'overlaps-locked',
  })
  expect(addBlock(week(), block('new', 0), { day: 'mon', index: 0 })).toEqual({ ok: false, reason: 'too-short' })
  const renamed = after(describeBlock(week(), 'a', { title: 'Velkomst', boards: ['T01'] }))
  expect(renamed.days[0]?.blocks[0]).toEqual({ ...block('a', 30), title: 'Velkomst', boards: ['T01'] })
})

test('a plan from elsewhere that is past midnight can be mended piece by piece', () => {
  const faulty = { days: [day([block('x', 1000), block('y', 1000), block('z', 1000)])] }
  expect(removeBlock(faulty, 'z')).toMatchObject({ ok: true })
  expect(describeBlock(faulty, 'z', { title: 'Z' })).toMatchObject({ ok: true })
})

test('a day begins earlier or later, and locked starts stay', () => {
  const agenda = after(startDay(week(), 'mon', 600))
  expect([startOf(agenda, 'a'), startOf(agenda, 'manager')]).toEqual([600, 900])
  expect(startDay(week(), 'mon', 1440)).toEqual({ ok: false, reason: 'past-midnight' })
})

test('whatever is moved, resized, locked and unlocked: no overlap, and no minute lost or made', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'manager', 'lunch')
  const key = fc.constantFrom('mon', 'tue', 'after')
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), id, day: key, index: fc.integer({ min: -1, max: 8 }) }),
    fc.record({ kind: fc.constant('resize' as const), id, minutes: fc.integer({ min: 0, max: 500 }) }),
    fc.record({
      kind: fc.constant('lock' as const),
      id,
      start: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('unlock' as const), id }),
    fc.record({ kind: fc.constant('start' as const), day: key, startsAt: fc.integer({ min: 0, max: 1000 }) }),
  )
  const seen = { ok: 0, refused: 0 }
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let agenda = week()
      const minutes = new Map(agenda.days.flatMap((one) => one.blocks.map((each) => [each.id, each.minutes])))
      for (const one of edits) {
        const before = structuredClone(agenda)
        const result = applied(agenda, one)
        // The agenda that was is never touched.
        expect(agenda).toEqual(before)
        seen[result.ok ? 'ok' : 'refused'] += 1
        if (!result.ok) continue
        agenda = result.agenda
        if (one.kind === 'resize') minutes.set(one.id, one.minutes)
        expectSound(agenda, minutes)
      }
    }),
    { numRuns: 400 },
  )
  expect(seen.ok).toBeGreaterThan(1000)
  expect(seen.refused).toBeGreaterThan(100)

  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never
  function applied(agenda: Agenda, one: Edit): EditResult {
    switch (one.kind) {
      case 'move':
        return moveBlock(agenda, one.id, one)
      case 'resize':
        return resizeBlock(agenda, one.id, one.minutes)
      case 'lock':
        return lockBlock(agenda, one.id, one.start)
      case 'unlock':
        return unlockBlock(agenda, one.id)
      case 'start':
        return startDay(agenda, one.day, one.startsAt)
    }
  }
})

function expectSound(agenda: Agenda, minutes: ReadonlyMap<string, number>): void {
  const blocks = agenda.days.flatMap((one) => one.blocks)
  expect(new Map(blocks.map((one) => [one.id, one.minutes]))).toEqual(new Map(minutes))
  expect(blocks.length).toBe(minutes.size)
  for (const one of agenda.days) {
    const placed = placedBlocks(one)
    expect(placed.map((each) => each.block.id).sort()).toEqual(one.blocks.map((each) => each.id).sort())
    let free = 0
    for (const { block: each, start, end } of placed) {
      expect(start).toBeGreaterThanOrEqual(free)
      expect(end - start).toBe(each.minutes)
      expect(each.minutes).toBeGreaterThanOrEqual(BLOCK_MINUTES_MIN)
      if (each.lockedStart !== null) expect(start).toBe(each.lockedStart)
      if (one.lastDate === null) expect(end).toBeLessThanOrEqual(DAY_MINUTES)
      else expect(each.lockedStart).toBeNull()
      free = end
    }
  }
}

test('sections stay while the first board does', () => {
  const agenda = week()
  Object.assign(agenda.days[0]?.blocks[0] ?? {}, { boards: ['T05', 'T22'], sections: ['guide'] })
  const sections = (boards: string[]) => after(describeBlock(agenda, 'a', { boards })).days[0]?.blocks[0]?.sections
  expect(sections(['T05'])).toEqual(['guide'])
  expect(sections(['T22', 'T05'])).toBeUndefined()
  expect(sections([])).toBeUndefined()
})

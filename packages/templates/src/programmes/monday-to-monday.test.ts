import { expect, test } from 'vitest'
import { MONDAY_TO_MONDAY } from './monday-to-monday.ts'
import { planFrom } from './plan-from.ts'

/** The tables of the domain guide, 5.1: time and boards of every row, a day's end in the last one where it is given. */
const GUIDE: Record<string, [time: string, boards: string][]> = {
  mon: [
    ['8.30', 'T01'],
    ['9.00', 'T02'],
    ['10.30', 'break'],
    ['10.45', 'T08'],
    ['12.00', 'lunch'],
    ['12.30', 'T04'],
    ['13.15', 'T05'],
    ['14.00', 'T05'],
    ['15.00', 'T23'],
    ['15.15', 'T22 T23'],
  ],
  tue: [
    ['8.30', 'T03'],
    ['8.45', 'T05'],
    ['12.00', 'lunch'],
    ['12.30', 'T05'],
    ['13.30', 'T06'],
    ['14.00', 'T07'],
    ['15.30', 'T07 T22 T23'],
  ],
  wed: [
    ['8.30', 'T07 T08'],
    ['9.00', 'T09'],
    ['10.15', 'break'],
    ['11.30', 'T09 T22'],
    ['12.00', 'lunch'],
    ['12.30', 'T10'],
    ['13.15', 'T11'],
    ['14.15', 'break'],
    ['15.15', 'T22 T23'],
  ],
  thu: [
    ['8.30', 'T03'],
    ['8.45', 'T12'],
    ['9.45', 'T17'],
    ['10.30', 'break'],
    ['10.45', 'T13'],
    ['12.00', 'lunch'],
    ['12.30', ''],
    ['13.45', 'T14 T15'],
    ['15.00', 'T23'],
    ['15.15', 'T22 T23'],
  ],
  fri: [
    ['8.30', 'T14'],
    ['9.00', 'T14'],
    ['12.00', 'lunch'],
    ['12.30', 'T14'],
    ['13.15', 'T13 T15'],
    ['13.45', 'T14 T22'],
    ['14.00', 'end'],
  ],
  mon2: [
    ['8.30', 'T14'],
    ['9.00', 'T20'],
    ['10.15', 'T18'],
    ['11.15', 'T19'],
    ['12.00', 'lunch'],
    ['12.30', 'T19'],
    ['13.15', 'T21'],
    ['14.00', 'T18 T23'],
    ['15.00', 'T24'],
    ['15.30', ''],
  ],
}

/** What one row of the guide is in blocks: a long one is split by a break, the last one of Tuesday is two. */
const WITHIN_A_ROW = ['tue-break', 'tue-conversations-2', 'tue-wrap-up', 'fri-break', 'fri-tests-2']
const CONTINUED = ['wed-spaces-2', 'wed-ideas-2']

const written = (minute: number) => `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`

test('every day of the sprint has the times and boards of the guide, one block after the other', () => {
  const { agenda } = planFrom(MONDAY_TO_MONDAY, '2026-09-07', 'da')
  for (const [key, rows] of Object.entries(GUIDE)) {
    const day = agenda.days.find((one) => one.key === key)
    let minute = day?.startsAt ?? 0
    const found: [string, Set<string>][] = []
    for (const block of day?.blocks ?? []) {
      if (block.lockedStart !== null) expect(block.lockedStart, block.id).toBe(minute)
      const what = block.kind === 'break' || block.kind === 'lunch' ? [block.kind] : block.boards
      if (WITHIN_A_ROW.includes(block.id)) {
        if (block.kind !== 'break') for (const board of what) found.at(-1)?.[1].add(board)
      } else if (!CONTINUED.includes(block.id)) found.push([written(minute), new Set(what)])
      minute += block.minutes
    }
    const table = rows.map(([time, boards]) => [time, boards === 'end' ? [] : boards.split(' ').filter(Boolean)])
    const end = rows.at(-1)?.[1] === 'end' ? [[written(minute), []]] : []
    expect([...found.map(([time, boards]) => [time, [...boards].sort()]), ...end], key).toEqual(table)
  }
})

test('from a Monday to the following one: eight days, six of work, two weeks of preparation before', () => {
  const { agenda, lastDate } = planFrom(MONDAY_TO_MONDAY, '2026-09-07', 'da')
  expect(agenda.days.map(({ key, date, lastDate: last }) => [key, date, last])).toEqual([
    ['before', '2026-08-24', '2026-09-04'],
    ['mon', '2026-09-07', null],
    ['tue', '2026-09-08', null],
    ['wed', '2026-09-09', null],
    ['thu', '2026-09-10', null],
    ['fri', '2026-09-11', null],
    ['weekend', '2026-09-12', '2026-09-13'],
    ['mon2', '2026-09-14', null],
  ])
  expect(lastDate).toBe('2026-09-14')
  const weekend = agenda.days.find((day) => day.quiet)
  expect([weekend?.key, weekend?.blocks, weekend?.managerSees]).toEqual(['weekend', [], null])
})

test('any day of a week starts on its Monday', () => {
  const monday = planFrom(MONDAY_TO_MONDAY, '2026-09-07', 'nb')
  expect(planFrom(MONDAY_TO_MONDAY, '2026-09-13', 'nb')).toEqual(monday)
  expect(planFrom(MONDAY_TO_MONDAY, '2026-09-14', 'nb').lastDate).toBe('2026-09-21')
})

test('the short versions are the persona and the letter', () => {
  const { boards } = planFrom(MONDAY_TO_MONDAY, '2026-09-07', 'en')
  expect(boards.filter((board) => board.short).map((board) => board.key)).toEqual(['T06', 'T15'])
})

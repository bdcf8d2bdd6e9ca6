import { daysBetween } from '@samtavle/shared/iso-dates'
import { describe, expect, test } from 'vitest'
import { planFrom } from './plan-from.ts'
import type { Programme } from './programme.ts'
import { findProgramme } from './programmes.ts'

/** What the domain guide says of the other programmes, 5.3–5.8, written out. */
const START = '2026-09-07'
const programme = (id: string): Programme => {
  const found = findProgramme(id)
  if (found === undefined) throw new Error(id)
  return found
}
const plan = (id: string) => planFrom(programme(id), START, 'da')
const written = (minute: number) => `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`

function rows(id: string): string[] {
  const day = plan(id).agenda.days[0]
  let minute = day?.startsAt ?? 0
  return (day?.blocks ?? []).map((block) => {
    const row = `${written(minute)} ${block.kind === 'work' ? block.boards.join(' ') : block.kind}`.trim()
    minute += block.minutes
    return row
  })
}
const shorts = (id: string) =>
  plan(id)
    .boards.filter((board) => board.short)
    .map((board) => board.key)

test('the mini sprint has the times of 5.4, and what takes half the time is the short version', () => {
  expect(rows('mini-sprint')).toEqual([
    '8.30 T01 T02',
    '9.15 T05',
    '10.30 break',
    '10.40 T05',
    '11.00 T09',
    '12.00 lunch',
    '12.30 T10',
    '12.50 T11',
    '13.30 T12',
    '13.45 T14',
    '14.30 manager',
    '14.45 wrap-up',
  ])
  expect(shorts('mini-sprint')).toEqual(['T02', 'T09', 'T10', 'T11'])
})

test.each([
  ['half-day-a', [10, 20, 60, 'break', 45, 30, 15], ['T24']],
  ['half-day-b', [10, 15, 20, 75, 'break', 30, 30, 10], ['T06', 'T07', 'T09']],
  ['half-day-c', [10, 15, 30, 30, 'break', 60, 30, 15], ['T10', 'T11']],
  ['half-day-d', [10, 20, 40, 'break', 50, 40, 20], []],
  ['half-day-e', [10, 30, 40, 'break', 60, 30], []],
])('%s has the minutes of 5.3 and is over at noon', (id, minutes, short) => {
  const blocks = plan(id).agenda.days[0]?.blocks ?? []
  expect(blocks.map((block) => (block.kind === 'break' ? 'break' : block.minutes))).toEqual(minutes)
  expect(510 + blocks.reduce((sum, block) => sum + block.minutes, 0)).toBeLessThanOrEqual(720)
  expect(shorts(id)).toEqual(short)
})

test.each([
  ['training-five', [1, 5, 9, 13, 17]],
  ['training-four', [1, 4, 7, 10]],
])('%s is in the weeks of 5.5, from 9.00 to 15.30', (id, weeks) => {
  const { days } = plan(id).agenda
  expect(days.map((day) => daysBetween(START, day.date) / 7 + 1)).toEqual(weeks)
  for (const day of days) {
    expect([day.startsAt, day.startsAt + day.blocks.reduce((sum, block) => sum + block.minutes, 0)]).toEqual([540, 930])
    expect(day.blocks.at(-1)?.boards).toEqual(['T25'])
  }
})

describe('phases over weeks', () => {
  const keys = (id: string) =>
    plan(id).agenda.days.map((day) => [
      day.key,
      [...new Set(day.blocks.flatMap((block) => block.boards))].sort().join(' '),
    ])

  test('the four steps of 5.6 ask at most five questions each', () => {
    expect(keys('ks-four-steps')).toEqual([
      ['foundation', 'T02 T03 T04'],
      ['understand', 'T05 T06 T07 T08'],
      ['create', 'T09 T10 T11 T12 T13 T14'],
      ['work', 'T18 T19 T20 T21'],
    ])
    for (const day of plan('ks-four-steps').agenda.days) {
      expect(day.blocks.length).toBeLessThanOrEqual(5)
      for (const block of day.blocks) expect(block.title).toMatch(/\?$/)
    }
  })

  test('the project of 5.7 has its boards, a gate after each phase, and lengths within what is typical', () => {
    expect(keys('project')).toEqual([
      ['understand', 'T02 T03 T04 T05 T06 T07 T08 T09 T16 T22 T23 T24'],
      ['create', 'T10 T11 T12 T13 T14 T15 T16-2 T17 T22 T23 T24-2'],
      ['work', 'T18 T19 T20 T21 T22 T23 T24-3'],
    ])
    const typical = [
      [4, 10],
      [6, 12],
      [8, 26],
    ]
    for (const [at, day] of plan('project').agenda.days.entries()) {
      expect(day.blocks.filter((block) => block.kind === 'manager')).toHaveLength(1)
      const weeks = (daysBetween(day.date, day.lastDate ?? day.date) + 3) / 7
      expect(weeks).toBeGreaterThanOrEqual(typical[at]?.[0] ?? 0)
      expect(weeks).toBeLessThanOrEqual(typical[at]?.[1] ?? 0)
    }
  })
})

describe('other formats of 5.8', () => {
  test('three gatherings of four hours within two months', () => {
    const { days } = plan('express').agenda
    expect(days.map((day) => day.blocks.reduce((sum, block) => sum + block.minutes, 0))).toEqual([240, 240, 240])
    expect(daysBetween(START, days.at(-1)?.date ?? START)).toBeLessThanOrEqual(60)
  })

  test('the split sprint has the days of the week on other dates, all its boards, and a warning', () => {
    const { agenda, boards } = plan('split')
    expect(agenda.days.map((day) => [day.key, day.date])).toEqual([
      ['before', '2026-08-24'],
      ['mon', '2026-09-07'],
      ['tue', '2026-09-09'],
      ['wed', '2026-09-14'],
      ['thu', '2026-09-16'],
      ['fri', '2026-09-21'],
      ['mon2', '2026-09-28'],
    ])
    expect(boards).toEqual(plan('monday-to-monday').boards)
    expect(programme('split').warning?.en).toMatch(/full time/)
  })

  test('the split sprint names no day of the week and no weekend, since its days are others', () => {
    const weekdays = /mandag|tirsdag|onsdag|torsdag|fredag|weekend|helg|i morgen|monday|friday|tuesday|tomorrow/i
    for (const locale of ['da', 'en', 'nb'] as const) {
      const { agenda } = planFrom(programme('split'), START, locale)
      const said = agenda.days
        .filter((day) => day.key !== 'before')
        .map(({ key: _key, ...day }) => ({ ...day, blocks: day.blocks.map(({ id: _id, ...block }) => block) }))
      expect(JSON.stringify(said)).not.toMatch(weekdays)
    }
  })
})

import type { Agenda, AgendaDay } from '@samtavle/shared/agenda'
import { describe, expect, test } from 'vitest'
import { LOG_AGENDA } from '../../test-support/log-api.ts'
import { dayKeyOn, kickOffEnds } from './log-days.ts'
import { dateIn } from './sprint-days.ts'

const of = (...days: AgendaDay[]): Agenda => ({ days })
const [before, monday, tuesday] = LOG_AGENDA.days as [AgendaDay, AgendaDay, AgendaDay]

describe('the day of a line', () => {
  test.each([
    ['2026-09-07T06:00:00Z', 'mon'],
    // Half past midnight on the wall.
    ['2026-09-07T22:30:00Z', 'tue'],
    ['2026-09-06T21:59:00Z', 'before'],
    ['2026-09-08T22:00:00Z', null],
    ['2026-08-01T12:00:00Z', null],
  ])('at %s is %s', (moment, key) => {
    expect(dayKeyOn(LOG_AGENDA, dateIn('Europe/Copenhagen')(new Date(moment)))).toBe(key)
  })
})

describe('the end of the kick-off', () => {
  test('is that of the block on its board, from its locked start, and not of the weeks before', () => {
    expect(kickOffEnds(LOG_AGENDA)).toEqual({ date: '2026-09-07', minute: 10 * 60 + 30 })
  })
  test('is counted from the start of the day where nothing is locked', () => {
    const blocks = monday.blocks.map((block) => ({ ...block, lockedStart: null }))
    expect(kickOffEnds(of({ ...monday, blocks }))).toEqual({ date: '2026-09-07', minute: 510 + 30 + 90 })
  })
  test('is unknown where the plan has none', () => {
    expect(kickOffEnds(of(before, tuesday))).toBeNull()
  })
})

import { BLOCK_KINDS } from '@samtavle/shared/agenda'
import { addDays } from '@samtavle/shared/iso-dates'
import { LOCALES, type Localised } from '@samtavle/shared/locale'
import { describe, expect, test } from 'vitest'
import { movedTo, planFrom, startOf, templateOf } from './plan-from.ts'
import { findProgramme, PROGRAMMES } from './programmes.ts'

const START = '2026-09-07'
const KEY = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/

/** Every text of a programme with where it stands. */
function textsIn(value: unknown, where: string): [string, Localised][] {
  if (typeof value !== 'object' || value === null) return []
  if ('da' in value) return [[where, value as Localised]]
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${where}.${key}`))
}

test('ids are unique, and an unknown one finds nothing', () => {
  expect(new Set(PROGRAMMES.map(({ id }) => id)).size).toBe(PROGRAMMES.length)
  expect(findProgramme('monday-to-monday')?.id).toBe('monday-to-monday')
  expect(findProgramme('constructor')).toBeUndefined()
})

describe.each(PROGRAMMES)('$id', (programme) => {
  test('says everything in all languages', () => {
    const texts = textsIn(programme, programme.id)
    expect(texts.length).toBeGreaterThan(10)
    for (const [where, text] of texts) {
      for (const locale of LOCALES) {
        expect(text[locale].trim(), `${where}.${locale}`).toBe(text[locale])
        expect(text[locale], `${where}.${locale}`).not.toBe('')
      }
      // Quotation marks as each language has them.
      expect(text.da, where).not.toMatch(/"|«[^»]*»/)
      expect(text.nb, where).not.toMatch(/"|»[^«]*«/)
      expect(text.en, where).not.toMatch(/[«»]/)
    }
  })

  test('keeps the limits of a stored agenda', () => {
    const { agenda } = planFrom(programme, START, 'da')
    const ids = agenda.days.flatMap((day) => day.blocks.map((block) => block.id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(agenda.days.map((day) => day.key)).size).toBe(agenda.days.length)
    for (const key of [...ids, ...agenda.days.map((day) => day.key)]) expect(key).toMatch(KEY)
    for (const [where, text] of textsIn(programme.days, '')) {
      const max = /\.title$/.test(where) ? 80 : 300
      for (const locale of LOCALES) expect(text[locale].length, `${where}: ${text[locale]}`).toBeLessThanOrEqual(max)
    }
    for (const block of agenda.days.flatMap((day) => day.blocks)) {
      expect(BLOCK_KINDS).toContain(block.kind)
      expect(block.minutes % 5).toBe(0)
      expect(block.minutes).toBeGreaterThanOrEqual(5)
    }
  })

  test('has a template for every board, and a block for every board', () => {
    const used = new Set(programme.days.flatMap((day) => day.blocks.flatMap((block) => block.boards)))
    expect([...used].sort()).toEqual(programme.boards.map((board) => board.key).sort())
    for (const board of programme.boards) {
      if (board.short) expect(templateOf(board).short, board.key).not.toBeNull()
    }
    const { boards, agenda } = planFrom(programme, START, 'nb')
    const order = boards.map((board) => agenda.days.findIndex((day) => day.key === board.day))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(new Set(boards.map((board) => board.title)).size).toBe(boards.length)
  })

  test('does not run two blocks or two days at once, nor work more than 90 minutes without a break', () => {
    let before = addDays(START, -100)
    for (const day of planFrom(programme, START, 'en').agenda.days) {
      expect(day.date > before, day.key).toBe(true)
      before = day.lastDate ?? day.date
      expect(before >= day.date, day.key).toBe(true)
      if (day.lastDate !== null) continue
      let minute = day.startsAt
      for (const block of day.blocks) {
        expect(block.lockedStart ?? minute, block.id).toBe(minute)
        if (block.kind === 'work') expect(block.minutes, block.id).toBeLessThanOrEqual(90)
        minute += block.minutes
      }
      expect(minute, day.key).toBeLessThanOrEqual(17 * 60)
    }
  })

  test('moved to another start it is what it would have been from there', () => {
    const toStart = startOf(programme, '2027-03-01')
    const plan = planFrom(programme, START, 'da')
    expect(movedTo(plan.agenda, START, toStart)).toEqual(planFrom(programme, toStart, 'da').agenda)
  })
})

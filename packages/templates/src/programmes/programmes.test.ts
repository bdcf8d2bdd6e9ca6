import { blocksNeedingBreak, dayFault, placedBlocks } from '@samtavle/shared/agenda-times'
import { metaOf } from '@samtavle/shared/board-meta'
import { addDays } from '@samtavle/shared/iso-dates'
import { LOCALES, type Localised } from '@samtavle/shared/locale'
import { agendaSchema } from '@samtavle/shared/sprint-api'
import { describe, expect, test } from 'vitest'
import { instantiateTemplate } from '../instantiate.ts'
import { BLOCK_SECTIONS } from './block-sections.ts'
import { movedTo, planFrom, startOf, templateOf } from './plan-from.ts'
import { findProgramme, PROGRAMMES } from './programmes.ts'

const START = '2026-09-07'

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

test('every block that begins in a section is in a programme', () => {
  const blocks = PROGRAMMES.flatMap(({ days }) => days.flatMap((day) => day.blocks.map(({ id }) => id)))
  expect(blocks).toEqual(expect.arrayContaining(Object.keys(BLOCK_SECTIONS)))
})

/** Ids for records, the same in every run. */
function idsInOrder(): () => string {
  let last = 0
  return () => `id${last++}`
}

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

  test.each(LOCALES)('is a plan that may be stored, without a fault, in %s', (locale) => {
    const { agenda } = planFrom(programme, START, locale)
    expect(agendaSchema.parse(agenda)).toEqual(agenda)
    const ids = agenda.days.flatMap((day) => day.blocks.map((block) => block.id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(agenda.days.map((day) => day.key)).size).toBe(agenda.days.length)
    for (const day of agenda.days)
      expect([day.key, dayFault(day), blocksNeedingBreak(day)]).toEqual([day.key, null, []])
  })

  test('leads to sections that the first board of a block has', () => {
    for (const { id, boards, sections } of planFrom(programme, START, 'da').agenda.days.flatMap(
      ({ blocks }) => blocks,
    )) {
      if (sections === undefined) continue
      const board = programme.boards.find(({ key }) => key === boards[0])
      if (board === undefined) throw new Error(`${id} has sections and no board`)
      const { short = false } = board
      const records = instantiateTemplate(templateOf(board), {
        locale: 'da',
        examples: false,
        short,
        newId: idsInOrder(),
      })
      const there = records.flatMap(({ type, meta }) => {
        const { section, cell } = metaOf({ meta })
        return type === 'frame' && section !== undefined ? [section, `${section}/${cell}`] : []
      })
      expect(there, `${id} on ${board.key}`).toEqual(expect.arrayContaining(sections))
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

  test('has its days one after the other, and its blocks without a gap until five at the latest', () => {
    let before = addDays(START, -100)
    for (const day of planFrom(programme, START, 'en').agenda.days) {
      expect(day.date > before, day.key).toBe(true)
      before = day.lastDate ?? day.date
      expect(before >= day.date, day.key).toBe(true)
      if (day.lastDate !== null) continue
      let minute = day.startsAt
      for (const { block, start, end } of placedBlocks(day)) {
        expect(start, block.id).toBe(minute)
        minute = end
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

import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { LOCALES } from '@samtavle/shared/locale'
import { describe, expect, test } from 'vitest'
import { instantiateTemplate } from '../instantiate.ts'
import { askedOn, drawsOf, drawsOfDay } from './manager-sees.ts'
import { planFrom, templateOf } from './plan-from.ts'
import { PROGRAMMES } from './programmes.ts'

/** The sections of a board as draws name them: `udfordring`, or `plan/nu` for a column. */
function sectionsOn(records: readonly BoardRecord[]): Set<string> {
  return new Set(
    records
      .filter(({ type }) => type === 'frame')
      .flatMap((frame) => {
        const { section = '', cell } = metaOf(frame)
        return cell === undefined ? [section] : [section, `${section}/${cell}`]
      }),
  )
}

const DAYS = PROGRAMMES.flatMap((programme) =>
  programme.days.flatMap((day) => (day.managerSees === null ? [] : [{ programme, day, sees: day.managerSees }])),
)

describe.each(DAYS.map((each) => [`${each.programme.id}, ${each.day.key}`, each] as const))(
  '%s',
  (_, { programme, day, sees }) => {
    test.each(LOCALES)('every sentence draws on sections that there are, %s', (locale) => {
      for (const item of sees.items) {
        const draws = drawsOf(item.da)
        const found = (draws ?? []).flatMap(({ board, sections }) => {
          const boards = programme.boards.filter(({ key }) => key === board || key.startsWith(`${board}-`))
          return boards.flatMap((own) => {
            let id = 0
            const newId = () => `id${id++}`
            const on = (short: boolean) =>
              sectionsOn(instantiateTemplate(templateOf(own), { locale, examples: false, short, newId }))
            const [whole, shown] = [on(false), on(own.short ?? false)]
            expect(
              sections.filter((section) => !whole.has(section)),
              `${item.da}: ${board}`,
            ).toEqual([])
            return sections.filter((section) => shown.has(section))
          })
        })
        expect(found.length, item.da).toBeGreaterThan(0)
      }
    })

    test.each(LOCALES)('a sprint resolves them from its copy, %s', (locale) => {
      const agenda = planFrom(programme, '2026-09-07', locale).agenda
      const own = agenda.days.find(({ key }) => key === day.key)
      if (own?.managerSees == null) throw new Error('the day has no snapshot')
      const draws = drawsOfDay(programme.id, own)
      expect(draws).toEqual(sees.items.map((item) => drawsOf(item.da)))
      const items = own.managerSees.items
      const changed = { ...own, managerSees: { ...own.managerSees, items: items.with(0, 'Med vores egne ord') } }
      expect(drawsOfDay(programme.id, changed)).toEqual(draws)
      const more = { ...own, managerSees: { ...own.managerSees, items: ['Noget nyt', ...items] } }
      expect(drawsOfDay(programme.id, more)).toEqual([[], ...draws])
    })
  },
)

test('the question that a day asks in so many words is known in every language', () => {
  const asked = LOCALES.map((locale) => {
    const [before] = planFrom(PROGRAMMES[0] as (typeof PROGRAMMES)[number], '2026-09-07', locale).agenda.days
    return before === undefined ? '' : askedOn(before)
  })
  expect(asked.map((words) => words.slice(0, 8))).toEqual(['Kan du s', 'can you ', 'Kan du b'])
  expect(askedOn({ managerSees: { title: 'T', items: ['Tre indsigter'] } })).toBe('')
  expect(drawsOfDay('unknown', { key: 'mon', managerSees: { title: '', items: ['Tre indsigter'] } })).toEqual([[]])
})

import type { Agenda, AgendaBlock } from '@samtavle/shared/agenda'
import { LOCALES } from '@samtavle/shared/locale'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import { MONDAY_TO_MONDAY } from '@samtavle/templates/programmes/monday-to-monday'
import { planFrom } from '@samtavle/templates/programmes/plan-from'
import { expect, test } from 'vitest'
import { agendaProposals, leftTeamProposal, shownVoteProposal } from './proposal-words.ts'

const madeAt = new Date('2026-09-08T07:00:00Z')

/** The plan before and after a change, in a language. */
function changed(
  change: (blocks: Record<string, AgendaBlock[]>, agenda: Agenda) => void,
  locale: 'da' | 'en' | 'nb' = 'da',
) {
  const { agenda } = planFrom(MONDAY_TO_MONDAY, '2026-09-07', locale)
  const after = structuredClone(agenda)
  change(Object.fromEntries(after.days.map(({ key, blocks }) => [key, blocks])), after)
  return agendaProposals(agenda, after, locale, madeAt).map(({ day, from, to }) => [day, from, to])
}
const block: AgendaBlock = {
  ...{ id: 'new', kind: 'work', title: 'Telefonrunde', note: '', minutes: 20, lockedStart: null, boards: [] },
}

test('the same plan is no change', () => {
  expect(changed(() => {})).toEqual([])
})

test('a block that came, one that went and one that is longer are one line of their day', () => {
  const [line, ...others] = changed(({ tue = [] }) => {
    const [first] = tue.splice(0, 1, block)
    if (first && tue[1]) tue[1].minutes += 15
  })
  expect(others).toEqual([])
  const [day, from, to] = line ?? []
  expect(day).toBe('tue')
  expect(from).toMatch(/^tirsdag 8\. september: .+, \d+ min\..*; .+, \d+ min\..*; Telefonrunde – ikke i planen$/)
  expect(to).toMatch(/ – ikke i planen; .+; Telefonrunde, 20 min\.$/)
})

test('a block on another day is a line of its own, and nothing else of either day', () => {
  const lines = changed(({ wed = [], thu = [] }) => {
    thu.unshift(...wed.splice(0, 1))
  }, 'nb')
  const title = MONDAY_TO_MONDAY.days.find(({ key }) => key === 'wed')?.blocks[0]?.title.nb
  expect(lines).toEqual([['thu', `${title}: onsdag 9. september`, `${title}: torsdag 10. september`]])
})

test('another order, another start and another date are said', () => {
  const [order] = changed(({ tue = [] }) => void tue.reverse())
  expect(order?.[1]?.split(', ').length).toBeGreaterThan(2)
  expect(order?.[1]).not.toBe(order?.[2])
  const start = changed((_, { days }) => {
    for (const day of days) if (day.key === 'fri') day.startsAt = 9 * 60
  }, 'en')
  expect(start).toEqual([['fri', 'Friday 11 September: starts at 8:30', 'Friday 11 September: starts at 9:00']])
  const date = changed((_, { days }) => {
    for (const day of days) if (day.key === 'fri') day.date = '2026-09-18'
  })
  expect(date).toEqual([['fri', expect.stringMatching(/: 2026-09-11$/), expect.stringMatching(/: 2026-09-18$/)]])
})

test('lines fit the log, however much changed', () => {
  for (const locale of LOCALES) {
    const lines = changed((blocks) => {
      for (const one of Object.values(blocks).flat()) Object.assign(one, { title: 'Æ'.repeat(120), minutes: 5 })
    }, locale)
    expect(lines.length).toBeGreaterThan(4)
    for (const [, from, to] of lines) {
      expect(Math.max(from?.length ?? 0, to?.length ?? 0)).toBeLessThanOrEqual(LOG_WORDS_MAX)
    }
  }
})

test('who left is a role, in every language', () => {
  const told = LOCALES.map((locale) => leftTeamProposal(6, 'sparring', locale, madeAt))
  expect(told.map(({ from, to }) => [from, to]).toSorted()).toEqual([
    ['6 i teamet', '5 i teamet – en sparringspartner er ikke med lenger'],
    ['6 i teamet', '5 i teamet – en sparringspartner er ikke med længere'],
    ['6 in the team', '5 in the team – one sparring partner has left'],
  ])
})

test('a vote that was shown is told by its question and how many voted, in every language, and fits', () => {
  const vote = { board: 'Idéer', question: 'Hvilke tre?', ballots: 6 }
  const told = LOCALES.map((locale) => shownVoteProposal(vote, locale, madeAt))
  expect(told.map(({ type, from, to }) => [type, from, to]).toSorted()).toEqual([
    ['solution', '', 'Afstemning på tavlen »Idéer«: »Hvilke tre?« – 6 har stemt'],
    ['solution', '', 'Avstemning på tavlen «Idéer»: «Hvilke tre?» – 6 har stemt'],
    ['solution', '', 'Vote on the board “Idéer”: “Hvilke tre?” – 6 voted'],
  ])
  const long = shownVoteProposal({ ...vote, board: 'Æ'.repeat(400), question: 'Ø'.repeat(200) }, 'da', madeAt)
  expect(long.to.length).toBeLessThanOrEqual(LOG_WORDS_MAX)
})

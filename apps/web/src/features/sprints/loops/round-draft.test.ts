import { LOCALES } from '@samtavle/shared/locale'
import { expect, it } from 'vitest'
import { monthNames } from '../../../i18n/date-words.ts'
import { asksTwice, draftOf, nextRoundDate, readRound } from './round-draft.ts'

const TODAY = '2026-11-23'
const ROUND = { date: '2027-01-04', atMinute: 9 * 60 + 5, minutes: 45 }

it.each(LOCALES)('in %s what is filled in is read back as it was', (locale) => {
  expect(readRound(draftOf(ROUND, locale), TODAY, monthNames(locale))).toEqual({
    round: ROUND,
    date: '2027-01-04',
    faults: [],
  })
})

it.each([
  [
    'a day without a year',
    { day: '4.1.', time: '9', minutes: '30' },
    { date: '2027-01-04', atMinute: 540, minutes: 30 },
  ],
  ['a week', { day: 'uge 1', time: 'kl. 8.30', minutes: '45 min' }, { date: '2027-01-04', atMinute: 510, minutes: 45 }],
  ['a name', { day: '4. januar', time: '0830', minutes: '480' }, { date: '2027-01-04', atMinute: 510, minutes: 480 }],
])('%s', (_what, draft, round) => {
  expect(readRound(draft, TODAY, monthNames('da')).round).toEqual(round)
})

it.each([
  ['nothing at all', { day: '', time: '', minutes: '' }, ['date', 'time', 'length']],
  ['a day that there is not', { day: '31.2.2027', time: '9.00', minutes: '45' }, ['date']],
  ['a time that there is not', { day: '4.1.', time: '25.00', minutes: '45' }, ['time']],
  ['four minutes', { day: '4.1.', time: '9.00', minutes: '4' }, ['length']],
  ['more than a day of work', { day: '4.1.', time: '9.00', minutes: '481' }, ['length']],
])('%s cannot be a round', (_what, draft, faults) => {
  expect(readRound(draft, TODAY, monthNames('da'))).toMatchObject({ round: null, faults })
})

it.each([
  ['the pace counts from the round that was', '2026-11-20', 2, '2026-12-04'],
  ['over New Year', '2026-12-21', 2, '2027-01-04'],
  ['written down long after, it comes on the same weekday', '2026-09-14', 2, '2026-11-23'],
  ['every week', '2026-11-19', 1, '2026-11-26'],
])('the next round: %s', (_what, last, weeks, next) => {
  expect(nextRoundDate(last, weeks, TODAY)).toBe(next)
})

it('asks the double question in every third round', () => {
  expect([1, 2, 3, 4, 5, 6, 9, 10].filter(asksTwice)).toEqual([3, 6, 9])
})

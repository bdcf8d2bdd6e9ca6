import { expect, it } from 'vitest'
import { type Reminder, reminderKind, toldNow } from './reminder-words.ts'

const reminder = (inDays: number): Reminder => ({
  loopId: `${inDays}`,
  sprintId: '',
  sprint: '',
  question: '',
  date: '2026-11-23',
  atMinute: 540,
  inDays,
  received: false,
})

it.each([
  [-9, 'past'],
  [-1, 'past'],
  [0, 'today'],
  [1, 'tomorrow'],
  [2, 'later'],
  [14, 'later'],
] as const)('%i days away: %s', (inDays, kind) => {
  expect(reminderKind({ inDays })).toBe(kind)
})

it.each([
  ['Monday morning', new Date(2026, 10, 23, 7, 0), [-2, 0, 3]],
  ['Monday before work', new Date(2026, 10, 23, 6, 59), [0]],
  ['Friday afternoon', new Date(2026, 10, 27, 16, 59), [-2, 0, 3]],
  ['Friday evening', new Date(2026, 10, 27, 17, 0), [0]],
  ['Saturday', new Date(2026, 10, 28, 12, 0), [0]],
  ['Sunday', new Date(2026, 10, 29, 12, 0), [0]],
])('%s', (_when, now, told) => {
  expect(toldNow([-2, 0, 3].map(reminder), now).map(({ inDays }) => inDays)).toEqual(told)
})

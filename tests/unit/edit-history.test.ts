import { expect, test } from 'vitest'
import { type BoardHistory, findViolations, type WriterHistory, weigh } from '../support/edit-history.ts'

type Told = WriterHistory['told'][number]
const told = (at: number, saved: number, state: Told['state'] = 'healthy'): Told => ({ at, saved, state })

/**
 * Ann writes every 100 ms from 1,000 on, Bo watches. The database does not answer from 1,450 to 6,000; what was written
 * meanwhile is seen as degraded, and acknowledged afterwards.
 */
function goodHistory(): { history: BoardHistory; final: Set<string>; ann: WriterHistory; bo: WriterHistory } {
  const wrote = Array.from({ length: 20 }, (_, i) => ({ key: `ann.${i + 1}`, at: 1_000 + i * 100 }))
  const final = new Set(wrote.map(({ key }) => key))
  const ann: WriterHistory = {
    name: 'ann',
    wrote,
    told: [told(900, 0), told(1_410, 5), told(3_500, 5, 'degraded'), told(6_100, 5), told(6_110, 20)],
    saw: [],
    seated: [{ from: 900, to: 9_000 }],
    holds: new Set(final),
  }
  const bo: WriterHistory = {
    name: 'bo',
    wrote: [],
    told: [told(900, 0), told(3_500, 0, 'degraded'), told(6_100, 0)],
    saw: wrote.map(({ key, at }, i) =>
      i < 5 ? { key, at: at + 5, state: 'healthy' } : { key, at: 3_600, state: 'degraded' },
    ),
    seated: [{ from: 900, to: 9_000 }],
    holds: new Set(final),
  }
  return { history: { writers: [ann, bo], outages: [{ from: 1_450, to: 6_000 }] }, final, ann, bo }
}

const rulesOf = (history: BoardHistory, final: ReadonlySet<string>) => [
  ...new Set(findViolations(history, final).map(({ rule }) => rule)),
]

test('a history in which everything went well has no violations', () => {
  const { history, final } = goodHistory()
  expect(findViolations(history, final)).toEqual([])
  expect(weigh(history)).toEqual({ edits: 20, acknowledged: 20, seen: 20 })
})

test('what was only seen as degraded, and never acknowledged, may be gone', () => {
  const { history, final, ann, bo } = goodHistory()
  ann.told.pop()
  ann.holds = undefined
  bo.holds = undefined
  for (let i = 6; i <= 20; i++) final.delete(`ann.${i}`)
  expect(findViolations(history, final)).toEqual([])
})

const planted: [string, string[], (scene: ReturnType<typeof goodHistory>) => void][] = [
  ['an acknowledged edit is gone', ['I1', 'I3'], ({ final }) => final.delete('ann.20')],
  [
    'an edit that was seen as healthy is gone',
    ['I2'],
    ({ final, ann, bo }) => {
      // Never acknowledged, and nobody holds it any more: only the one who saw it can tell.
      ann.told = [told(900, 0), told(3_500, 0, 'degraded'), told(6_100, 0)]
      ann.holds = undefined
      bo.holds = undefined
      final.delete('ann.3')
    },
  ],
  ['somebody lacks an edit', ['I3'], ({ bo }) => (bo.holds as Set<string>).delete('ann.7')],
  [
    'somebody holds an edit that the board lacks',
    ['I3'],
    ({ final, ann }) => {
      ann.wrote.push({ key: 'ann.21', at: 8_000 })
      ann.holds = new Set([...final, 'ann.21'])
    },
  ],
  ['the board holds what nobody wrote', ['I4', 'I3'], ({ final }) => final.add('eve.1')],
  ['somebody saw what nobody wrote', ['I4'], ({ bo }) => bo.saw.push({ key: 'eve.1', at: 7_000, state: 'degraded' })],
  ['more is acknowledged than was written', ['I6'], ({ ann }) => ann.told.push(told(7_000, 21))],
  ['an edit is acknowledged before it is written', ['I6'], ({ ann }) => ann.told.splice(1, 0, told(1_050, 2))],
  [
    'an edit is acknowledged in a degraded room',
    ['I6'],
    ({ ann }) => ann.told.splice(3, 0, told(3_600, 7, 'degraded')),
  ],
  [
    'an edit is acknowledged while the database does not answer',
    ['I6'],
    ({ ann }) => ann.told.splice(2, 0, told(1_620, 7)),
  ],
  [
    'an edit is shown as healthy while the database does not answer',
    ['I7'],
    ({ bo }) => {
      bo.saw[6] = { key: 'ann.7', at: 1_610, state: 'healthy' }
    },
  ],
  [
    'nobody is told in time that nothing is saved',
    ['C6'],
    ({ bo }) => {
      bo.told[1] = told(4_200, 0, 'degraded')
    },
  ],
  [
    'nobody is told in time that saving works again',
    ['C6'],
    ({ bo }) => {
      bo.told[2] = told(8_050, 0)
    },
  ],
]

test.for(planted)('planted: %s', ([, rules, plant]) => {
  const scene = goodHistory()
  plant(scene)
  expect(rulesOf(scene.history, scene.final).sort()).toEqual([...rules].sort())
})

test('who came late or left early need not have been told', () => {
  const { history, final, bo } = goodHistory()
  bo.told = [told(2_000, 0)]
  bo.saw = []
  bo.seated = [{ from: 2_000, to: 5_000 }]
  expect(findViolations(history, final)).toEqual([])
})

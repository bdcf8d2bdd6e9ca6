import { expect, test } from 'vitest'
import { goalInWords, judge, type Measure } from '../bench/sync/goals.ts'
import {
  type MarkSink,
  markedCoordinate,
  markedInteger,
  scanBytes,
  scanCoordinate,
  scanText,
} from '../bench/sync/load/mark.ts'
import { summariseProfile } from '../bench/sync/profile-summary.ts'
import { resultTable } from '../bench/sync/result-table.ts'
import { median, percentile, ratio } from '../bench/sync/statistics.ts'

test('the median of an odd and of an even number of values, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('a percentile is the smallest value that so many of a hundred do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1)
  expect(percentile(hundred, 50)).toBe(50)
  expect(percentile(hundred, 99)).toBe(99)
  expect(percentile(hundred, 100)).toBe(100)
  // One of a hundred and one may be slower and the 99th does not see it; one of ten is the 99th.
  expect(percentile([...hundred, 1_000], 99)).toBe(100)
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000], 99)).toBe(1_000)
  expect(percentile([], 99)).toBeNaN()
})

test('there is no ratio to what was not measured', () => {
  expect(ratio(3, 4)).toBe(0.75)
  expect(ratio(3, undefined)).toBeUndefined()
  expect(ratio(undefined, 4)).toBeUndefined()
  expect(ratio(3, Number.NaN)).toBeUndefined()
  expect(ratio(3, 0)).toBeUndefined()
})

const PEERS = ['slow', 'fast']
const P99: Measure = { figure: 'p99Ms', label: 'p99, ms', better: 'lower', goal: { base: 'relay', bound: 1 } }
const RATE: Measure = {
  figure: 'rate',
  label: 'updates a second',
  better: 'higher',
  digits: 0,
  goal: { base: 'peer', bound: 1.5 },
}
const LOST: Measure = { figure: 'lost', label: 'lost', better: 'lower', digits: 0, goal: { base: 'none', bound: 0 } }

test('goals are judged against the relay, the best peer, or by themselves', () => {
  expect(judge(P99, { ours: 4, relay: 5, slow: 9, fast: 2 }, PEERS)).toEqual({ toRelay: 0.8, toPeer: 2, met: true })
  expect(judge(P99, { ours: 6, relay: 5 }, PEERS)).toEqual({ toRelay: 1.2, toPeer: undefined, met: false })
  // More is better: the best peer is the one with most.
  expect(judge(RATE, { ours: 12, slow: 4, fast: 10 }, PEERS)).toMatchObject({ toPeer: 1.2, met: false })
  expect(judge(RATE, { ours: 15, slow: 4, fast: 10 }, PEERS)).toMatchObject({ toPeer: 1.5, met: true })
  expect(judge(LOST, { ours: 0, fast: 70 }, PEERS).met).toBe(true)
  expect(judge(LOST, { ours: 1, fast: 70 }, PEERS).met).toBe(false)
})

test('without its base a goal is neither met nor missed', () => {
  expect(judge(P99, { ours: 4, fast: 2 }, PEERS).met).toBeUndefined()
  expect(judge(RATE, { ours: 4, relay: 2, fast: Number.NaN }, PEERS).met).toBeUndefined()
  expect(judge(LOST, { fast: 2 }, PEERS).met).toBeUndefined()
  expect([P99, RATE, LOST].map(goalInWords)).toEqual(['≤ 1 r', '≥ 1.5 p', '≤ 0'])
})

test('the table has a line for each measure, and a dash for what is missing', () => {
  const medians = new Map([
    ['p99Ms', { ours: 4.04, slow: 12, relay: 5 }],
    ['rate', { ours: 12_000, slow: 8_000 }],
  ])
  expect(resultTable([P99, RATE], medians, ['ours', 'slow', 'relay'], PEERS).split('\n')).toEqual([
    '                   ours  slow  relay     r     p     goal',
    'p99, ms             4.0  12.0    5.0  0.81  0.34    ≤ 1 r  met',
    'updates a second  12000  8000      –     –  1.50  ≥ 1.5 p  met',
  ])
})

test('marks are found in bytes and in JSON, and in what was stored', () => {
  const found: string[] = []
  const sink: MarkSink = {
    update: (writer, number) => found.push(`update ${writer}/${number}`),
    cursor: (writer, number) => found.push(`cursor ${writer}/${number}`),
  }
  const bytes = Buffer.alloc(40)
  for (const [i, coordinate] of [markedCoordinate(7, 1), markedCoordinate(511, 70_000)].entries()) {
    bytes[3 + i * 15] = 0x7b
    bytes.writeDoubleBE(coordinate, 4 + i * 15)
  }
  scanBytes(bytes, 0, bytes.length, sink)
  const text = Buffer.from(`{"x":${markedInteger('update', 3, 12)},"c":[${markedInteger('cursor', 49, 999_999)},4242]}`)
  scanText(text, 0, text.length, sink)
  expect(found).toEqual(['update 7/1', 'update 511/70000', 'update 3/12', 'cursor 49/999999'])
  expect(scanCoordinate(markedCoordinate(9, 5))).toEqual({ writer: 9, number: 5 })
  expect(scanCoordinate(markedInteger('update', 9, 5))).toEqual({ writer: 9, number: 5 })
  expect(scanCoordinate(220)).toBeUndefined()
  // A float32 would be written in other bytes.
  expect(Math.fround(markedCoordinate(9, 5))).not.toBe(markedCoordinate(9, 5))
})

test('a profile is added up by function, without the time that was no work', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 9, columnNumber: 0 })
  const nodes = [frame('(root)'), frame('send', 'file:///a/b/c.js'), frame('(garbage collector)'), frame('(idle)')]
  const profile = {
    nodes: nodes.map((callFrame, id) => ({ id, callFrame })),
    samples: [1, 3, 2, 1],
    timeDeltas: [2_000, 50_000, 1_000, 1_000],
  }
  expect(summariseProfile(profile)).toEqual([
    { name: 'send b/c.js:10', ms: 3, share: 0.75 },
    { name: '(garbage collector)', ms: 1, share: 0.25 },
  ])
})

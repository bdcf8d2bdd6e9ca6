import { describe, expect, it } from 'vitest'
import { paceWords, runningBlock } from './running-block.ts'
import { sprintFixture, WEEK } from './sprint.fixture.ts'

const wednesday = WEEK.find(({ key }) => key === 'wed') ?? sprintFixture().agenda.days[0]
const at = (hour: number, minute: number) => new Date(2026, 8, 9, hour, minute)
const begun = (block: string, hour: number, minute: number) => ({ block, since: at(hour, minute).toISOString() })
function running(now: Date, given: Parameters<typeof sprintFixture>[0] = {}) {
  if (wednesday === undefined) throw new Error('the fixture lacks a day')
  return runningBlock(sprintFixture(given), wednesday, now)
}

describe('the block that a team is at', () => {
  it('is the one that the facilitator said, with what is left of it', () => {
    expect(running(at(8, 41), { now: begun('wed-1', 8, 30) })).toEqual({ block: 'wed-1', minutesLeft: 19, behind: 0 })
  })

  it('is behind by as much as it began late, and by what it takes longer', () => {
    expect(running(at(9, 10), { now: begun('wed-2', 9, 7) })).toEqual({ block: 'wed-2', minutesLeft: 72, behind: 7 })
    expect(running(at(9, 5), { now: begun('wed-1', 8, 30) })).toEqual({ block: 'wed-1', minutesLeft: -5, behind: 5 })
  })

  it('is the planned one as long as nobody has said, and then neither ahead nor behind', () => {
    expect(running(at(9, 10), { now: null })).toEqual({ block: 'wed-2', minutesLeft: 65, behind: null })
    const yesterday = { block: 'tue-1', since: new Date(2026, 8, 8, 8, 30).toISOString() }
    expect(running(at(9, 10), { now: yesterday })?.block).toBe('wed-2')
    expect(running(at(9, 10), { now: begun('removed', 9, 0) })?.block).toBe('wed-2')
  })

  it('is none in the evening, before the day, and of a sprint that does not run', () => {
    expect(running(at(20, 0), { now: begun('wed-11', 15, 15) })).toBeNull()
    expect(running(at(7, 30), { now: null })).toBeNull()
    expect(running(at(9, 10), { status: 'preparation' })).toBeNull()
  })
})

describe('words for ahead and behind', () => {
  it.each([
    [0, 'onTime', 0],
    [2, 'onTime', 0],
    [-2, 'onTime', 0],
    [7, 'behind', 7],
    [-5, 'ahead', 5],
  ] as const)('%i minutes is %s', (behind, key, count) => {
    expect(paceWords(behind)).toEqual({ key, count })
  })
})

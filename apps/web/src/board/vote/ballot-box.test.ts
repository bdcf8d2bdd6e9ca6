import type { Ballot, OpenVote } from '@samtavle/shared/vote-api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BallotBox, dotsLeft } from './ballot-box.ts'

const OPEN: OpenVote = {
  ...{ id: 'v1', question: 'Hvilke?', dots: 3, section: null, startedBy: 'Mette', startedAt: '2026-11-23T12:00:00Z' },
  ...{ own: { votes: [], done: false }, done: 0 },
}
const own = (votes: Record<string, number>, done = false): Ballot => ({
  votes: Object.entries(votes).map(([shape, dots]) => ({ shape, dots })),
  done,
})

/** A box, and the requests that it made, to be answered by hand. */
function boxed() {
  const requests: { ballot: Ballot; answer(failure?: unknown, kept?: Ballot): Promise<void> }[] = []
  const kept = vi.fn()
  const refused = vi.fn()
  const box = new BallotBox({
    send: (_vote, ballot) =>
      new Promise<Ballot>((resolve, reject) => {
        requests.push({
          ballot,
          answer: async (failure, kept = ballot) => {
            if (failure === undefined) resolve(kept)
            else reject(failure)
            await vi.advanceTimersByTimeAsync(0)
          },
        })
      }),
    againAfter: (failure) => (failure === 'network' ? 0 : null),
    onKept: kept,
    onRefused: refused,
  })
  box.follow(OPEN)
  return { box, requests, kept, refused }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('shows a dot at once, and sends the ballot whole', async () => {
  const { box, requests, kept } = boxed()
  expect(box.add('a')).toBe(true)
  expect(box.view).toMatchObject({ keeping: 'keeping', dots: new Map([['a', 1]]) })
  expect(requests.map(({ ballot }) => ballot)).toEqual([own({ a: 1 })])
  await requests[0]?.answer()
  expect(box.view.keeping).toBe('kept')
  expect(kept).toHaveBeenCalledWith('v1', own({ a: 1 }))
})

it('has one request on its way, and then sends how the ballot is by then', async () => {
  const { box, requests, kept } = boxed()
  for (const shape of ['a', 'b', 'b']) box.add(shape)
  box.take('a')
  box.setDone(true)
  expect(requests).toHaveLength(1)
  await requests[0]?.answer()
  expect(box.view.keeping).toBe('keeping')
  expect(kept).not.toHaveBeenCalled()
  expect(requests[1]?.ballot).toEqual(own({ b: 2 }, true))
  await requests[1]?.answer()
  expect(box.view.keeping).toBe('kept')
  expect(requests).toHaveLength(2)
})

it('has dots back that lay on a note which was deleted meanwhile', async () => {
  const { box, requests } = boxed()
  box.add('gone')
  box.add('a')
  await requests[0]?.answer(undefined, own({}))
  expect(requests[1]?.ballot).toEqual(own({ gone: 1, a: 1 }))
  await requests[1]?.answer(undefined, own({ a: 1 }))
  expect(box.view).toMatchObject({ keeping: 'kept', dots: new Map([['a', 1]]) })
  expect(dotsLeft(box.view)).toBe(2)
})

it('gives no more dots than there are', () => {
  const { box, requests } = boxed()
  for (const shape of ['a', 'a', 'b']) expect(box.add(shape)).toBe(true)
  expect(box.add('c')).toBe(false)
  expect(box.take('c')).toBe(false)
  expect(dotsLeft(box.view)).toBe(0)
  expect(requests).toHaveLength(1)
})

it('waits for a server that is not reached, longer each time, and sends what is newest', async () => {
  const { box, requests } = boxed()
  box.add('a')
  await requests[0]?.answer('network')
  expect(box.view).toMatchObject({ keeping: 'waiting', dots: new Map([['a', 1]]) })
  box.add('b')
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(999)
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(requests[1]?.ballot).toEqual(own({ a: 1, b: 1 }))
  await requests[1]?.answer('network')
  await vi.advanceTimersByTimeAsync(1_999)
  expect(requests).toHaveLength(2)
  box.retryNow()
  expect(requests).toHaveLength(3)
  await requests[2]?.answer()
  expect(box.view.keeping).toBe('kept')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests).toHaveLength(3)
})

it('goes back to what was kept when a change is refused', async () => {
  const { box, requests, refused } = boxed()
  box.add('a')
  await requests[0]?.answer()
  box.add('b')
  box.add('b')
  await requests[1]?.answer('conflict')
  expect(box.view).toMatchObject({ keeping: 'refused', dots: new Map([['a', 1]]) })
  expect(refused).toHaveBeenCalledWith('conflict')
  expect(requests).toHaveLength(2)
  box.add('c')
  expect(requests[2]?.ballot).toEqual(own({ a: 1, c: 1 }))
})

it('takes what another tab chose, but not over a change of its own that the server does not have yet', async () => {
  const { box, requests } = boxed()
  box.follow({ ...OPEN, own: own({ x: 2 }) })
  expect(box.view.dots).toEqual(new Map([['x', 2]]))
  box.add('a')
  box.follow({ ...OPEN, own: own({}) })
  expect(box.view.dots).toEqual(
    new Map([
      ['x', 2],
      ['a', 1],
    ]),
  )
  await requests[0]?.answer()
  box.follow({ ...OPEN, own: own({ y: 1 }) })
  expect(box.view.dots).toEqual(new Map([['y', 1]]))
})

it('forgets everything when the vote ends or another one is open, also what was on its way', async () => {
  const { box, requests, kept } = boxed()
  box.add('a')
  box.follow({ ...OPEN, id: 'v2' })
  expect(box.view).toMatchObject({ voteId: 'v2', dots: new Map(), keeping: 'kept' })
  await requests[0]?.answer()
  expect(kept).not.toHaveBeenCalled()
  box.add('b')
  expect(requests[1]?.ballot).toEqual(own({ b: 1 }))
  await requests[1]?.answer('network')
  box.follow(null)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests).toHaveLength(2)
  expect(box.view.voteId).toBeNull()
  expect(box.add('a')).toBe(false)
  expect(requests).toHaveLength(2)
})

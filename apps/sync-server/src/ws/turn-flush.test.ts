import { expect, test } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { createTurnFlush, FLUSH_PACE } from './turn-flush.ts'

/** Sockets of which each write takes so many milliseconds, and how often each was written to. */
function start(writeMs: number, sockets = 10) {
  const clock = createManualClock()
  let spent = 0
  const turnFlush = createTurnFlush(clock, () => clock.now() + spent)
  const written = Array.from({ length: sockets }, () => 0)
  const flushables = written.map((_, index) => ({
    flushedAt: Number.NEGATIVE_INFINITY,
    flush() {
      written[index] = (written[index] ?? 0) + 1
      spent += writeMs
    },
  }))
  const sendToAll = () => {
    for (const one of flushables) turnFlush.soon(one)
  }
  /** Time passes that is not spent on writing. */
  const pass = (ms: number) => {
    clock.advance(ms)
    clock.turn()
  }
  return { clock, sendToAll, written, pass }
}

test('W7: what one turn brings is one write for every socket, at its end', () => {
  const { clock, sendToAll, written } = start(0.01)
  for (let i = 0; i < 5; i++) sendToAll()
  expect(written[0]).toBe(0)
  clock.turn()
  expect(new Set(written)).toEqual(new Set([1]))
  sendToAll()
  clock.turn()
  expect(new Set(written)).toEqual(new Set([2]))
})

test('W11: after a dear round of writes what comes goes with the next one, a little later', () => {
  const { clock, sendToAll, written, pass } = start(0.2)
  for (let round = 1; round <= 2; round++) {
    sendToAll()
    clock.turn()
    expect(written[0]).toBe(round)
  }
  for (let i = 0; i < 3; i++) {
    sendToAll()
    clock.turn()
  }
  expect(written[0]).toBe(2)
  pass(Math.ceil(0.2 * 10 * FLUSH_PACE.rest))
  expect(new Set(written)).toEqual(new Set([3]))
  // Paid for: at once again.
  pass(FLUSH_PACE.longestMs)
  sendToAll()
  clock.turn()
  expect(written[0]).toBe(4)
})

test('W11: nobody waits longer than the longest rest, however dear the writes were', () => {
  const { clock, sendToAll, written, pass } = start(20)
  for (let round = 1; round <= 2; round++) {
    sendToAll()
    clock.turn()
  }
  sendToAll()
  pass(FLUSH_PACE.longestMs - 1)
  expect(written[0]).toBe(2)
  pass(1)
  expect(written[0]).toBe(3)
})

test('W11: sockets that are seldom written to do not wait, however many they are: there is nothing to put together', () => {
  const { clock, sendToAll, written, pass } = start(0.2)
  for (let round = 1; round <= 3; round++) {
    sendToAll()
    clock.turn()
    expect(new Set(written)).toEqual(new Set([round]))
    pass(FLUSH_PACE.againMs)
  }
})

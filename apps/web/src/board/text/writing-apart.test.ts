import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exchange } from '../../sync/board-peers.fixture.ts'
import { requestFrame, twoWriters, type Writer } from './text-peers.fixture.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', requestFrame)
})
afterEach(() => vi.unstubAllGlobals())

function meet(a: Writer, b: Writer): void {
  exchange(a.peer, b.peer)
  const [ofA, ofB] = [a.awareness(), b.awareness()]
  a.see(b, ofB)
  b.see(a, ofA)
}

function expectAlike(a: Writer, b: Writer): void {
  expect(b.words).toBe(a.words)
  expect(b.peer.note()).toEqual(a.peer.note())
  expect(a.drawnFor(b)).toBe(b.before)
  expect(b.drawnFor(a)).toBe(a.before)
  expect([a.restarts, b.restarts]).toEqual([0, 0])
}

test('what both wrote without a connection is there when they meet, each in one piece, carets behind it', () => {
  const [a, b] = twoWriters('Hun venter')
  for (const writer of [a, b]) writer.open()
  for (const letter of ' på svar fra os') a.type(letter)
  for (const letter of ' og ringer igen') {
    b.type(letter)
    b.peer.binding.flush()
  }
  meet(a, b)
  expect(a.words).toMatch(/^Hun venter( på svar fra os og ringer igen| og ringer igen på svar fra os)$/)
  expect(a.before.endsWith(' på svar fra os')).toBe(true)
  expect(b.before.endsWith(' og ringer igen')).toBe(true)
  expectAlike(a, b)
})

test('two who begin in a note that was made a moment ago write in the same line', () => {
  const [a, b] = twoWriters('')
  for (const writer of [a, b]) writer.open()
  a.type('Først')
  b.type('Så')
  meet(a, b)
  a.type('!')
  b.type('?')
  meet(a, b)
  expect(a.words).toMatch(/^(Først!Så\?|Så\?Først!)$/)
  expectAlike(a, b)
})

test('lines that one joins while the other writes in the second keep the caret of the other where it is', () => {
  const [a, b] = twoWriters('Hun venter\npå svar')
  for (const writer of [a, b]) writer.open()
  // As Backspace does it at the beginning of the second line.
  const end = a.state.doc.child(0).nodeSize
  a.dispatch(a.state.tr.join(end))
  b.type(' i dag')
  meet(a, b)
  expect(a.words).toBe('Hun venterpå svar i dag')
  expect(b.before).toBe('Hun venterpå svar i dag')
  expectAlike(a, b)
  b.type('!')
  meet(a, b)
  expect(a.words).toBe('Hun venterpå svar i dag!')
})

test("a change of others in two places leaves my caret, and what the editor's undo remembers, between them", () => {
  const [a, b] = twoWriters('Hun venter\npå svar\ni dag')
  for (const writer of [a, b]) writer.open()
  a.dispatch(a.state.tr.insertText('stadig ', 13))
  expect(a.words).toBe('Hun venter\nstadig på svar\ni dag')
  b.dispatch(b.state.tr.insertText('Nu: ', 1))
  b.type('!')
  meet(a, b)
  expect(a.words).toBe('Nu: Hun venter\nstadig på svar\ni dag!')
  expectAlike(a, b)
})

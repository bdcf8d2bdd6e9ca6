import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exchange } from '../../sync/board-peers.fixture.ts'
import { requestFrame, twoWriters } from './text-peers.fixture.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', requestFrame)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('while letters are composed the text under them stays as it is, and all is there when they are done', () => {
  const [a, b] = twoWriters('Hun ')
  for (const writer of [a, b]) writer.open()
  const both = () => {
    exchange(a.peer, b.peer)
    for (const writer of [a, b]) writer.frame()
  }
  a.compose('compositionstart')
  a.type('か')
  both()
  b.dispatch(b.state.tr.insertText('Nu: ', 1))
  both()
  expect(a.words).toBe('Hun か')
  expect(b.words).toBe('Nu: Hun か')
  // The letter that is composed is replaced by two, at its place.
  const end = a.state.doc.content.size - 1
  a.dispatch(a.state.tr.insertText('かん', end - 1, end))
  both()
  b.dispatch(b.state.tr.insertText('ja, ', 5))
  b.dispatch(b.state.tr.insertText('!', b.state.doc.content.size - 1))
  both()
  expect(a.words).toBe('Hun かん')
  expect(b.words).toBe('Nu: ja, Hun かん!')
  a.dispatch(a.state.tr.insertText('漢字', end - 1, end + 1))
  a.compose('compositionend')
  vi.runAllTimers()
  both()
  expect(a.words).toMatch(/^Nu: ja, Hun (漢字!|!漢字)$/)
  expect(b.words).toBe(a.words)
  expect(a.before.at(-1)).toBe('字')
  expect([a.restarts, b.restarts]).toEqual([0, 0])
  expect(b.peer.note()).toEqual(a.peer.note())
})

test('a text that is left in the midst of composing keeps what others wrote in it', () => {
  const [a, b] = twoWriters('Hun ')
  for (const writer of [a, b]) writer.open()
  a.compose('compositionstart')
  a.type('か')
  b.dispatch(b.state.tr.insertText('Nu: ', 1))
  exchange(a.peer, b.peer)
  a.type('ん')
  a.close()
  exchange(a.peer, b.peer)
  b.frame()
  expect(b.words).toBe('Nu: Hun かん')
  expect(a.peer.note()).toEqual(b.peer.note())
})

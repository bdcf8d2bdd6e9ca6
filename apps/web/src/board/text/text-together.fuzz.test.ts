import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createRandom } from '../../../../../tests/support/seeded-random.ts'
import { requestFrame, twoWriters, type Writer } from './text-peers.fixture.ts'

const LETTERS = 500
/** Nobody writes the other's letters, and of one's own there are few: many are the same in a row. */
const ALPHABETS = ['abcæ', 'XYZØ'] as const

afterEach(() => vi.unstubAllGlobals())

/** What is on its way to somebody, in order. */
type Post = { updates: Uint8Array[]; carets: unknown[] }

function open(words: string): { writers: [Writer, Writer]; post: [Post, Post] } {
  const writers = twoWriters(words)
  const post: [Post, Post] = [
    { updates: [], carets: [] },
    { updates: [], carets: [] },
  ]
  vi.stubGlobal('requestAnimationFrame', requestFrame)
  for (const [i, writer] of writers.entries()) {
    writer.open()
    writer.peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') post[1 - i]?.updates.push(update)
    })
  }
  return { writers, post }
}

const apply = (doc: Y.Doc, update: Uint8Array) => Y.applyUpdate(doc, update, 'remote')

function settle(writers: readonly Writer[], post: readonly Post[]): void {
  for (let round = 0; round < 3; round++) {
    for (const writer of writers) writer.frame()
    for (const [i, writer] of writers.entries()) {
      for (const update of post[i]?.updates.splice(0) ?? []) writer.take(update, apply)
    }
  }
  const states = writers.map((writer) => writer.awareness())
  for (const [i, writer] of writers.entries()) writer.see(writers[1 - i] as Writer, states[1 - i])
}

const only = (words: string, letters: string) => [...words].filter((letter) => letters.includes(letter)).join('')

test.for(Array.from({ length: 20 }, (_, seed) => seed + 1))(
  'two write 500 letters each into one note at once: all there, in order, carets right (seed %i)',
  (seed) => {
    const random = createRandom(seed)
    const { writers, post } = open(random.pick(['', '1 2', '1\n2\n3']))
    const [a, b] = writers
    const written: [string, string] = ['', '']
    while (written.some((words) => words.length < LETTERS)) {
      const i = random.int(2)
      const [writer, other] = i === 0 ? [a, b] : [b, a]
      const what = random.weighted({ type: 12, flush: 3, take: 6, send: 3, see: 3 })
      if (what === 'type' && written[i as 0 | 1].length < LETTERS) {
        const letter = random.pick([...(ALPHABETS[i] ?? '')])
        writer.type(letter)
        written[i as 0 | 1] += letter
      } else if (what === 'flush') writer.peer.binding.flush()
      else if (what === 'send') post[1 - i]?.carets.push(writer.awareness())
      else if (what === 'take') {
        const update = post[i]?.updates.shift()
        if (update) writer.take(update, apply)
      } else if (what === 'see') {
        // A caret may be here before the letter at which it stands.
        const caret = post[i]?.carets.shift()
        if (caret) writer.see(other, caret)
      }
    }
    settle(writers, post)

    expect(only(a.words, ALPHABETS[0])).toBe(written[0])
    expect(only(a.words, ALPHABETS[1])).toBe(written[1])
    expect(b.words).toBe(a.words)
    expect(b.peer.doc.getMap('records').toJSON()).toEqual(a.peer.doc.getMap('records').toJSON())
    expect(b.peer.note()).toEqual(a.peer.note())
    for (const [i, writer] of writers.entries()) {
      const own = written[i as 0 | 1]
      expect(writer.before.endsWith(own.at(-1) ?? '')).toBe(true)
      expect(only(writer.before, ALPHABETS[i] ?? '')).toBe(own)
      expect(writers[1 - i]?.drawnFor(writer)).toBe(writer.before)
      expect(writer.restarts).toBe(0)
    }
  },
)

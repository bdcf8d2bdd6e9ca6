import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom } from '../../../tests/support/seeded-random.ts'
import { plainTextOf, type RichText, readRichText, richTextOf, writeRichText } from './rich-text-doc.ts'
import { updateRichText, updateRichTextInPieces } from './rich-text-update.ts'

const bold = { type: 'bold' }
const doc = (...content: RichText['content']): RichText => ({ type: 'doc', content })
const paragraph = (...content: RichText['content']) => ({ type: 'paragraph', ...(content.length > 0 && { content }) })
const words = (text: string, ...marks: { type: string }[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})
const item = (text: string) => ({ type: 'listItem', content: [paragraph(words(text))] })
const list = (...items: RichText['content']) => ({ type: 'bulletList', content: items })

function peersOf(
  text: RichText,
): { fragment: Y.XmlFragment; write(next: RichText, caret?: number): void; read(): RichText; doc: Y.Doc }[] {
  const first = new Y.Doc()
  first.transact(() => writeRichText(first.getXmlFragment('t'), text))
  const state = Y.encodeStateAsUpdate(first)
  return [1, 2, 3].map((clientID) => {
    const own = new Y.Doc()
    own.clientID = clientID
    Y.applyUpdate(own, state)
    const fragment = own.getXmlFragment('t')
    const write = (next: RichText, caret?: number) => own.transact(() => updateRichText(fragment, next, caret))
    return { fragment, write, read: () => readRichText(fragment), doc: own }
  })
}

type Peer = ReturnType<typeof peersOf>[number]

/** Everybody gets everything. @returns the one text that all hold */
function exchange(...peers: Peer[]): RichText {
  for (const { doc: from } of peers) for (const { doc: to } of peers) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  const [first] = peers
  for (const one of peers) expect(one.read()).toEqual(first?.read())
  return first?.read() ?? doc()
}

const TEXTS: Record<string, RichText> = {
  nothing: doc(paragraph()),
  'a word': richTextOf('ord'),
  'two lines': richTextOf('en\nto'),
  'two lines with an empty one between': richTextOf('en\n\nto'),
  'bold in the middle': doc(paragraph(words('a '), words('b', bold), words(' c'))),
  'all bold': doc(paragraph(words('a b c', bold))),
  'a list': doc(paragraph(words('før')), list(item('x'), item('y'))),
  'a list in a list': doc(list(item('x'), { type: 'listItem', content: [paragraph(words('y')), list(item('z'))] })),
  'a line break': doc(paragraph(words('a'), { type: 'hardBreak' }, words('b'))),
  'line breaks alone': doc(paragraph({ type: 'hardBreak' }, { type: 'hardBreak' })),
  'an attribute': doc({ type: 'paragraph', attrs: { dir: 'rtl' }, content: [words('a')] }),
  'letters of two halves': richTextOf('👩‍👧 og 👨‍👦'),
  'other letters of two halves': richTextOf('👩‍👦 og 👨‍👧'),
}

describe('writing a text', () => {
  test.for(Object.keys(TEXTS))('%s: from every other text it becomes exactly this one', (name) => {
    const wanted = TEXTS[name] ?? doc()
    for (const [from, text] of Object.entries(TEXTS)) {
      const [peer] = peersOf(text)
      peer?.write(wanted)
      expect(peer?.read(), `from ${from}`).toEqual(wanted)
    }
  })

  test('what is equal writes nothing', () => {
    for (const text of Object.values(TEXTS)) {
      const [peer] = peersOf(text)
      const before = peer && Y.encodeStateVector(peer.doc)
      peer?.write(text)
      expect(peer && Y.encodeStateVector(peer.doc)).toEqual(before)
    }
  })

  test('one letter costs one letter', () => {
    const [peer] = peersOf(richTextOf('x'.repeat(5_000)))
    const before = peer && Y.encodeStateVector(peer.doc)
    peer?.write(richTextOf(`${'x'.repeat(5_000)}y`))
    expect(peer && Y.encodeStateAsUpdate(peer.doc, before).byteLength).toBeLessThan(40)
  })
})

describe('two at once', () => {
  test('begin in the same empty note, go on, and no letter is lost', () => {
    const [a, b, c] = peersOf(richTextOf('')) as [Peer, Peer, Peer]
    a.write(richTextOf('æ'))
    b.write(richTextOf('ø'))
    exchange(a, b, c)
    const both = plainTextOf(a.read())
    // A third one writes in front of both while the second goes on.
    c.write(richTextOf(`å${both}`))
    b.write(richTextOf(both.replace('ø', 'øu')))
    expect([...plainTextOf(exchange(a, b, c))].sort()).toEqual(['u', 'å', 'æ', 'ø'].sort())
  })

  test('also where the note was made without a place for words, as older boards have them', () => {
    const [a, b, c] = peersOf(doc({ type: 'paragraph', content: [words('x')] })) as [Peer, Peer, Peer]
    for (const peer of [a]) (peer.fragment.get(0) as Y.XmlElement).delete(0, 1)
    exchange(a, b, c)
    a.write(richTextOf('æ'))
    b.write(richTextOf('ø'))
    const both = plainTextOf(exchange(a, b, c))
    c.write(richTextOf(`å${both}`))
    b.write(richTextOf(both.replace('ø', 'øu')))
    expect([...plainTextOf(exchange(a, b, c))].sort()).toEqual(['u', 'å', 'æ', 'ø'].sort())
  })

  test('one writes at the end of a line while the other divides it, or sets it in bold', () => {
    const [a, b, c] = peersOf(richTextOf('hun venter')) as [Peer, Peer, Peer]
    a.write(richTextOf('hun\n venter'))
    b.write(richTextOf('hun venter!'))
    c.write(doc(paragraph(words('hun', bold), words(' venter'))))
    const text = plainTextOf(exchange(a, b, c))
    for (const part of ['hun', 'venter', '!']) expect(text.replace('\n', '')).toContain(part)
  })

  test('each writes in a line of their own, and one makes a new line above', () => {
    const [a, b, c] = peersOf(richTextOf('en\nto')) as [Peer, Peer, Peer]
    a.write(richTextOf('en a\nto'))
    b.write(richTextOf('en\nto b'))
    c.write(richTextOf('nul\nen\nto'))
    expect(plainTextOf(exchange(a, b, c))).toBe('nul\nen a\nto b')
  })
})

test('what changed in several places leaves the words between them to whoever rewrites those', () => {
  const [a, b, c] = peersOf(richTextOf('hun venter')) as [Peer, Peer, Peer]
  a.doc.transact(() => updateRichTextInPieces(a.fragment, richTextOf('Nu: hun venter!')))
  b.write(richTextOf('hun sover'))
  expect(plainTextOf(exchange(a, b, c))).toBe('Nu: hun sover!')
})

describe('lines that are joined', () => {
  const [first, second] = ['Hun venter ', 'på svar']

  test('keep what another writes in the second one at that moment', () => {
    const [a, b, c] = peersOf(richTextOf(`${first}\n${second}`)) as [Peer, Peer, Peer]
    a.write(richTextOf(`${first}${second}`))
    b.write(richTextOf(`${first}\n${second} i dag`))
    expect(plainTextOf(exchange(a, b, c))).toBe(`${first}${second} i dag`)
    // Both go on in the line that is one now.
    a.write(richTextOf(`${first}stadig ${second} i dag`))
    b.write(richTextOf(`${first}${second} i dag.`))
    expect(plainTextOf(exchange(a, b, c))).toBe(`${first}stadig ${second} i dag.`)
  })

  test('over a selection that reaches from one into another, with a line between that goes', () => {
    const [a, b, c] = peersOf(richTextOf('Hun venter\nlænge\npå svar')) as [Peer, Peer, Peer]
    a.write(richTextOf('Hun svar'))
    b.write(richTextOf('Hun venter\nlænge\npå svar nu'))
    expect(plainTextOf(exchange(a, b, c))).toBe('Hun svar nu')
  })

  test('an empty one that is taken away keeps what another begins in it', () => {
    const [a, b, c] = peersOf(richTextOf('Hun venter\n')) as [Peer, Peer, Peer]
    a.write(richTextOf('Hun venter'))
    b.write(richTextOf('Hun venter\ner'))
    expect(plainTextOf(exchange(a, b, c))).toBe('Hun venterer')
  })

  test('are parted again where they were, and then each is its own', () => {
    const [a, b, c] = peersOf(richTextOf('en\nto')) as [Peer, Peer, Peer]
    a.write(richTextOf('ento'))
    exchange(a, b, c)
    a.write(richTextOf('en\nto'))
    b.write(richTextOf('ento tre'))
    expect(plainTextOf(exchange(a, b, c))).toBe('en\nto tre')
  })

  test('one that another deletes meanwhile does not draw the next line to what is before it', () => {
    const [a, b, c] = peersOf(richTextOf('nul\nen\nto')) as [Peer, Peer, Peer]
    a.write(richTextOf('nul\nento'))
    b.write(richTextOf('nul\nto'))
    expect(plainTextOf(exchange(a, b, c))).toBe('nul\nto')
  })

  test('a thousand random texts, one after the other in one fragment: each becomes exactly what was meant', () => {
    const random = createRandom(4)
    const [peer] = peersOf(richTextOf('a'))
    for (let i = 0; i < 1000; i++) {
      const old = plainTextOf(peer?.read() as RichText)
      const at = random.int(old.length + 1)
      const without = old.slice(0, at) + old.slice(at + random.int(4))
      const next = random.chance(0.5)
        ? without
        : old.slice(0, at) + random.pick(['a', 'b', '\n', 'ab\n']) + old.slice(at)
      if (random.chance(0.8)) peer?.write(richTextOf(next), random.int(next.length + 2))
      else peer?.doc.transact(() => updateRichTextInPieces(peer.fragment, richTextOf(next)))
      expect(plainTextOf(peer?.read() as RichText)).toBe(next)
    }
  })
})

test('of the same letters in a row, the one before the caret is new', () => {
  const [a, b, c] = peersOf(richTextOf('aa')) as [Peer, Peer, Peer]
  a.write(richTextOf('aab'))
  // Between the two that were there: at the end it would come behind the other's.
  b.write(richTextOf('aaa'), 2)
  expect(plainTextOf(exchange(a, b, c))).toBe('aaab')
})

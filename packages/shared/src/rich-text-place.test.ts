import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type RichText, readRichText, richTextOf, sizeOf, writeRichText } from './rich-text-doc.ts'
import { placeAt, positionOf } from './rich-text-place.ts'
import { updateRichText } from './rich-text-update.ts'

const words = (text: string) => ({ type: 'text', text })
const paragraph = (...content: RichText['content']) => ({ type: 'paragraph', content })
const list = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(words(item))] })),
})

function fragmentOf(text: RichText): Y.XmlFragment {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('t')
  doc.transact(() => writeRichText(fragment, text))
  return fragment
}

/** The place, after it went to somebody else and back. */
function sent(fragment: Y.XmlFragment, position: number): Y.RelativePosition {
  return Y.createRelativePositionFromJSON(JSON.parse(JSON.stringify(placeAt(fragment, position))))
}

/** Every position where words can stand, from the sizes of the nodes. */
function caretPositions(text: RichText): number[] {
  const found: number[] = []
  const walk = (nodes: RichText['content'], start: number) => {
    let at = start
    for (const node of nodes) {
      const size = sizeOf(node)
      if (node.type === 'paragraph') for (let i = at + 1; i <= at + size - 1; i++) found.push(i)
      else walk(node.content ?? [], at + 1)
      at += size
    }
  }
  walk(text.content, 0)
  return found
}

const TEXTS: Record<string, RichText> = {
  nothing: richTextOf(''),
  'two lines': richTextOf('hun\nventer'),
  'an empty line between': richTextOf('hun\n\nventer'),
  'line breaks': {
    type: 'doc',
    content: [paragraph({ type: 'hardBreak' }, words('a'), { type: 'hardBreak' }, words('b'))],
  },
  'a list': { type: 'doc', content: [paragraph(words('før')), list('en', 'to'), paragraph(words('efter'))] },
  'letters of two halves': richTextOf('👩‍👧 og'),
}

describe('the place of a caret', () => {
  test.for(Object.keys(TEXTS))('%s: every place is found again where it is', (name) => {
    const text = TEXTS[name] as RichText
    const fragment = fragmentOf(text)
    const positions = caretPositions(text)
    expect(positions.length).toBeGreaterThan(0)
    for (const position of positions) expect(positionOf(fragment, sent(fragment, position))).toBe(position)
  })

  test('where no words can stand, the nearest place is meant', () => {
    const fragment = fragmentOf(TEXTS['a list'] as RichText)
    expect(positionOf(fragment, sent(fragment, 0))).toBe(1)
    expect(positionOf(fragment, sent(fragment, 10_000))).toBe(caretPositions(TEXTS['a list'] as RichText).at(-1))
    expect(placeAt(new Y.Doc().getXmlFragment('t'), 0)).toBeNull()
  })

  test('it stays with the letter before it while others write before and behind it', () => {
    const fragment = fragmentOf(richTextOf('hun venter'))
    const place = sent(fragment, 4)
    const write = (text: string) => fragment.doc?.transact(() => updateRichText(fragment, richTextOf(text)))
    write('Nu: hun venter')
    expect(positionOf(fragment, place)).toBe(8)
    write('Nu: hun! venter')
    expect(positionOf(fragment, place)).toBe(8)
    write('Nu: ! venter')
    expect(positionOf(fragment, place)).toBe(5)
  })

  test('in lines that were joined it is where its letter is', () => {
    const fragment = fragmentOf(richTextOf('hun\nventer'))
    const place = sent(fragment, 8)
    fragment.doc?.transact(() => updateRichText(fragment, richTextOf('hunventer')))
    expect(positionOf(fragment, place)).toBe(6)
    for (const position of caretPositions(readRichText(fragment))) {
      expect(positionOf(fragment, sent(fragment, position))).toBe(position)
    }
  })

  test('what a peer names that is no place of this text is none', () => {
    const doc = new Y.Doc()
    const [fragment, other] = [doc.getXmlFragment('t'), doc.getXmlFragment('o')]
    doc.transact(() => [fragment, other].map((each) => writeRichText(each, richTextOf('ord'))))
    const hostile: unknown[] = [
      {},
      { tname: 'records' },
      { item: { client: 1, clock: 0 } },
      { item: { client: doc.clientID, clock: 1e15 } },
      { item: { client: doc.clientID, clock: -1 } },
      { item: { client: doc.clientID, clock: 0.5 } },
      { type: { client: doc.clientID, clock: 1 }, item: null, assoc: 1e9 },
      { type: { client: -1, clock: -1 } },
      placeAt(other, 2),
    ]
    for (const place of hostile) {
      const found = positionOf(fragment, Y.createRelativePositionFromJSON(JSON.parse(JSON.stringify(place))))
      expect(found === null || (found >= 1 && found <= 4), JSON.stringify(place)).toBe(true)
    }
    expect(positionOf(fragment, sent(other, 2))).toBeNull()
  })
})

import { describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, encodeSeed, readRecord, recordMapOf, updateRecord } from './board-doc.ts'
import { newCard } from './card-kinds.ts'
import { cardLayout } from './card-layout.ts'
import { CARD_TYPE, type CardProps, cardParts, missingFor } from './card-shape.ts'
import { choiceLayout } from './choice-layout.ts'
import { CHOICE_TYPE, type ChoiceProps, chosenWords, optionStates, tickChange } from './choice-shape.ts'
import { plainShape, structuredShape } from './plain-shapes.ts'
import { checkRecord, serializedSchema } from './record-schema.ts'
import { shapeRecord } from './shape-record.fixture.ts'
import { wordsOn } from './shape-words.ts'

const named = (key: string, label = key) => ({ key, label })
const CHOICE: ChoiceProps = {
  w: 640,
  textSize: 22,
  question: 'Mødets form',
  kind: 'one',
  options: [named('a', 'Information'), named('b', 'Dialog'), named('c', 'Samskabelse')],
  chosen: '',
}
const CARD = newCard('trial', 'da', { w: 520, h: 900, framed: true })
const choiceRecord = (props: object = {}) => shapeRecord(CHOICE_TYPE, 'shape:c', { props: { ...CHOICE, ...props } })
const cardRecord = (props: object = {}) => shapeRecord(CARD_TYPE, 'shape:k', { props: { ...CARD, ...props } })
const isValid = (record: BoardRecord) => checkRecord(record, record.id).ok

/** Two people change one record without hearing of each other, and then do. */
function together(record: BoardRecord, mine: object, theirs: object): Record<string, unknown> | undefined {
  const seed = encodeSeed([record])
  const [a, b] = [mine, theirs].map((props) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seed)
    updateRecord(recordMapOf(doc), record, { ...record, props: { ...record.props, ...props } })
    return doc
  }) as [Y.Doc, Y.Doc]
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  const read = readRecord(recordMapOf(a), record.id)
  expect(read).toEqual(readRecord(recordMapOf(b), record.id))
  return read?.props
}

describe('a choice', () => {
  it('has at most one ticked option, and none again', () => {
    const ticked = { ...CHOICE, ...tickChange(CHOICE, 1) }
    expect(optionStates(ticked)).toEqual(['open', 'ticked', 'open'])
    expect(optionStates({ ...ticked, ...tickChange(ticked, 2) })).toEqual(['open', 'open', 'ticked'])
    expect(chosenWords({ ...ticked, ...tickChange(ticked, 1) })).toEqual([])
    expect(wordsOn(choiceRecord(tickChange(CHOICE, 1)))).toBe('Dialog')
  })

  it('of steps says which are done', () => {
    expect(optionStates({ ...CHOICE, kind: 'step', chosen: 'b' })).toEqual(['passed', 'here', 'open'])
    expect(chosenWords({ ...CHOICE, kind: 'step', chosen: 'b' })).toEqual(['Dialog'])
  })

  it('of several keeps the ticks of two people who tick different options at once', () => {
    const several = { ...CHOICE, kind: 'several' } as const
    const props = together(choiceRecord(several), tickChange(several, 0), tickChange(several, 2))
    expect(chosenWords(props as unknown as ChoiceProps)).toEqual(['Information', 'Samskabelse'])
  })

  it('stands side by side where words fit, else below each other, and ticking moves nothing', () => {
    const wide = choiceLayout(CHOICE)
    expect(new Set(wide.options.map(({ y }) => y)).size).toBe(1)
    const narrow = choiceLayout({ ...CHOICE, w: 300 })
    expect(new Set(narrow.options.map(({ x }) => x)).size).toBe(1)
    expect(narrow.h).toBeGreaterThan(wide.h)
    const boxes = ({ options }: typeof wide) => options.map(({ x, y, w, h, lines }) => ({ x, y, w, h, lines }))
    expect(boxes(choiceLayout({ ...CHOICE, chosen: 'a' }))).toEqual(boxes(wide))
  })
})

describe('a card', () => {
  it('keeps the words of two people who write in different fields at once, and the status a third one picks', () => {
    const props = together(cardRecord(), { text1: 'Ring op' }, { text3: 'Fem borgere', pick1: 'i-gang' })
    expect(cardParts(props as unknown as CardProps).map(({ key, text }) => [key, text])).toEqual([
      ['ide', 'Ring op'],
      ['mindste', 'Fem borgere'],
      ['status', 'I gang'],
    ])
  })

  it('is ready once what the specification asks for is filled in', () => {
    const ready = CARD.picks[0]?.options.find(({ key }) => key === 'klar')
    if (!ready) throw new Error('no such status')
    expect(missingFor(CARD, ready)).toEqual([
      'Vi tror, at …',
      'Mindste test',
      'Tegn på, at det virker',
      'Stop, hvis …',
      'Ansvarlig',
    ])
    expect(missingFor({ ...CARD, text2: 'a', text3: 'b', text4: 'c', text5: ' ', text6: 'e' }, ready)).toEqual([
      'Stop, hvis …',
    ])
  })

  it.each([
    ['of its own grows with its words', true, [true, true]],
    ['on a sheet sets its words smaller before it grows', false, [false, false]],
  ])('%s', (_, framed, isLarge) => {
    const words = 'Vi ringede til alle fem, og fire tog telefonen. '.repeat(5)
    const empty = { ...CARD, framed, h: framed ? 900 : 960 }
    const some = { ...empty, text7: words }
    const much = { ...some, text2: words.repeat(4) }
    const layouts = [some, much].map((props) => cardLayout(props))
    expect(layouts.map(({ fields }) => fields[6]?.text.size === 22)).toEqual(isLarge)
    expect(layouts.map(({ h }) => h > cardLayout(empty).h)).toEqual([framed, true])
    for (const { fields, h } of layouts) {
      for (const [i, { box }] of fields.entries()) {
        expect(box.y + box.h).toBeLessThanOrEqual(fields[i + 1]?.label.y ?? h)
      }
    }
  })

  it('finds the words of its fields', () => {
    expect(wordsOn(cardRecord({ text2: 'Det virker' }))).toBe('Det virker\nKladde')
    expect(wordsOn(shapeRecord(CARD_TYPE, 'shape:k', { props: { fields: 3 } }))).toBe('')
  })
})

describe('the schema', () => {
  it('knows both, and with which version of their props', () => {
    expect([isValid(choiceRecord()), isValid(cardRecord())]).toEqual([true, true])
    const { sequences } = serializedSchema() as { sequences: Record<string, number> }
    expect([CARD_TYPE, CHOICE_TYPE].map((type) => sequences[`com.tldraw.shape.${type}`])).toEqual([0, 0])
  })

  it.each([
    ['no options', choiceRecord({ options: undefined })],
    ['two options of one key', choiceRecord({ options: [named('a'), named('a')] })],
    ['an option without words', choiceRecord({ options: [{ key: 'a' }] })],
    ['a key that is none', choiceRecord({ options: [named('<script>')] })],
    ['too many options', choiceRecord({ options: Array.from({ length: 13 }, (_, i) => named(`o${i}`)) })],
    ['a label as long as a book', choiceRecord({ options: [named('a', 'x'.repeat(501))] })],
    ['a tick that is no tick', choiceRecord({ tick1: 'yes' })],
    ['a tick too many', choiceRecord({ tick13: true })],
    ['letters of no size', choiceRecord({ textSize: 0 })],
    ['a width without end', choiceRecord({ w: 1e9 })],
    ['a kind of its own', choiceRecord({ kind: 'all' })],
    ['a text that is none', cardRecord({ text1: { type: 'doc' } })],
    ['a field too many', cardRecord({ text13: 'x' })],
    ['more words than a record holds', cardRecord({ text1: 'x'.repeat(20_000) })],
    ['a pick without options', cardRecord({ picks: [named('status')] })],
    ['a height that is no number', cardRecord({ h: Number.NaN })],
    [
      'an option that needs no field',
      cardRecord({ picks: [{ ...named('s'), options: [{ ...named('o'), needs: [7] }] }] }),
    ],
  ])('refuses %s', (_, record) => {
    expect(isValid(record)).toBe(false)
  })
})

test.each([
  ['a card', cardRecord({ text1: 'Ring op' }), 'Ring op'],
  ['a choice', choiceRecord({ chosen: 'b' }), '✔ Dialog'],
])('%s is a box with its words elsewhere, and itself again here', (_, record, words) => {
  const plain = plainShape(record)
  expect([plain.type, isValid(plain)]).toEqual(['geo', true])
  expect(wordsOn(plain).split('\n')).toContain(words)
  expect(structuredShape(plain)).toEqual(record)
  expect(structuredShape({ ...plain, meta: { samtavle: { type: 'image', props: {} } } })).toBeUndefined()
})

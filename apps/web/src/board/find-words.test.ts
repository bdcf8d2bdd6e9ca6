import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { TLShape } from '@tldraw/tldraw'
import { describe, expect, it } from 'vitest'
import { inReadingOrder, keepPlace, type Placed, type Sheet, stepFrom, wordsOn } from './find-words.ts'

const shape = (type: string, props: object, meta: object = {}): TLShape =>
  ({ id: 'shape:x', type, props, meta }) as unknown as TLShape

describe('wordsOn', () => {
  it('reads a note, its role in the language of the interface, and that it is an example', () => {
    const note = shape('note', { richText: richTextOf('Ingen ringer\ntilbage'), color: 'light-red' }, { example: true })
    expect(wordsOn(note, 'da')).toEqual(['Ingen ringer\ntilbage', 'Smertepunkt', 'Eksempel'])
    expect(wordsOn(note, 'en')).toEqual(['Ingen ringer\ntilbage', 'Pain point', 'Example'])
  })

  it('takes the role that the record says before that of the colour', () => {
    expect(wordsOn(shape('note', { richText: richTextOf(''), color: 'yellow' }, { role: 'idea' }), 'nb')).toEqual([
      'Idé',
    ])
  })

  it.each([
    ['geo', { richText: richTextOf('Visitation'), geo: 'rectangle' }, ['Visitation']],
    ['text', { richText: richTextOf('Overskrift') }, ['Overskrift']],
    ['arrow', { text: 'fører til' }, ['fører til']],
    ['frame', { name: 'Hjemkomst' }, ['Hjemkomst']],
    ['frame', { name: '' }, []],
    ['draw', { segments: [] }, []],
    ['image', { name: 'IMG_0001', text: 7, richText: 'nej' }, []],
  ])('reads a shape of type %s: %j', (type, props, words) => {
    expect(wordsOn(shape(type, props), 'da')).toEqual(words)
  })

  it('keeps paragraphs and list items apart', () => {
    const item = (text: string) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const list = { type: 'doc', content: [{ type: 'bulletList', content: [item('mad'), item('vask')] }] }
    expect(wordsOn(shape('text', { richText: list }), 'da')).toEqual(['mad\nvask'])
  })
})

describe('inReadingOrder', () => {
  const sheet = (id: string, x: number, y: number, order?: number): Sheet => ({ id, x, y, order })
  const at = (name: string, x: number, y: number, on?: Sheet): Placed & { name: string } => ({ name, x, y, sheet: on })
  const namesOf = (items: readonly (Placed & { name: string })[]) => inReadingOrder(items).map(({ name }) => name)

  it('goes sheet by sheet in the order of the template, then by place, then what lies loose', () => {
    const [second, first] = [sheet('b', 0, 0, 2), sheet('a', 900, 0, 1)]
    const [low, high] = [sheet('c', 0, 2000), sheet('d', 3000, 1000)]
    expect(
      namesOf([
        at('loose', 0, 0),
        at('low', 1, 2001, low),
        at('two', 1, 1, second),
        at('high', 3001, 1001, high),
        at('one', 901, 1, first),
      ]),
    ).toEqual(['one', 'two', 'high', 'low', 'loose'])
  })

  it('goes from left to right along a row whose notes do not lie level, then to the next row', () => {
    expect(namesOf([at('c', 440, 10), at('e', 220, 215), at('a', 0, 24), at('b', 220, 0), at('d', 0, 230)])).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ])
  })

  it('has a heading before what stands below it', () => {
    expect(namesOf([at('question', 40, 67), at('heading', 40, 24), at('note', 40, 140)])).toEqual([
      'heading',
      'question',
      'note',
    ])
  })
})

describe('the place among the hits', () => {
  it('stays when others write hits before it, and when the order changes', () => {
    expect(keepPlace({ id: 'b', index: 1 }, ['x', 'y', 'a', 'b'])).toEqual({ id: 'b', index: 3 })
    expect(keepPlace({ id: 'b', index: 1 }, ['b', 'a'])).toEqual({ id: 'b', index: 0 })
  })

  it('goes around both ends', () => {
    expect(stepFrom({ id: 'c', index: 2 }, ['a', 'b', 'c'], 1)).toEqual({ id: 'a', index: 0 })
    expect(stepFrom({ id: 'a', index: 0 }, ['a', 'b', 'c'], -1)).toEqual({ id: 'c', index: 2 })
    expect(stepFrom({ id: 'a', index: 0 }, ['a'], 1)).toEqual({ id: 'a', index: 0 })
    expect(stepFrom({ id: undefined, index: 0 }, [], 1)).toBeUndefined()
  })

  it('is between its neighbours when somebody deletes it', () => {
    const gone = keepPlace({ id: 'b', index: 1 }, ['a', 'c', 'd'])
    expect(gone).toEqual({ id: undefined, index: 1 })
    expect(stepFrom(gone, ['a', 'c', 'd'], 1)).toEqual({ id: 'c', index: 1 })
    expect(stepFrom(gone, ['a', 'c', 'd'], -1)).toEqual({ id: 'a', index: 0 })
    const last = keepPlace({ id: 'c', index: 2 }, ['a', 'b'])
    expect(stepFrom(last, ['a', 'b'], 1)).toEqual({ id: 'a', index: 0 })
    expect(stepFrom(last, ['a', 'b'], -1)).toEqual({ id: 'b', index: 1 })
    expect(stepFrom(keepPlace(last, ['a']), ['a'], -1)).toEqual({ id: 'a', index: 0 })
  })
})

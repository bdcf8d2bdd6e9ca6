import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { TLShape } from '@tldraw/tldraw'
import { describe, expect, it } from 'vitest'
import { findableWords } from './find-words.ts'

const shape = (type: string, props: object, meta: object = {}): TLShape =>
  ({ id: 'shape:x', type, props, meta }) as unknown as TLShape

describe('findableWords', () => {
  it('reads a note, its role in the language of the interface, and that it is an example', () => {
    const note = shape('note', { richText: richTextOf('Ingen ringer\ntilbage'), color: 'light-red' }, { example: true })
    expect(findableWords(note, 'da')).toEqual(['Ingen ringer\ntilbage', 'Smertepunkt', 'Eksempel'])
    expect(findableWords(note, 'en')).toEqual(['Ingen ringer\ntilbage', 'Pain point', 'Example'])
  })

  it('takes the role that the record says before that of the colour', () => {
    expect(findableWords(shape('note', { richText: richTextOf(''), color: 'yellow' }, { role: 'idea' }), 'nb')).toEqual(
      ['Idé'],
    )
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
    expect(findableWords(shape(type, props), 'da')).toEqual(words)
  })
})

import { expect, test } from 'vitest'
import { richTextOf } from './rich-text-doc.ts'
import { textOn, wordsOn } from './shape-words.ts'

test.each([
  ['geo', { richText: richTextOf('Visitation\ni dag'), geo: 'rectangle' }, 'Visitation\ni dag'],
  ['arrow', { text: 'fører til' }, 'fører til'],
  ['draw', { segments: [] }, ''],
  ['image', { name: 'IMG_0001', text: 7, richText: 'nej' }, ''],
  ['note', undefined, ''],
])('on a shape of type %s, %j', (type, props, words) => {
  expect(wordsOn({ type, props })).toBe(words)
  expect(textOn({ type, props })).toBe(words)
})

test('the name of a frame is words of its own, yet no text on it', () => {
  const frame = { type: 'frame', props: { name: 'Hjemkomst' } }
  expect([wordsOn(frame), textOn(frame)]).toEqual(['Hjemkomst', ''])
  expect(wordsOn({ type: 'frame', props: { name: 7 } })).toBe('')
})

test('list items are lines', () => {
  const item = (text: string) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })
  const richText = { type: 'doc', content: [{ type: 'bulletList', content: [item('mad'), item('vask')] }] }
  expect(textOn({ props: { richText } })).toBe('mad\nvask')
})

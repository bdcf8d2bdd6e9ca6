import { expect, it } from 'vitest'
import { stepOf } from './evidence-step.ts'

it.each([
  ['a quote of a conversation', 'quote', 'b1', 'interview-indsigt', 'quote'],
  ['a quote that was carried to the insights', 'quote', 'indsigter', 'interview-indsigt', 'insight'],
  ['a pattern', 'fact', 'moenstre', 'interview-indsigt', 'insight'],
  ['an insight on the board of opportunities', 'pain', 'indsigter', 'mulighedsrum', 'insight'],
  ['a situation of an opportunity space', 'fact', 'm1-situation', 'mulighedsrum', 'opportunity'],
  ['a note beside the sections of that board', 'fact', null, 'mulighedsrum', 'opportunity'],
  ['an idea that came up there', 'idea', 'm2-hkv', 'mulighedsrum', 'idea'],
  ['a question that ideas begin with', 'fact', 'hkv', 'ideudvikling', 'opportunity'],
  ['an idea', 'idea', 'alle', 'ideudvikling', 'idea'],
  ['an idea that became a trial', 'idea', 'ide', 'proevehandling', 'trial'],
  ['a card of a trial', null, null, 'proevehandling', 'trial'],
  ['what a trial taught', 'fact', 'laert', 'proevehandling', 'learning'],
  ['an idea that came of learning', 'idea', 'laert', 'proevehandling', 'learning'],
  ['a round of a loop', 'decision', 'log', 'laeringsloop', 'learning'],
  ['a pain point on a journey', 'pain', 'rejse', 'borgerrejse', 'insight'],
  ['a note of an empty board', 'idea', null, null, 'idea'],
  ['a word without any role', null, null, null, null],
  ['a section that is called like a property of everything', 'quote', 'constructor', 'toString', 'quote'],
] as const)('%s', (_what, role, section, template, step) => {
  expect(stepOf(role, { section, template })).toBe(step)
})

import { expect, test } from 'vitest'
import {
  addedQuestion,
  draftOf,
  type ModelPhases,
  namelessPhases,
  phasesOf,
  sentPhases,
  withoutQuestion,
  withPhases,
  withQuestion,
  withWord,
} from './model-draft.ts'

const words = (da: string, en = '', nb = '') => ({ da, en, nb })
const phases = (name: string): ModelPhases => {
  const phase = { word: words(name, name, name), questions: [words('Hvad?', 'What?', 'Hva?'), words('Hvem?')] }
  return { foundation: phase, understand: phase, create: phase, work: phase }
}
const models = [
  { model: 'four-steps' as const, phases: phases('Trin') },
  { model: 'six-phases' as const, phases: phases('Fase') },
]

test('who looks at another model and comes back finds the words as they were left', () => {
  const first = draftOf({ model: 'four-steps', phases: phases('Vores') })
  const changed = withPhases(first, withWord(phases('Vores'), 'create', 'da', 'Byg'))
  const other = { ...changed, model: 'six-phases' as const }
  expect(phasesOf(other, models)?.create.word.da).toBe('Fase')
  expect(phasesOf({ ...other, model: 'four-steps' }, models)?.create.word).toEqual(words('Byg', 'Vores', 'Vores'))
})

test('a question is changed in one language, added and taken away without touching the others', () => {
  const changed = withQuestion(phases('A'), 'work', 0, 'nb', 'Hva nå?')
  expect(changed.work.questions).toEqual([words('Hvad?', 'What?', 'Hva nå?'), words('Hvem?')])
  expect(changed.create).toEqual(phases('A').create)
  expect(withoutQuestion(changed, 'work', 0).work.questions).toEqual([words('Hvem?')])
  expect(addedQuestion(changed, 'work').work.questions).toHaveLength(3)
})

test('what is sent has no spaces around it and no question that says nothing', () => {
  const written = withQuestion(
    addedQuestion(withWord(phases('A'), 'work', 'en', ' Run '), 'work'),
    'work',
    1,
    'da',
    ' ',
  )
  expect(sentPhases(written).work).toEqual({
    word: words('A', 'Run', 'A'),
    questions: [words('Hvad?', 'What?', 'Hva?')],
  })
})

test('a phase needs a name in one language', () => {
  expect(namelessPhases(phases('  '))).toEqual(['foundation', 'understand', 'create', 'work'])
  expect(namelessPhases(withWord(phases(''), 'work', 'nb', 'Drift'))).toEqual(['foundation', 'understand', 'create'])
})

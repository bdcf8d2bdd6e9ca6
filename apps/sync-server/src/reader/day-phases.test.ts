import { expect, test } from 'vitest'
import { phaseWordsOf } from './day-phases.ts'

const day = { title: 'Onsdag', date: '2026-09-09' }

test('the words that were frozen, each once; older snapshots have those of the first process model', () => {
  const phases = ['foundation', 'understand', 'create'] as const
  expect(phaseWordsOf({ ...day, phases: [...phases], phaseWords: ['Se', 'Se', 'Gør'] }, 'da')).toEqual(['Se', 'Gør'])
  expect(phaseWordsOf({ ...day, phases: ['understand', 'create'] }, 'nb')).toEqual(['Forstå', 'Skap'])
  expect(phaseWordsOf({ ...day, phases: [] }, 'da')).toEqual([])
})

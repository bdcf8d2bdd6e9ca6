import { PHASES } from '@samtavle/shared/agenda'
import { LOCALES } from '@samtavle/shared/locale'
import {
  PHASE_QUESTION_MAX,
  PHASE_QUESTIONS_MAX,
  PHASE_WORD_MAX,
  PROCESS_MODEL_IDS,
} from '@samtavle/shared/process-model'
import { expect, test } from 'vitest'
import { PROCESS_MODELS, processModelOf } from './process-models.ts'

test('the words of the four models stand as the guide has them side by side', () => {
  const table = PROCESS_MODELS.map(({ phases }) => PHASES.map((phase) => phases[phase].word.da))
  expect(table).toEqual([
    ['Forstå', 'Forstå', 'Skab', 'Virk'],
    ['Læg fundamentet', 'Identificér behov', 'Udforsk muligheder', 'Realisér'],
    ['Opdagelse', 'Opdagelse', 'Nytænkning, konceptudvikling, afprøvning', 'Produktudvikling, implementering'],
    ['Idé og analyse', 'Analyse', 'Gennemførelse', 'Implementering og gevinst'],
  ])
  expect(PROCESS_MODELS.map(({ model }) => model)).toEqual(PROCESS_MODEL_IDS)
  expect(processModelOf('four-steps').phases.work.word.nb).toBe('Realiser')
})

test('every phase has its questions in all languages: open, short, and within what may be stored', () => {
  for (const { phases } of PROCESS_MODELS) {
    for (const phase of PHASES) {
      const { word, questions } = phases[phase]
      expect(questions.length).toBeGreaterThanOrEqual(3)
      expect(questions.length).toBeLessThanOrEqual(PHASE_QUESTIONS_MAX)
      for (const locale of LOCALES) {
        expect(word[locale]).toMatch(/^\p{Lu}/u)
        expect(word[locale].length).toBeLessThanOrEqual(PHASE_WORD_MAX)
        for (const question of questions) {
          expect(question[locale]).toMatch(/^\p{Lu}.*\?$/u)
          expect(question[locale].length).toBeLessThanOrEqual(PHASE_QUESTION_MAX)
        }
      }
    }
  }
})

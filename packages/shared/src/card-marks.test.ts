import { describe, expect, test } from 'vitest'
import { cardMarks } from './card-marks.ts'

const rectangle = (meta: Record<string, unknown>, props: Record<string, string> = {}) => ({
  type: 'geo',
  meta,
  props: { color: 'orange', fill: 'solid', ...props },
})

describe('the mark of a wide card', () => {
  test('is its role in word and sign, and the word for an example', () => {
    const card = rectangle({ role: 'question', example: true })
    expect(cardMarks(card, 'da')).toEqual(['Spørgsmål ?', 'Eksempel'])
    expect(cardMarks(card, 'en')).toEqual(['Question ?', 'Example'])
    expect(cardMarks(rectangle({ role: 'fact' }, { color: 'yellow' }), 'da')).toEqual(['Iagttagelse'])
  })

  test('is only the word for an example on a field, whose colour is none', () => {
    const field = rectangle({ role: 'fact', example: true, part: 'field' }, { color: 'grey', fill: 'none' })
    expect(cardMarks(field, 'da')).toEqual(['Eksempel'])
    expect(cardMarks(rectangle({ role: 'fact', part: 'text' }, { color: 'grey', fill: 'none' }), 'da')).toEqual([])
  })

  test('is nothing on a rectangle of somebody, nor of a role that its colour is not', () => {
    expect(cardMarks(rectangle({}), 'da')).toEqual([])
    expect(cardMarks(rectangle({ role: 'pain' }), 'da')).toEqual([])
  })
})

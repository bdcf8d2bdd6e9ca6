import { describe, expect, it } from 'vitest'
import { typedMinute, typedMinutes } from './typed-time.ts'

describe('a time that is typed', () => {
  it.each([
    ['8.30', 510],
    ['08:30', 510],
    ['830', 510],
    ['0830', 510],
    ['1415', 855],
    ['8', 480],
    ['kl. 14', 840],
    [' 0.00 ', 0],
    ['23.59', 1439],
  ])('%s is minute %i', (typed, minute) => {
    expect(typedMinute(typed)).toBe(minute)
  })

  it.each(['', '24.00', '8.60', 'halv ni', '8.3', '-1'])('»%s« is none', (typed) => {
    expect(typedMinute(typed)).toBeNull()
  })
})

describe('minutes that are typed', () => {
  it.each([
    ['45', 45],
    [' 90 min.', 90],
    ['0', 0],
    ['1,5', null],
    ['-5', null],
    ['', null],
  ])('»%s« is %s', (typed, minutes) => {
    expect(typedMinutes(typed)).toBe(minutes)
  })
})

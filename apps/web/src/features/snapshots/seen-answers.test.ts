import { beforeEach, describe, expect, test, vi } from 'vitest'
import { noteSeen, seenAnswers } from './seen-answers.ts'

const kept = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
})

describe('answers that somebody has seen on a device', () => {
  beforeEach(() => kept.clear())

  test('are remembered for each person, and never fewer than before', () => {
    noteSeen('anna', 's1', 2)
    noteSeen('anna', 's1', 1)
    noteSeen('anna', 's2', 0)
    expect(seenAnswers('anna')).toEqual({ s1: 2 })
    expect(seenAnswers('bo')).toEqual({})
  })

  test('are those of the latest two hundred snapshots', () => {
    for (let i = 0; i < 230; i++) noteSeen('anna', `s${i}`, 1)
    const seen = seenAnswers('anna')
    expect(Object.keys(seen)).toHaveLength(200)
    expect([seen.s229, seen.s30, seen.s29]).toEqual([1, 1, undefined])
  })

  test('are none when what is stored is not ours', () => {
    for (const odd of ['nonsense', '7', 'null', '{"s1":"x"}']) {
      kept.set('samtavle.answers-seen.anna', odd)
      expect(seenAnswers('anna')).toEqual({})
    }
  })
})

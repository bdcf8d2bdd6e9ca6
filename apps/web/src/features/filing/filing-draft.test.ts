import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { describe, expect, test } from 'vitest'
import { filingFaults, filingRequest, firstDraft } from './filing-draft.ts'

const snapshot = (id: string, final: boolean): SnapshotSummary => ({
  ...{ id, final, number: 1, title: 'Mandag', status: 'published', day: null, prepared: false },
  ...{ madeAt: '2026-09-07T12:00:00Z', publishedAt: '2026-09-07T12:00:00Z', sha256: '', answers: [] },
})
const filed = { snapshots: [snapshot('a', true), snapshot('b', false)], case: null }
const NOW = new Date(2026, 8, 9, 8, 30)

describe('what the form of a package offers', () => {
  test('the final snapshots, the title of the sprint, and today', () => {
    const draft = firstDraft('Hjem med hjælp', filed, NOW)
    expect(draft).toMatchObject({ snapshots: ['a'], shortSubject: 'Hjem med hjælp', documentDate: '2026-09-09' })
    expect([...filingFaults(draft)]).toEqual(['caseNumber'])
  })

  test('the case as it was said the last time', () => {
    const last = {
      caseNumber: '7',
      classificationCode: '00',
      classificationName: '',
      shortSubject: 'Breve',
      responsible: '',
    }
    expect(firstDraft('Andet', { ...filed, case: last }, NOW)).toMatchObject(last)
  })

  test('every fault, and words without the spaces around them', () => {
    const empty = { ...firstDraft(' ', filed, NOW), documentDate: '', snapshots: [] }
    expect([...filingFaults(empty)]).toEqual(['caseNumber', 'shortSubject', 'documentDate', 'none'])
    expect([...filingFaults({ ...empty, snapshots: Array.from({ length: 41 }, String) })]).toContain('tooMany')
    expect(filingRequest({ ...empty, caseNumber: ' 7 ' }).caseNumber).toBe('7')
  })
})

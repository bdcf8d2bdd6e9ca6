import type { SprintSummary } from '@samtavle/shared/sprint-api'

/** A sprint of week 37 as the list has it, with whatever a test says differently. */
export function aSprint(different: Partial<SprintSummary> = {}): SprintSummary {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    title: 'Hjem med hjælp',
    challenge: 'Når jeg kommer hjem fra hospitalet, ved jeg ikke, hvem der kommer, eller hvornår.',
    status: 'running',
    programmeId: 'monday-to-monday',
    locale: 'da',
    startDate: '2026-09-07',
    lastDate: '2026-09-14',
    place: 'facilitator',
    teamSize: 5,
    today: null,
    ...different,
  }
}

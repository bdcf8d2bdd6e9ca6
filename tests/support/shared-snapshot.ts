import type { SnapshotAnswer, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import type { ApiSession } from './api-session.ts'

/** A published snapshot, and the way to it. */
export type SharedSnapshot = {
  sprintId: string
  id: string
  published: SnapshotSummary
  /** Address of its page, without the installation: `/s/…`. */
  path: string
}

/** Publishes the Wednesday of a new sprint with the boards of the example, and makes a link that may answer. */
export async function shareWednesday(
  leader: ApiSession,
  {
    passcode,
    pictures = true,
    needsAccount = false,
  }: { passcode?: string; pictures?: boolean; needsAccount?: boolean } = {},
): Promise<SharedSnapshot> {
  const { id: sprintId } = await leader.ask<{ id: string }>('POST', '/api/sprints', {
    title: 'Hjem med hjælp',
    challenge: 'Jeg satte en stol i gangen.',
    startDate: '2026-11-23',
    programmeId: 'monday-to-monday',
    examples: true,
    commissioner: { name: 'Bente Chef', userId: null },
    team: [],
  })
  const { id } = await leader.ask<{ id: string }>('POST', `/api/sprints/${sprintId}/snapshots`, { day: 'wed' })
  const { choice } = await leader.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  const words = { question: 'Må aftenholdet være med i testen fredag?', status: 'Vi er på sporet.' }
  const wanted = { ...choice, ...words, withExamples: true, withPictures: pictures }
  await leader.ask('PUT', `/api/snapshots/${id}/choice`, wanted)
  const published = await leader.ask<SnapshotSummary>('POST', `/api/snapshots/${id}/publish`, { expiresAt: null })
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  const request = { expiresAt, mayAnswer: true, needsAccount, ...(passcode === undefined ? {} : { passcode }) }
  const { link } = await leader.ask<{ link: string }>('POST', `/api/snapshots/${id}/share-links`, request)
  return { sprintId, id, published, path: new URL(link).pathname }
}

import type { Person } from '../support/api-session.ts'

/** What a sprint of these tests is called. */
export const TITLE = 'Hjem med hjælp'
/** What its loops ask. */
export const QUESTION = 'Ringer vi til tiden?'

type Finished = { programmeId?: string; team?: { userId: string; role: string }[] }

/** A sprint that is over, led by this person, with these others in it. */
export async function finishedSprint(
  leader: Person,
  { programmeId = 'monday-to-monday', team = [] }: Finished = {},
): Promise<string> {
  const { id } = await leader.session.ask<{ id: string }>('POST', '/api/sprints', {
    title: TITLE,
    challenge: 'Når jeg kommer hjem, ved jeg ikke, hvem der kommer.',
    startDate: '2026-11-02',
    programmeId,
    commissioner: { name: 'Lone Friis', userId: null },
    team,
  })
  for (const status of ['running', 'finished']) {
    await leader.session.ask('PUT', `/api/sprints/${id}/status`, { status })
  }
  return id
}

/** So many days from now on the server's wall, and never at a weekend. */
export function workday(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  while (at.getUTCDay() % 6 === 0) at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

/** Plans a loop of a sprint. @returns its id */
export async function planLoop(
  person: Person,
  sprintId: string,
  question: string,
  date: string,
  owner = 'Aftenholdet',
): Promise<string> {
  const { id } = await person.session.ask<{ id: string }>('POST', `/api/sprints/${sprintId}/loops`, {
    question,
    owner: { name: owner, userId: null },
    everyWeeks: 2,
    first: { date, atMinute: 9 * 60, minutes: 45 },
  })
  return id
}

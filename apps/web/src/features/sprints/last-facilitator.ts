import type { SprintRole } from '@samtavle/shared/access'

/** Is this the one facilitator that there is? A sprint is never without. */
export function isLastFacilitator(team: readonly { id: string; role: SprintRole }[], id: string): boolean {
  const facilitators = team.filter(({ role }) => role === 'facilitator')
  return facilitators.length === 1 && facilitators[0]?.id === id
}

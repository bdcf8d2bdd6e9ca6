/** What is done to one learning loop. Planning loops is a right in their sprint. */
export type LoopAction = 'loop.view' | 'loop.run'

const TEAM: readonly string[] = ['facilitator', 'member']

/**
 * Per action: which places in the loop's sprint may (`SprintPlace` of `access.ts`, which reads this file), whatever its
 * status; and whether the owner may who received it, and is not of the sprint.
 */
const LOOP_RIGHTS: Record<LoopAction, { places: readonly string[]; receiver: boolean }> = {
  'loop.view': { places: [...TEAM, 'sparring', 'observer', 'commissioner'], receiver: true },
  // Writing a round down, and moving the one that is to come.
  'loop.run': { places: TEAM, receiver: true },
}

/** May somebody in this place, or who received the loop, do this to it? False for what is not done to loops. */
export function mayWithLoop(action: string, { place, receives }: { place: string | null; receives: boolean }): boolean {
  if (!Object.hasOwn(LOOP_RIGHTS, action)) return false
  const { places, receiver } = LOOP_RIGHTS[action as LoopAction]
  return (receiver && receives) || (place !== null && places.includes(place))
}

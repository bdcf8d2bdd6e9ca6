import type { SprintBoard } from '@samtavle/shared/sprint-api'

export type PersonHere = { id: string; name: string; colour: number; boards: SprintBoard[] }

/** Who has boards of a sprint open now, each once, with the boards. */
export function peopleHere(boards: readonly SprintBoard[]): PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const board of boards) {
    for (const who of board.here) {
      const known = people.get(who.id) ?? { ...who, boards: [] }
      known.boards.push(board)
      people.set(who.id, known)
    }
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'da'))
}

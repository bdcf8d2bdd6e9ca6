import type { Agenda, AgendaBlock } from '@samtavle/shared/agenda'

/** What is different in another version of a plan; `day` is the key of the day on which it is now, or was. */
export type AgendaDifference =
  | { kind: 'added' | 'removed' | 'moved' | 'changed'; title: string; day: string }
  | { kind: 'start'; startsAt: number; day: string }

/** What somebody else did to a plan. */
export function agendaDifferences(from: Agenda, to: Agenda): AgendaDifference[] {
  const differences: AgendaDifference[] = []
  const [before, after] = [placesOf(from), placesOf(to)]
  for (const { key, blocks, startsAt } of to.days) {
    const stayed = blocks.flatMap(({ id }) => {
      const was = before.get(id)
      return was?.day === key ? [was.index] : []
    })
    const inOrder = new Set(longestRising(stayed))
    for (const block of blocks) {
      const was = before.get(block.id)
      const about = { title: block.title, day: key }
      if (was === undefined) differences.push({ kind: 'added', ...about })
      else if (was.day !== key || !inOrder.has(was.index)) differences.push({ kind: 'moved', ...about })
      if (was !== undefined && !sameBlock(was.block, block)) differences.push({ kind: 'changed', ...about })
    }
    const day = from.days.find((one) => one.key === key)
    if (day !== undefined && day.startsAt !== startsAt) differences.push({ kind: 'start', startsAt, day: key })
  }
  for (const [id, { block, day }] of before) {
    if (!after.has(id)) differences.push({ kind: 'removed', title: block.title, day })
  }
  return differences
}

function placesOf(agenda: Agenda): Map<string, { block: AgendaBlock; day: string; index: number }> {
  return new Map(
    agenda.days.flatMap(({ key, blocks }) => blocks.map((block, index) => [block.id, { block, day: key, index }])),
  )
}

/** The most numbers of a list that rise as they stand: what is not among them has been moved. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const best: number[][] = []
  numbers.forEach((number, i) => {
    const before = best.slice(0, i).filter((run) => (run.at(-1) ?? 0) < number)
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, number])
  })
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}

const sameBlock = (a: AgendaBlock, b: AgendaBlock): boolean =>
  a.title === b.title &&
  a.note === b.note &&
  a.kind === b.kind &&
  a.minutes === b.minutes &&
  a.lockedStart === b.lockedStart &&
  a.boards.join() === b.boards.join()

import type { Link } from './evidence-store.ts'

/**
 * Things in an order in which each comes after all that it builds on; among those that could come next, the one that was
 * first stays first. What is in a circle comes last.
 */
export function inChainOrder<Item extends { id: string }>(items: readonly Item[], links: readonly Link[]): Item[] {
  const waitingFor = new Map(items.map(({ id }): [string, number] => [id, 0]))
  const leadsTo = new Map<string, string[]>()
  for (const { from, to } of links) {
    const count = waitingFor.get(to)
    if (count === undefined || !waitingFor.has(from)) continue
    waitingFor.set(to, count + 1)
    leadsTo.set(from, [...(leadsTo.get(from) ?? []), to])
  }
  const ordered: Item[] = []
  let left = [...items]
  for (;;) {
    const next = left.filter(({ id }) => waitingFor.get(id) === 0)
    if (next.length === 0) return [...ordered, ...left]
    ordered.push(...next)
    left = left.filter(({ id }) => waitingFor.get(id) !== 0)
    for (const { id } of next) {
      for (const to of leadsTo.get(id) ?? []) waitingFor.set(to, (waitingFor.get(to) ?? 0) - 1)
    }
  }
}

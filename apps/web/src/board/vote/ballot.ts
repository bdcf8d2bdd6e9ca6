import type { Ballot } from '@samtavle/shared/vote-api'

/** My dots by the id of the note; notes without any are not in it. */
export type Dots = ReadonlyMap<string, number>

export const NO_DOTS: Dots = new Map()

/** How many dots lie on notes. */
export const usedDots = (dots: Dots): number => [...dots.values()].reduce((sum, count) => sum + count, 0)

/** With one more on this note; the same when all are used. */
export function withDot(dots: Dots, shape: string, most: number): Dots {
  if (usedDots(dots) >= most) return dots
  return new Map(dots).set(shape, (dots.get(shape) ?? 0) + 1)
}

/** With one less on this note; the same when it has none. */
export function withoutDot(dots: Dots, shape: string): Dots {
  const count = dots.get(shape) ?? 0
  if (count === 0) return dots
  const fewer = new Map(dots)
  if (count === 1) fewer.delete(shape)
  else fewer.set(shape, count - 1)
  return fewer
}

export const dotsOf = ({ votes }: Ballot): Dots => new Map(votes.map(({ shape, dots }) => [shape, dots]))

export const ballotOf = (dots: Dots, done: boolean): Ballot => ({
  votes: [...dots].map(([shape, count]) => ({ shape, dots: count })),
  done,
})

import { ratio } from './statistics.ts'

/** What is compared with: the bare relay, the best peer, or nothing (then the bound is on our own figure). */
export type Base = 'relay' | 'peer' | 'none'

/** One line of a scenario's table. */
export type Measure = {
  /** Name in `Figures`. */
  figure: string
  label: string
  better: 'lower' | 'higher'
  digits?: number
  /** `bound` is at most (lower is better) or at least (higher is better) so many times the base. */
  goal?: { base: Base; bound: number }
}

/** Medians of one figure by contender. */
export type Medians = Readonly<Record<string, number | undefined>>

export type Verdict = {
  /** Ours in parts of the relay's, and of the best peer's. */
  toRelay: number | undefined
  toPeer: number | undefined
  /** Undefined without a goal, or when what it is compared with was not measured. */
  met: boolean | undefined
}

/** Compares our figure with the others'. */
export function judge(measure: Measure, medians: Medians, peers: readonly string[]): Verdict {
  const ours = medians.ours
  const others = peers.flatMap((peer) => {
    const value = medians[peer]
    return value === undefined || Number.isNaN(value) ? [] : [value]
  })
  const best = measure.better === 'lower' ? Math.min(...others) : Math.max(...others)
  const toRelay = ratio(ours, medians.relay)
  const toPeer = others.length === 0 ? undefined : ratio(ours, best)
  const { goal } = measure
  if (goal === undefined) return { toRelay, toPeer, met: undefined }
  const judged = goal.base === 'relay' ? toRelay : goal.base === 'peer' ? toPeer : ours
  if (judged === undefined) return { toRelay, toPeer, met: undefined }
  return { toRelay, toPeer, met: measure.better === 'lower' ? judged <= goal.bound : judged >= goal.bound }
}

/** A goal in words: "≤ 0.5 r". */
export function goalInWords({ goal, better }: Measure): string {
  if (goal === undefined) return ''
  const unit = { relay: ' r', peer: ' p', none: '' }[goal.base]
  return `${better === 'lower' ? '≤' : '≥'} ${goal.bound}${unit}`
}

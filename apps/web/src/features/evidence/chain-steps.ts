import type { EvidenceNode, SprintEvidence } from '@samtavle/shared/evidence-api'
import { EVIDENCE_STEPS, type EvidenceStep } from '@samtavle/shared/evidence-step'

/** A step, or what belongs to none that can be told. */
export type ShownStep = EvidenceStep | 'other'
/** A note of the chains that one may know of, with those that it is tied to. */
export type TiedNote = EvidenceNode & { buildsOn: EvidenceNode[]; leadsTo: EvidenceNode[] }

export const stepOfNode = ({ step }: Pick<EvidenceNode, 'step'>): ShownStep => step ?? 'other'

/** The notes of a sprint's chains step by step, each step in the order of its chain, and how many of them one may not see. */
export function bySteps({ nodes, links }: Pick<SprintEvidence, 'nodes' | 'links'>): {
  steps: { step: ShownStep; notes: TiedNote[] }[]
  hidden: number
} {
  const byTrace = new Map(nodes.map((node): [string, TiedNote] => [node.trace, { ...node, buildsOn: [], leadsTo: [] }]))
  for (const { from, to } of links) {
    const [before, after] = [byTrace.get(from), byTrace.get(to)]
    if (before === undefined || after === undefined) continue
    before.leadsTo.push(after)
    after.buildsOn.push(before)
  }
  const shown = [...byTrace.values()].filter(({ state }) => state !== 'hidden')
  const all: ShownStep[] = [...EVIDENCE_STEPS, 'other']
  const steps = all.map((step) => ({ step, notes: shown.filter((note) => stepOfNode(note) === step) }))
  return {
    // The six steps are there also when nothing is in them: an empty step is a gap that one wants to see.
    steps: steps.filter(({ step, notes }) => step !== 'other' || notes.length > 0),
    hidden: nodes.length - shown.length,
  }
}

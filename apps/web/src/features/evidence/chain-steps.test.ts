import type { EvidenceNode } from '@samtavle/shared/evidence-api'
import { expect, it } from 'vitest'
import { bySteps } from './chain-steps.ts'

const node = (trace: string, step: EvidenceNode['step'], state: EvidenceNode['state'] = 'here'): EvidenceNode => ({
  trace,
  role: null,
  step,
  state,
  section: '',
  votes: null,
  places: [],
})
const link = (from: string, to: string) => ({ from, to, at: '2026-11-23T08:00:00.000Z' })

it('puts notes into their steps and knows what each is tied to, hidden ones and gaps too', () => {
  const nodes = [node('q', 'quote'), node('h', null, 'hidden'), node('gap', 'opportunity', 'gone'), node('i', 'idea')]
  const { steps, hidden } = bySteps({
    nodes,
    links: [link('q', 'h'), link('h', 'i'), link('gap', 'i'), link('i', 'away')],
  })
  expect(steps.map(({ step, notes }) => [step, notes.map(({ trace }) => trace)])).toEqual([
    ['quote', ['q']],
    ['insight', []],
    ['opportunity', ['gap']],
    ['idea', ['i']],
    ['trial', []],
    ['learning', []],
  ])
  expect(hidden).toBe(1)
  const idea = steps[3]?.notes[0]
  expect(idea?.buildsOn.map(({ trace }) => trace)).toEqual(['h', 'gap'])
  expect(idea?.leadsTo).toEqual([])
  expect(steps[0]?.notes[0]?.leadsTo.map(({ state }) => state)).toEqual(['hidden'])
})

it('what belongs to no step comes last, where there is such', () => {
  const { steps } = bySteps({ nodes: [node('x', null), node('l', 'learning')], links: [] })
  expect(steps.at(-1)).toMatchObject({ step: 'other', notes: [{ trace: 'x' }] })
})

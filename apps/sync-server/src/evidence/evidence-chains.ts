import { AppError } from '@samtavle/shared/errors'
import type { BoardEvidence, EvidenceChain, EvidenceNode, SprintEvidence } from '@samtavle/shared/evidence-api'
import { stepOf } from '@samtavle/shared/evidence-step'
import { groupBy } from '@samtavle/shared/group-by'
import { excerptOf } from '@samtavle/shared/text-search'
import type { Identity } from '../http/app-env.ts'
import type { AccessService, GrantedAccess } from '../sharing/access-service.ts'
import { inChainOrder } from './chain-order.ts'
import type { EvidenceStore, PlaceList, PlaceRow } from './evidence-store.ts'

/** Letters of a note in a chain. */
const EXCERPT = 400
/** Traces in the chain of one note, and in all chains of a sprint. */
const CHAIN_MAX = 300
const SPRINT_MAX = 1_000

export type EvidenceChains = ReturnType<typeof createEvidenceChains>

/** The evidence chain as it is read: never a word of a board that one may not see. */
export function createEvidenceChains(deps: { store: EvidenceStore; access: Pick<AccessService, 'among'> }) {
  const { store, access } = deps

  async function chainFrom(identity: Identity, from: readonly string[], most: number): Promise<EvidenceChain> {
    const { traces, links } = await store.chain(from, most + 1)
    const shown = inChainOrder(traces.slice(0, most), links)
    const ids = new Set(shown.map(({ id }) => id))
    const places = groupBy(await store.places([...ids]), ({ trace }) => trace)
    const boards = [
      ...shown.map(({ boardId }) => boardId),
      ...[...places.values()].flat().map(({ boardId }) => boardId),
    ]
    const granted = await access.among(identity, boards, 'board.view')
    const nodes = shown.map(({ id, boardId, role, section, template, votes }): EvidenceNode => {
      const all = places.get(id) ?? []
      const seen = all.filter((place) => granted.has(place.boardId))
      if (seen.length === 0 && (all.length > 0 || !granted.has(boardId))) {
        return { trace: id, role: null, step: null, state: 'hidden', section: '', votes: null, places: [] }
      }
      // Somebody may have given it another role, or another place, since it was marked.
      const now = seen[0] ?? { role, section, sectionKey: null, template }
      return {
        trace: id,
        role: now.role ?? role,
        step: stepOf(now.role ?? role, { section: now.sectionKey, template: now.template }),
        state: seen.length > 0 ? 'here' : 'gone',
        section: now.section,
        votes,
        places: seen.map(toPlace),
      }
    })
    const within = links.filter((link) => ids.has(link.from) && ids.has(link.to))
    return {
      nodes,
      links: within.map(({ from: a, to, at }) => ({ from: a, to, at: at.toISOString() })),
      more: traces.length > shown.length,
    }
  }

  return {
    /** How many notes each note of a board builds on and leads to. */
    async onBoard({ boardId }: GrantedAccess): Promise<BoardEvidence> {
      const behind = await store.isBehind([boardId])
      const rows = await store.onBoard(boardId)
      const counts = await store.counts([...new Set(rows.map(({ trace }) => trace))])
      const notes = rows.map(({ shape, trace }) => {
        return { shape, trace, ...(counts.get(trace) ?? { buildsOn: 0, leadsTo: 0 }) }
      })
      return { notes, behind }
    },

    /**
     * Everything before and after a trace.
     * @throws AppError `not_found` when there is nothing of it that one may see
     */
    async chain(identity: Identity, trace: string): Promise<EvidenceChain> {
      const chain = await chainFrom(identity, [trace], CHAIN_MAX)
      if (!chain.nodes.some((node) => node.trace === trace && node.state !== 'hidden')) {
        throw new AppError('not_found', 'no such note')
      }
      return chain
    },

    /**
     * The chains of some boards, and what on them is tied to nothing: a fixed number of queries, however much there is.
     * @param boardIds those that the identity may see
     */
    async ofBoards(identity: Identity, boardIds: readonly string[]): Promise<SprintEvidence> {
      const behind = await store.isBehind(boardIds)
      const chain = await chainFrom(identity, await store.tiedOn(boardIds), SPRINT_MAX)
      return {
        ...chain,
        ideasWithout: toList(await store.ideasWithout(boardIds)),
        insightsUnused: toList(await store.insightsUnused(boardIds)),
        behind,
      }
    },
  }
}

const toList = ({ count, rows }: PlaceList) => ({ count, places: rows.map(toPlace) })

function toPlace({ boardId, board, shape, section, words }: PlaceRow) {
  return { boardId, board, shape, section, words: excerptOf([], words, EXCERPT) }
}

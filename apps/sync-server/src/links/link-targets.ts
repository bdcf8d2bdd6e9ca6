import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { LinkKind } from '@samtavle/shared/share-link-api'
import type { Identity } from '../http/app-env.ts'
import { requireIdentity } from '../http/app-env.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { SprintAccessService } from '../sprints/sprint-access-service.ts'
import type { Shareable } from './link-service.ts'
import type { LinkStore } from './link-store.ts'
import type { SharedSnapshots } from './shared-snapshots.ts'

/** Finds what somebody wants to share, when it is theirs to share. */
export type LinkTargets = (identity: Identity | null, kind: LinkKind, id: string) => Promise<Shareable>

/**
 * Boards are shared by their owner, which on a sprint's boards a facilitator is; sprints by a facilitator; snapshots by
 * whoever shares what they are of.
 */
export function createLinkTargets(deps: {
  access: Pick<AccessService, 'require'>
  sprints: Pick<SprintAccessService, 'require'>
  snapshots: SharedSnapshots
  store: Pick<LinkStore, 'sensitivity'>
}): LinkTargets {
  const { access, sprints, snapshots, store } = deps

  const find: Record<LinkKind, (identity: Identity | null, id: string) => Promise<Shareable>> = {
    async board(identity, id) {
      const { boardId, state, identity: person } = await access.require(identity, id, 'board.share')
      const isRestricted = (await store.sensitivity(boardId)) === 'restricted'
      const hindrance = isRestricted ? 'restricted' : state === 'active' ? null : 'closed'
      return { kind: 'board', id: boardId, userId: person.userId, hindrance }
    },
    async sprint(identity, id) {
      const { sprint, identity: person } = await sprints.require(identity, id, 'sprint.share')
      return { kind: 'sprint', id: sprint.id, userId: person.userId, hindrance: null }
    },
    async snapshot(identity, id) {
      const { userId } = requireIdentity(identity)
      const snapshot = isUuid(id) ? await snapshots.find(id) : undefined
      if (snapshot === undefined) throw noSuchSnapshot()
      const { sprintId, boardId } = snapshot
      try {
        if (sprintId !== null) await sprints.require(identity, sprintId, 'sprint.share')
        else await access.require(identity, boardId ?? '', 'board.share')
      } catch (error) {
        // What it is of is unknown to them, and so is the snapshot.
        if (error instanceof AppError && error.code === 'not_found') throw noSuchSnapshot()
        throw error
      }
      return { kind: 'snapshot', id: snapshot.id, userId, hindrance: snapshot.isOpen ? null : 'closed' }
    },
  }
  return (identity, kind, id) => find[kind](identity, id)
}

const noSuchSnapshot = (): AppError => new AppError('not_found', 'no such snapshot')

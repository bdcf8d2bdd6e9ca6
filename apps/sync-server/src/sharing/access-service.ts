import { type BoardAction, type BoardRole, can, type OrganisationAction } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import { toBoardId } from '@samtavle/shared/ids'
import { type Guest, type Identity, principalOf, requireIdentity } from '../http/app-env.ts'
import type { BoardAccess, SharingStore } from './sharing-store.ts'

/** For how long a deleted board can be taken back. */
export const UNDO_DELETE_MS = 30 * 24 * 60 * 60 * 1000

/** A board that the identity may see, with what the identity is on it. */
export type GrantedAccess = BoardAccess & { role: BoardRole; identity: Identity }

/** What a guest's session opens: a board, and until when (milliseconds since 1970). `role` is null where it is closed. */
export type GuestAccess = BoardAccess & { guest: Guest; endsAt: number }

/** Finds the guest whom a `Cookie` header names on a board; undefined without an open link to it. */
export type FindGuest = (cookie: string | undefined, boardId: string) => Promise<GuestAccess | undefined>

/** A board that somebody may see, with an account or by a link. */
export type VisitorAccess = BoardAccess & {
  role: BoardRole
  /** Id of the account or of the guest. */
  visitorId: string
  guest: Guest | null
}

/** What stands between a person and a board: asked by every route and by the socket's upgrade. */
export type AccessService = ReturnType<typeof createAccessService>

/** Before this moment a deletion is final. */
export const deletedAfter = (now: Date): Date => new Date(now.getTime() - UNDO_DELETE_MS)

/** Unknown, foreign and malformed: one answer, so that it tells nobody which boards exist. */
export const noSuchBoard = (): AppError => new AppError('not_found', 'no such board')

/**
 * The signed-in person, when the organisation's role allows the action.
 * @throws AppError `unauthenticated` or `forbidden`.
 */
export function requireRight(identity: Identity | null, action: OrganisationAction): Identity {
  if (can(principalOf(identity), action, { kind: 'organisation' })) return requireIdentity(identity)
  requireIdentity(identity)
  throw new AppError('forbidden', `${action} is not among your rights`)
}

/**
 * Asks `can` once more about a board that is already open to the identity, for an action that only the body names.
 * @throws AppError `forbidden`.
 */
export function requireFurther(access: GrantedAccess, action: BoardAction): void {
  const { role, state } = access
  if (!can(principalOf(access.identity), action, { kind: 'board', role, state })) {
    throw new AppError('forbidden', `${action} is not among your rights on this board`)
  }
}

/** May a guest do this to the board that a link leads to? */
export function mayGuest({ guest, role, state }: GuestAccess, action: BoardAction): boolean {
  return can({ kind: 'guest', guestId: guest.guestId }, action, { kind: 'board', role, state })
}

export function createAccessService(deps: {
  store: Pick<SharingStore, 'access'>
  now: () => Date
  /** Without it there are no guests. */
  guestOn?: FindGuest
}) {
  async function accessFor(userId: string, boardId: string): Promise<BoardAccess | undefined> {
    const id = toBoardId(boardId)
    return id === undefined ? undefined : (await deps.store.access(userId, [id], deletedAfter(deps.now())))[0]
  }

  return {
    /**
     * Those of these boards to which the identity may do the action, in one query. No failure, and no word about the
     * others.
     */
    async among(identity: Identity, boardIds: Iterable<string>, action: BoardAction): Promise<Set<string>> {
      const asked = [...new Set(boardIds)].flatMap((id) => toBoardId(id) ?? [])
      if (asked.length === 0) return new Set()
      const rows = await deps.store.access(identity.userId, asked, deletedAfter(deps.now()))
      const granted = rows.filter(({ role, state }) =>
        can(principalOf(identity), action, { kind: 'board', role, state }),
      )
      return new Set(granted.map(({ boardId }) => boardId))
    },

    /**
     * What a person is on a board and how the board is, in one query. Undefined for an id that is malformed, unknown
     * or deleted for good; role null for a board of somebody else.
     */
    accessFor,

    /**
     * The board, when the identity may do the action to it.
     * @throws AppError `unauthenticated`; `not_found` for every board that the identity must not know of; `gone` for
     * the owner's own deleted board; `forbidden` for a member whose role, or for a board whose state, does not allow it.
     */
    require: async (identity: Identity | null, boardId: string, action: BoardAction): Promise<GrantedAccess> => {
      const person = requireIdentity(identity)
      return granted(person, await accessFor(person.userId, boardId), action)
    },

    /**
     * The board, when the identity or else the guest of this `Cookie` header may do the action to it. For the few routes
     * that let guests in.
     * @throws AppError as `require`; to a guest a closed board is as unknown as any other.
     */
    async admit(
      { identity, cookie }: { identity: Identity | null; cookie: string | undefined },
      boardId: string,
      action: BoardAction,
    ): Promise<VisitorAccess> {
      const found = identity === null ? undefined : await accessFor(identity.userId, boardId)
      const guest = found?.role ? undefined : await deps.guestOn?.(cookie, boardId)
      if (guest === undefined) {
        const { identity: person, ...access } = granted(requireIdentity(identity), found, action)
        return { ...access, visitorId: person.userId, guest: null }
      }
      const { role } = guest
      if (role === null || !mayGuest(guest, 'board.view')) throw noSuchBoard()
      if (!mayGuest(guest, action)) throw new AppError('forbidden', `${action} is not what this link is for`)
      const { boardId: id, state, generation, title } = guest
      return { boardId: id, state, generation, title, role, visitorId: guest.guest.guestId, guest: guest.guest }
    },
  }
}

function granted(person: Identity, access: BoardAccess | undefined, action: BoardAction): GrantedAccess {
  if (access === undefined || access.role === null) throw noSuchBoard()
  const { role, state } = access
  if (state === 'deleted' && role !== 'owner') throw noSuchBoard()
  if (can(principalOf(person), action, { kind: 'board', role, state })) return { ...access, role, identity: person }
  if (state === 'deleted') throw new AppError('gone', 'this board is deleted')
  throw new AppError('forbidden', `${action} is not among your rights on this board`)
}

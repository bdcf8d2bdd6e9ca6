import { type BoardRole, type BoardState, can } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import { type Identity, principalOf } from '../http/app-env.ts'
import type { Admission } from '../rooms/room-peer.ts'
import { type FindGuest, type GuestAccess, mayGuest } from '../sharing/access-service.ts'

type Access = { role: BoardRole | null; state: BoardState; generation: number }

export type AdmissionDeps = {
  /** The signed-in person that a Cookie header names, and until when (milliseconds since 1970). */
  identify: (cookieHeader: string | undefined) => Promise<(Identity & { sessionEndsAt: number }) | null>
  /** What a person is on a board; undefined for a board that does not exist. */
  accessFor: (userId: string, boardId: string) => Promise<Access | undefined>
  /** The guest whom a Cookie header names on a board; without it there are no guests. */
  guestOn?: FindGuest
}

/** Who is let in, until when (milliseconds since 1970), and how to ask that again: null when it is over. */
export type Admitted = { admission: Admission; endsAt: number; lasts: () => Promise<number | null> }

/**
 * Who may open a socket to a board: somebody signed in, and whoever came by a share link to it.
 * @returns throws AppError `unauthenticated`, `not_found` or `gone`.
 */
export function createAdmitting(deps: AdmissionDeps) {
  const guestOn: FindGuest = deps.guestOn ?? (async () => undefined)

  function admitGuest(cookie: string | undefined, boardId: string, access: GuestAccess): Admitted {
    const { guest, role, generation } = access
    if (role === null || !mayGuest(access, 'board.view')) throw new AppError('not_found', 'no such board')
    const person = {
      userId: guest.guestId,
      name: guest.name,
      colour: guest.colour,
      role: 'guest',
      sessionHash: '',
    } as const
    return {
      admission: { person, role, archived: false, generation },
      endsAt: access.endsAt,
      lasts: async () => (await guestOn(cookie, boardId))?.endsAt ?? null,
    }
  }

  return async (boardId: string, cookie: string | undefined): Promise<Admitted> => {
    const identity = await deps.identify(cookie)
    const access = identity === null ? undefined : await deps.accessFor(identity.userId, boardId)
    if (identity === null || access === undefined || access.role === null) {
      const guest = await guestOn(cookie, boardId)
      if (guest !== undefined) return admitGuest(cookie, boardId, guest)
      if (identity === null) throw new AppError('unauthenticated', 'not signed in')
      throw new AppError('not_found', 'no such board')
    }
    const { role, state, generation } = access
    if (state === 'deleted') throw new AppError('gone', 'this board is deleted')
    if (!can(principalOf(identity), 'board.view', { kind: 'board', role, state })) {
      throw new AppError('not_found', 'no such board')
    }
    const { userId, name, colour, sessionHash } = identity
    const person = { userId, name, colour, sessionHash, role: identity.role }
    return {
      admission: { person, role, archived: state === 'archived', generation },
      endsAt: identity.sessionEndsAt,
      lasts: async () => (await deps.identify(cookie))?.sessionEndsAt ?? null,
    }
  }
}

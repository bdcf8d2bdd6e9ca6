import type { OrganisationRole, Principal } from '@samtavle/shared/access'

/** Who sits at a socket, as the server knows it; nothing of it comes from the client. */
export type RoomPerson = Readonly<{
  /** Of an account, or of a guest. */
  userId: string
  name: string
  colour: number
  role: OrganisationRole | 'guest'
  /** Names the session without being able to use it; empty for guests, who leave by their link. */
  sessionHash: string
}>

/** Somebody in a room, as rights are asked for. */
export function principalOf({ userId, role }: Pick<RoomPerson, 'userId' | 'role'>): Principal {
  return role === 'guest' ? { kind: 'guest', guestId: userId } : { kind: 'user', userId, role }
}

import { can, ORGANISATION_ROLES, type OrganisationRole } from '@samtavle/shared/access'
import type { Me } from '@samtavle/shared/api'
import { type Identity, principalOf } from '../http/app-env.ts'

type Somebody = Omit<Identity, 'sessionHash'>

/** Whom this role may invite. */
export function invitableRoles(person: Pick<Somebody, 'userId' | 'role'>): OrganisationRole[] {
  const principal = { kind: 'user' as const, userId: person.userId, role: person.role }
  return ORGANISATION_ROLES.filter((invitedRole) =>
    can(principal, 'invitation.create', { kind: 'invitation', invitedRole }),
  )
}

/** A person as they see themselves. */
export function toMe(person: Somebody): Me {
  const { userId, email, name, colour, locale, role } = person
  const principal = principalOf({ ...person, sessionHash: '' })
  return {
    id: userId,
    email,
    name,
    colour,
    locale,
    role,
    may: {
      createBoards: can(principal, 'board.create', { kind: 'organisation' }),
      managePeople: can(principal, 'people.manage', { kind: 'organisation' }),
      invite: invitableRoles(person),
    },
  }
}

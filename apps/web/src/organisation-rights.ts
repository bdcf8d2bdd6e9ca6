import { can, type OrganisationAction } from '@samtavle/shared/access'
import type { Me } from '@samtavle/shared/api'

/** May this person do that in the organisation? */
export function mayInOrganisation(me: Pick<Me, 'id' | 'role'>, action: OrganisationAction): boolean {
  return can({ kind: 'user', userId: me.id, role: me.role }, action, { kind: 'organisation' })
}

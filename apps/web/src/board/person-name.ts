import i18next from 'i18next'
import type { StampedUser } from '../sync/presence-state.ts'

/** What the server calls guests who gave no name, in its three languages: that says it already. */
const NAMELESS = /^(Gæst|Guest|Gjest) \d+$/

/** What somebody on the board is called: of a guest the name says that it is one. */
export function personName({ name, guest }: Pick<StampedUser, 'name' | 'guest'>): string {
  return guest === true && !NAMELESS.test(name) ? i18next.t('guests:named', { name }) : name
}

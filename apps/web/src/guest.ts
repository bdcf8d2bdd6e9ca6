import type { Me } from '@samtavle/shared/api'
import type { Locale } from '@samtavle/shared/locale'
import type { GuestPass } from '@samtavle/shared/share-link-api'

/**
 * The guest whom this page belongs to, or null on a page for people with accounts. One page is never both: whoever
 * comes or goes as a guest loads it anew.
 */
let here: Me | null = null

export const guestHere = (): Me | null => here

/** From here on the page is this guest's: nothing is asked with an account, and nothing is kept on the device. */
export function becomeGuest({ id, name, colour }: GuestPass, locale: Locale): Me {
  const may = { createBoards: false, managePeople: false, invite: [] }
  here = { id, name, colour, locale, email: '', role: 'member', may }
  return here
}

/** The page is nobody's again. */
export function endGuest(): void {
  here = null
}

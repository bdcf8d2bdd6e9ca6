import type { Me } from '@samtavle/shared/api'
import { isLocale } from '@samtavle/shared/locale'
import { PRESENCE_COLOURS } from '@samtavle/shared/presence-colour'
import { guestHere } from '../guest.ts'
import { forget, remember, remembered } from './remembered.ts'

/** Who was signed in here last, as far as their boards need it without a connection. No rights, no address, no secret. */
type KnownPerson = Pick<Me, 'id' | 'name' | 'colour' | 'locale'> & {
  /** When the server last said so, in ms. */
  seenAt: number
}

const DEVICE = 'device'
const PERSON = 'person'
/** Longer than this without the server, nobody is anybody here, in ms. */
const KNOWN_MS = 30 * 24 * 60 * 60 * 1000

/** Are boards kept on this device? They are, unless somebody said that others use it too; those of guests never. */
export const keepsBoards = (): boolean => guestHere() === null && remembered(DEVICE) !== 'shared'

export function setShared(shared: boolean): void {
  remember(DEVICE, shared ? 'shared' : 'own')
}

/** Call whenever the server said who this is. */
export function rememberPerson({ id, name, colour, locale }: Me, now = Date.now()): void {
  if (!keepsBoards()) {
    // Whoever was here before, before others used it too.
    forgetPerson()
    return
  }
  remember(PERSON, JSON.stringify({ id, name, colour, locale, seenAt: now } satisfies KnownPerson))
}

export const forgetPerson = (): void => forget(PERSON)

/** Whom the server knew here last, without any right that only it can give; null when that is not known any more. */
export function personWithoutServer(now = Date.now()): Me | null {
  const known = parse(remembered(PERSON))
  if (known === null || !keepsBoards() || now - known.seenAt > KNOWN_MS) return null
  const { id, name, colour, locale } = known
  const may = { createBoards: false, managePeople: false, invite: [] }
  return { id, name, colour, locale, email: '', role: 'member', may }
}

function parse(text: string | null): KnownPerson | null {
  try {
    const value = JSON.parse(text ?? 'null') as KnownPerson | null
    if (typeof value?.id !== 'string' || typeof value.name !== 'string' || typeof value.seenAt !== 'number') return null
    return isLocale(value.locale) && (PRESENCE_COLOURS as readonly number[]).includes(value.colour) ? value : null
  } catch {
    return null
  }
}

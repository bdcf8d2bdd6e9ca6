import type { LinkKind } from '@samtavle/shared/share-link-api'

/** When a link ends, as one chooses it. */
export const EXPIRIES = ['today', 'tomorrow', 'week', 'month', 'quarter', 'year'] as const
export type LinkExpiry = (typeof EXPIRIES)[number]

/** The hour at which a day's link ends. */
const EVENING = 18
const DAY = 24 * 60 * 60_000
const DAYS: Partial<Record<LinkExpiry, number>> = { week: 7, month: 30, quarter: 90, year: 365 }

/** What there is to choose for a kind of link: into a live board for a month at most, today only until the evening. */
export function expiriesFor(kind: LinkKind, now: Date): LinkExpiry[] {
  const short: LinkExpiry[] = now.getHours() < EVENING - 1 ? ['today', 'tomorrow'] : ['tomorrow']
  return kind === 'board' ? [...short, 'week', 'month'] : ['week', 'month', 'quarter', 'year']
}

/** The moment that is meant. */
export function endOf(expiry: LinkExpiry, now: Date): Date {
  const days = DAYS[expiry]
  if (days !== undefined) return new Date(now.getTime() + days * DAY)
  const end = new Date(now)
  end.setDate(end.getDate() + (expiry === 'tomorrow' ? 1 : 0))
  end.setHours(EVENING, 0, 0, 0)
  return end
}

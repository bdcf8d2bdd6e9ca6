import type { Locale } from '@samtavle/shared/locale'
import type { StartAnswer } from '@samtavle/shared/sprint-api'

export type Collision = StartAnswer['collisions'][number]
/** A day that a start collides with; `elsewhere` when it is so in the neighbouring country only. */
export type ShownCollision = Collision & { elsewhere: boolean }

const HOME: Record<Locale, Collision['country']> = { da: 'DK', en: 'DK', nb: 'NO' }
const WEIGHT: Record<Collision['kind'], number> = { holiday: 0, half: 1, quiet: 2 }

/**
 * What is to be said of collisions: each day once, in the words of the reader's own country where it has some, and the
 * days on which nobody works first. Empty weeks of the other country are left out: they are empty there.
 */
export function shownCollisions(collisions: readonly Collision[], locale: Locale): ShownCollision[] {
  const isHome = ({ country }: Collision) => country === HOME[locale]
  const home = collisions.filter(isHome)
  const covered = new Set(home.map(({ date }) => date))
  const elsewhere = collisions.filter((one) => !isHome(one) && one.kind !== 'quiet' && !covered.has(one.date))
  const all = [
    ...home.map((one) => ({ ...one, elsewhere: false })),
    ...elsewhere.map((one) => ({ ...one, elsewhere: true })),
  ]
  return all.sort(
    (one, other) =>
      Number(one.elsewhere) - Number(other.elsewhere) ||
      WEIGHT[one.kind] - WEIGHT[other.kind] ||
      one.date.localeCompare(other.date),
  )
}

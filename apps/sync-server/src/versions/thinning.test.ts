import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Thinnable, UNNAMED_MAX, VERSION_KINDS, VERSION_RETENTION_MS, versionsToRemove } from './thinning.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 4, 20, 13, 37)

const version = (age: number, kind: Thinnable['kind'] = 'automatic', id = `v${age}`): Thinnable => {
  return { id, kind, createdAt: new Date(NOW - age) }
}
const kept = (versions: readonly Thinnable[], now = NOW): Thinnable[] => {
  const removed = new Set(versionsToRemove(versions, new Date(now)))
  return versions.filter(({ id }) => !removed.has(id))
}
const agesOf = (versions: readonly Thinnable[]): number[] => versions.map(({ createdAt }) => NOW - createdAt.getTime())

const some = fc
  .array(fc.record({ age: fc.nat(40 * DAY), kind: fc.constantFrom(...VERSION_KINDS) }), { maxLength: 120 })
  .map((list) => list.map(({ age, kind }, i) => version(age, kind, `v${i}`)))

test('V7: a week of versions every five minutes becomes a few that lie ever further apart', () => {
  const all = Array.from({ length: 7 * 24 * 12 }, (_, i) => version(i * 5 * 60_000))
  const left = agesOf(kept(all))
  expect(left.filter((age) => age < HOUR)).toHaveLength(12)
  expect(left.length).toBeGreaterThan(12 + 23 + 6)
  expect(left.length).toBeLessThan(2 * 12 + 48 + 7)
  // The newest of its hour, of its day.
  expect(left).toContain(37 * 60_000 + 5 * 60_000 - 2 * 60_000 + 2 * HOUR)
  expect(left).toContain(13 * HOUR + 40 * 60_000 + 2 * DAY)
})

test('V7: the last hour and what somebody named stay, what is past 30 days goes', () => {
  fc.assert(
    fc.property(some, (versions) => {
      const left = new Set(kept(versions))
      for (const one of versions) {
        const age = NOW - one.createdAt.getTime()
        if (one.kind === 'named' || age < HOUR) expect(left.has(one)).toBe(true)
        else if (age >= VERSION_RETENTION_MS) expect(left.has(one)).toBe(false)
      }
    }),
  )
})

test('V7: near every version of the last 30 days one is left: within the hour for a day, within the day after that', () => {
  fc.assert(
    fc.property(some, (versions) => {
      const left = agesOf(kept(versions))
      for (const age of agesOf(versions)) {
        if (age >= VERSION_RETENTION_MS) continue
        const reach = age < DAY ? HOUR : DAY
        // The newest of its hour or day: as old or younger, by less than that.
        expect(left.some((other) => other <= age && other > age - reach)).toBe(true)
      }
    }),
  )
})

test('V7: no hour of the day before yesterday keeps two, and no day before that', () => {
  fc.assert(
    fc.property(some, (versions) => {
      const unnamed = kept(versions).filter(({ kind }) => kind !== 'named')
      const days = unnamed.filter(({ createdAt }) => NOW - createdAt.getTime() >= 2 * DAY)
      const hours = unnamed.filter(({ createdAt }) => NOW - createdAt.getTime() >= 2 * HOUR)
      const bucket = (size: number) => (one: Thinnable) => Math.floor(one.createdAt.getTime() / size)
      expect(new Set(days.map(bucket(DAY))).size).toBe(days.length)
      expect(new Set(hours.map(bucket(HOUR))).size).toBe(hours.length)
    }),
  )
})

test('V7: thinning often, seldom or twice leaves the same', () => {
  const recent = fc
    .array(fc.nat(2 * DAY), { minLength: 50, maxLength: 150 })
    .map((ages) => ages.map((age, i) => version(age, 'automatic', `v${i}`)))
  const moments = fc.array(fc.nat(DAY), { minLength: 1, maxLength: 4 }).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(recent, moments, (versions, laters) => {
      let often: readonly Thinnable[] = versions
      for (const later of laters) often = kept(often, NOW + later)
      expect(often).toEqual(kept(versions, NOW + (laters.at(-1) ?? 0)))
      expect(kept(often, NOW + (laters.at(-1) ?? 0))).toEqual(often)
    }),
    { numRuns: 100 },
  )
})

test('V7: restoring to and fro does not fill the disk', () => {
  const all = Array.from({ length: 3 * UNNAMED_MAX }, (_, i) => version(i * 1000, 'before-restore'))
  expect(agesOf(kept(all))).toEqual(Array.from({ length: UNNAMED_MAX }, (_, i) => i * 1000))
})

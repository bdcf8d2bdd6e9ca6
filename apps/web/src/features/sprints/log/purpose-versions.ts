import type { PurposeVersion, SprintLog } from '@samtavle/shared/sprint-log-api'

/** A version of the purpose with the one that it took the place of. */
export type PurposeChange = { before: PurposeVersion; after: PurposeVersion }

/** The version that counts now, and the one that was locked when the kick-off ended. Null for a sprint without. */
export function purposeOf(purposes: SprintLog['purposes']): {
  now: PurposeVersion | null
  original: PurposeVersion | null
} {
  return {
    now: purposes.reduce<PurposeVersion | null>(
      (newest, version) => (newest === null || version.number > newest.number ? version : newest),
      null,
    ),
    original: purposes.find(({ isOriginal }) => isOriginal) ?? null,
  }
}

/** What changed after the original was locked, the newest first. Before that a purpose is a draft. */
export function purposeChanges(purposes: SprintLog['purposes']): PurposeChange[] {
  const { original } = purposeOf(purposes)
  if (original === null) return []
  const since = purposes.filter(({ number }) => number >= original.number).sort((a, b) => a.number - b.number)
  return since
    .flatMap((after, index) => {
      const before = since[index - 1]
      return before === undefined ? [] : [{ before, after }]
    })
    .reverse()
}

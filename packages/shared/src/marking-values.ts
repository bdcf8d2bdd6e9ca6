/**
 * Values in a record's entry that can make it part of the board's fixed background, or hang it on a record that is,
 * in terms of the record layout (decision 0001).
 */
export const MARKING_KEYS: ReadonlySet<string> = new Set(['_', 'meta', 'm.fixed', 'fromId'])

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isFixedMeta = (meta: unknown): boolean => isObject(meta) && meta.fixed !== undefined && meta.fixed !== false

/**
 * Does a value that is put under a key of a record fix it, or might it? Whether it wins against what others write there
 * is not asked.
 */
export function isFixing(key: string, value: unknown): boolean {
  if (key === 'm.fixed') return value !== undefined && value !== false
  if (key === 'meta') return isFixedMeta(value)
  return key === '_' && isObject(value) && isFixedMeta(value.meta)
}

/** The record at which a binding begins by a value that is put under a key of it; undefined for all other values. */
export function originOfBinding(key: string, value: unknown): unknown {
  if (key === 'fromId') return value
  return key === '_' && isObject(value) ? value.fromId : undefined
}

/** Checks for the props of our own shapes, in the form that tldraw's schema asks for: they throw, or give the value back. */
export type PropCheck<T> = { validate(value: unknown): T }

const checked = <T>(what: string, isValid: (value: unknown) => boolean): PropCheck<T> => ({
  validate(value) {
    if (!isValid(value)) throw new Error(`expected ${what}`)
    return value as T
  },
})

/** Does a value pass? */
export function passes(check: PropCheck<unknown>, value: unknown): boolean {
  try {
    check.validate(value)
    return true
  } catch {
    return false
  }
}

const KEY = /^[a-z0-9][\w-]{0,63}$/i

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A key of a field or an option: never shown. */
export const isKey = (value: unknown): value is string => typeof value === 'string' && KEY.test(value)

/** A length in px of the board. Words are laid out in it, which takes the longer the more of them fit in a line. */
export const lengthProp = (least: number, most: number): PropCheck<number> =>
  checked('a length', (value) => typeof value === 'number' && value >= least && value <= most)
/** What an option or a field is called: short enough to be laid out again and again. */
export const isLabel = (value: unknown): value is string => typeof value === 'string' && value.length <= 500
export const labelProp: PropCheck<string> = checked('a short text', isLabel)
export const flagProp: PropCheck<boolean> = checked('yes or no', (value) => typeof value === 'boolean')
export const optionalTextProp: PropCheck<string | undefined> = checked(
  'a text or nothing',
  (value) => value === undefined || typeof value === 'string',
)
export const optionalFlagProp: PropCheck<boolean | undefined> = checked(
  'yes, no or nothing',
  (value) => value === undefined || typeof value === 'boolean',
)
/** A whole number from 0 up. */
export const optionalCountProp = (most: number): PropCheck<number | undefined> =>
  checked(
    'a number or nothing',
    (value) => value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most),
  )
/** A key, or empty for none. */
export const keyProp: PropCheck<string> = checked('a key', (value) => value === '' || isKey(value))
export const optionalKeyProp: PropCheck<string | undefined> = checked(
  'a key or nothing',
  (value) => value === undefined || value === '' || isKey(value),
)
export const oneOf = <T extends string>(names: readonly T[]): PropCheck<T> =>
  checked(`one of ${names.join(', ')}`, (value) => names.includes(value as T))

/** Parts with a key each, which no two share; `most` bounds how many. */
export const partsProp = <T>(
  most: number,
  isPart: (part: Record<string, unknown>) => boolean,
  unlike: readonly string[] = [],
): PropCheck<readonly T[]> =>
  checked(`at most ${most} parts`, (value) => {
    if (!Array.isArray(value) || value.length > most) return false
    const isWhole = value.every((part) => isObject(part) && isKey(part.key) && isPart(part))
    return isWhole && ['key', ...unlike].every((name) => new Set(value.map((part) => part[name])).size === value.length)
  })

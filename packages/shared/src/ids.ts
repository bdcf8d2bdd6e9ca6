/** Branded ids: a string that has been checked to be the id of one kind of thing. */

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type BoardId = Branded<'board'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for a lower-case UUID of version 4 or 7, the only form of id that this product hands out. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}

/** The value as a board id, or undefined when it cannot be one. */
export function toBoardId(value: unknown): BoardId | undefined {
  return isUuid(value) ? (value as BoardId) : undefined
}

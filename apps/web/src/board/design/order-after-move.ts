/** Something that has a place among others, if it has one. */
type Ordered = { readonly id: string; readonly order: number | undefined }

/**
 * The places that change when one of a list is put elsewhere in it: that of what is moved alone, between its new
 * neighbours, so that it goes together with what others move at the same time. Where the others have no places, or no
 * room between them, all get new ones. Pure.
 * @param items in their order now
 * @param after every place must be beyond this one
 */
export function orderAfterMove(
  items: readonly Ordered[],
  from: number,
  to: number,
  after = Number.NEGATIVE_INFINITY,
): ReadonlyMap<string, number> {
  const others = [...items]
  const [moved] = others.splice(from, 1)
  if (moved === undefined || to < 0 || to > others.length) return new Map()
  const at = placeBetween(others, to, after)
  if (at !== undefined) return new Map([[moved.id, at]])
  const first = Number.isFinite(after) ? after + 1 : 0
  others.splice(to, 0, moved)
  const numbered = others.map(({ id, order }, i) => ({ id, order, next: first + i }))
  return new Map(numbered.filter(({ order, next }) => order !== next).map(({ id, next }) => [id, next]))
}

/** A place before the one that stands at an index now; undefined where places say nothing about the order. */
function placeBetween(others: readonly Ordered[], index: number, after: number): number | undefined {
  let last = after
  for (const { order } of others) {
    if (order === undefined || !(order > last)) return undefined
    last = order
  }
  const before = index === 0 ? after : (others[index - 1]?.order ?? after)
  const next = others[index]?.order
  if (next === undefined) return Number.isFinite(before) ? Math.floor(before) + 1 : 0
  const at = Number.isFinite(before) ? (before + next) / 2 : next - 1
  return at > before && at < next ? at : undefined
}

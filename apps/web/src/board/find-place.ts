/** Where a person is among the hits: at one, or where one was until somebody changed or deleted it. */
export type FindPlace = { id: string | undefined; index: number }

/** The same place among other hits: others' edits move nobody. */
export function keepPlace(place: FindPlace, ids: readonly string[]): FindPlace {
  const index = place.id === undefined ? -1 : ids.indexOf(place.id)
  return index >= 0 ? { id: place.id, index } : { id: undefined, index: Math.min(place.index, ids.length) }
}

/** The next place or the one before, around the ends. Undefined when there are no hits. */
export function stepFrom(place: FindPlace, ids: readonly string[], by: 1 | -1): FindPlace | undefined {
  // A hit that went away has left its number to the next one.
  const wanted = place.id === undefined && by === 1 ? place.index : place.index + by
  const index = ids.length === 0 ? -1 : (wanted + ids.length) % ids.length
  const id = ids[index]
  return id === undefined ? undefined : { id, index }
}

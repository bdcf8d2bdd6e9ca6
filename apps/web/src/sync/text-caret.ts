import * as Y from 'yjs'

/**
 * Where somebody's caret and the other end of their selection are in the text that they have open, as it travels in
 * awareness under the key `cursor`: two relative positions of Yjs as JSON, without the keys that say nothing.
 */
export type TextCaret = { anchor: CaretPlace; head: CaretPlace }
type CaretPlace = { type?: ItemId; item?: ItemId; assoc: number }
type ItemId = { client: number; clock: number }

/** A caret as it travels. */
export function encodeCaret(anchor: Y.RelativePosition, head: Y.RelativePosition): TextCaret {
  return { anchor: placeOf(anchor), head: placeOf(head) }
}

function placeOf({ type, item, assoc }: Y.RelativePosition): CaretPlace {
  // With its letter a place is found without its text.
  if (item !== null) return { item: { client: item.client, clock: item.clock }, assoc }
  return { ...(type && { type: { client: type.client, clock: type.clock } }), assoc }
}

/** Somebody's caret from their awareness state, or undefined when it holds none; whatever else is there is ignored. */
export function readCaret(value: unknown): TextCaret | undefined {
  if (!isObject(value)) return undefined
  const [anchor, head] = [readPlace(value.anchor), readPlace(value.head)]
  return anchor && head && { anchor, head }
}

/** All our places are in a text of a record: a root of the document by its name is none. */
function readPlace(value: unknown): CaretPlace | undefined {
  if (!isObject(value)) return undefined
  const [type, item] = [readId(value.type), readId(value.item)]
  const assoc = value.assoc === -1 ? -1 : 0
  if (item !== undefined) return { item, assoc }
  return type && { type, assoc }
}

function readId(value: unknown): ItemId | undefined {
  if (!isObject(value)) return undefined
  const { client, clock } = value
  return isCount(client) && isCount(clock) ? { client, clock } : undefined
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Both ends of a caret as Yjs can look them up. */
export function placesOf({ anchor, head }: TextCaret): { anchor: Y.RelativePosition; head: Y.RelativePosition } {
  return { anchor: Y.createRelativePositionFromJSON(anchor), head: Y.createRelativePositionFromJSON(head) }
}

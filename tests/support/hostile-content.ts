import * as Y from 'yjs'

/** A value that lies so deep in itself. */
export function nestedJson(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? { a: value } : [value]
  return value
}

/** The update of a document in which this was done. */
export function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => change(doc))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** One update that puts `depth` shared types into each other, below the root of the records. */
function nestedTypes<T>(depth: number, create: () => T, put: (into: T, one: T) => void) {
  return updateOf((doc) => {
    const outermost = create()
    const types = [outermost]
    for (let i = 1; i < depth; i++) types.push(create())
    doc.getMap('records').set('shape:deep', outermost)
    for (const [i, type] of types.entries()) if (i > 0) put(types[i - 1] as T, type)
  })
}
export const nestedMaps = (depth: number) =>
  nestedTypes(
    depth,
    () => new Y.Map<unknown>(),
    (into, one) => into.set('m', one),
  )
export const nestedArrays = (depth: number) =>
  nestedTypes(
    depth,
    () => new Y.Array<unknown>(),
    (into, one) => into.push([one]),
  )

/** A record whose rich text is `depth` elements deep. */
export const nestedElements = (depth: number) =>
  updateOf((doc) => {
    const entry = new Y.Map<unknown>()
    doc.getMap('records').set('shape:deep', entry)
    const fragment = new Y.XmlFragment()
    entry.set('t', fragment)
    let into: Y.XmlFragment = fragment
    for (let i = 0; i < depth; i++) {
      const element = new Y.XmlElement('bulletList')
      into.insert(0, [element])
      into = element
    }
  })

/** A record that holds a value this deep in its base, at the root, in an embed and in a format. */
export const deepValues = (depth: number): Record<string, Uint8Array> => ({
  'a record': updateOf((doc) => {
    const entry = new Y.Map<unknown>()
    doc.getMap('records').set('shape:deep', entry)
    entry.set('_', nestedJson(depth))
  }),
  'a root': updateOf((doc) => doc.getMap('records').set('shape:deep', nestedJson(depth))),
  'an embed': textOf((text) => text.insertEmbed(0, { deep: nestedJson(depth) })),
  'a format': textOf((text) => text.insert(0, 'a', { link: { deep: nestedJson(depth) } })),
})

/** A record with one line of rich text. */
function textOf(write: (text: Y.XmlText) => void): Uint8Array {
  return updateOf((doc) => {
    const entry = new Y.Map<unknown>()
    doc.getMap('records').set('shape:deep', entry)
    const fragment = new Y.XmlFragment()
    entry.set('t', fragment)
    const text = new Y.XmlText()
    fragment.insert(0, [text])
    write(text)
  })
}

/** Updates of which each builds on one that never comes. */
export function withoutBase(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const doc = new Y.Doc()
    doc.clientID = 1_000_000 + i
    doc.getMap('records').set('shape:base', 'base')
    const before = Y.encodeStateVector(doc)
    doc.getMap('records').set('shape:base', 'a value that makes it 66 bytes long')
    const update = Y.encodeStateAsUpdate(doc, before)
    doc.destroy()
    return update
  })
}

import { jsonEqual, type RichTextWriter } from '@samtavle/shared/board-doc'
import { type RichText, readRichText, writeRichText } from '@samtavle/shared/rich-text-doc'
import { updateRichTextInPieces } from '@samtavle/shared/rich-text-update'
import * as Y from 'yjs'

/**
 * What two people made of one text, with the words of both: each change becomes an edit of a document of its own, and
 * the two are merged as they would have been on the board.
 */
export function mergeRichText(base: RichText, mine: RichText, theirs: RichText, write: RichTextWriter): RichText {
  if (jsonEqual(base, theirs) || jsonEqual(mine, theirs)) return mine
  if (jsonEqual(base, mine)) return theirs
  const origin = new Y.Doc()
  writeRichText(origin.getXmlFragment('t'), base)
  const start = Y.encodeStateAsUpdate(origin)
  const edited = [updateRichTextInPieces, write].map((writeOne, i) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, start)
    // Theirs may be the work of several people in several places.
    writeOne(doc.getXmlFragment('t'), i === 0 ? theirs : mine)
    return Y.encodeStateAsUpdate(doc)
  })
  const merged = new Y.Doc()
  for (const update of edited) Y.applyUpdate(merged, update)
  return readRichText(merged.getXmlFragment('t'))
}

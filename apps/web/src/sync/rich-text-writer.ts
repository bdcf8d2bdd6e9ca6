import type { RichTextWriter } from '@samtavle/shared/board-doc'
import { updateRichText } from '@samtavle/shared/rich-text-update'
import { Node, type Schema } from '@tiptap/pm/model'

/**
 * Writes a note's text into its fragment as the smallest change. A document that the schema does not know is refused by
 * throwing.
 */
export function createRichTextWriter(schema: Schema): RichTextWriter {
  return (fragment, richText, caret) => {
    Node.fromJSON(schema, richText)
    updateRichText(fragment, richText, caret)
  }
}

import type { BoardMeta } from '@samtavle/shared/board-meta'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { Drawing } from './drawing.ts'
import { rectangle } from './shapes.ts'
import type { NewNote, Rect } from './template.ts'

/**
 * A box to write in. With an example it holds the example's words, or these, until the examples are removed; with
 * content that is no example it keeps them.
 */
export function addField(
  drawing: Drawing,
  field: Rect & { parent: string; textSize: number; meta: BoardMeta },
  note: NewNote | undefined,
  text: string,
): void {
  const look = { colour: 'grey', fill: 'none' } as const
  if (!note?.example) {
    drawing.add(rectangle({ ...field, ...look, dash: 'solid', text: note ? text : '' }))
    return
  }
  const whenCleared = { props: { richText: richTextOf(''), dash: 'solid' } }
  const meta: BoardMeta = { ...field.meta, role: note.role, example: true, whenCleared }
  drawing.add(rectangle({ ...field, ...look, dash: 'dashed', text, meta }))
}

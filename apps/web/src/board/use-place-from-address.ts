import { metaOf } from '@samtavle/shared/board-meta'
import { useSearch } from '@tanstack/react-router'
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { useEffect, useRef } from 'react'
import { showBox } from './first-view.ts'
import { isSection } from './section-place.ts'
import { showHit } from './show-hit.ts'

/**
 * Who comes from the plan of a sprint lands in the sections that the work is done in, and who comes from a list of notes
 * on the note. Once: later one goes where one likes.
 */
export function usePlaceFromAddress(editor: Editor | null): void {
  // Guests come to a board by an address that asks for no place.
  const { section, at, find } = useSearch({ strict: false })
  const gone = useRef('')
  useEffect(() => {
    const asked = `${section ?? ''} ${at ?? ''}`
    // Words to be found lead to their place by themselves.
    if (editor === null || find !== undefined || asked === ' ' || gone.current === asked) return
    gone.current = asked
    const note = at === undefined ? undefined : editor.getShape(at as TLShapeId)
    if (note !== undefined) {
      editor.select(note.id)
      showHit(editor, note)
      return
    }
    const box = section === undefined ? undefined : sectionsBox(editor, section.split(','))
    if (box !== undefined) showBox(editor, box, true)
  }, [editor, section, at, find])
}

/** Around the sections with these keys, or columns of a grid as `grid/column`; undefined where the board has none. */
function sectionsBox(editor: Editor, wanted: readonly string[]): Box | undefined {
  const boxes = editor
    .getCurrentPageShapes()
    .filter((shape) => {
      const { section = '', cell } = metaOf(shape)
      return isSection(shape) && (wanted.includes(section) || wanted.includes(`${section}/${cell}`))
    })
    .map((shape) => editor.getShapePageBounds(shape))
    .filter((box) => box !== undefined)
  return boxes.length === 0 ? undefined : Box.Common(boxes)
}

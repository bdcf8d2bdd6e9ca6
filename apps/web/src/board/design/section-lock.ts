import { metaOf } from '@samtavle/shared/board-meta'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import { CHOICE_TYPE } from '@samtavle/shared/choice-shape'
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw'
import { isFixed } from '../board-meta.ts'
import { designStep } from './design-edits.ts'

/** What people write, draw and tick: never background. A group is held by what is in it. */
const PEOPLES: ReadonlySet<string> = new Set(['note', 'draw', 'highlight', 'group', CARD_TYPE, CHOICE_TYPE])
/** Parts of a form that people fill in or move. */
const FILLED_IN: ReadonlySet<string> = new Set(['field', 'text', 'card', 'choice', 'option', 'piece', 'curve'])

/** Does a workshop stand on this, and not on what is written there? */
export function isBackground(shape: TLShape): boolean {
  const { example, part } = metaOf(shape)
  return example !== true && !PEOPLES.has(shape.type) && !(part !== undefined && FILLED_IN.has(part))
}

/**
 * Locks a section and what is printed on it for those who take part, or leaves it to them.
 * @returns ids of what was locked or freed
 */
export function lockSection(editor: Editor, id: TLShapeId, locks: boolean): TLShapeId[] {
  const inside = [...editor.getShapeAndDescendantIds([id])].flatMap((one) => editor.getShape(one) ?? [])
  return turn(
    editor,
    locks ? inside.filter(isBackground) : inside.filter((one) => isFixed(one) || one.id === id),
    locks,
  )
}

/** Locks everything that is background. @returns ids of what was locked */
export function lockAllBackground(editor: Editor): TLShapeId[] {
  return turn(editor, unlockedBackground(editor), true)
}

/** What is background and not locked for those who take part. */
export function unlockedBackground(editor: Editor): TLShape[] {
  return editor.getCurrentPageShapes().filter((shape) => isBackground(shape) && !isFixed(shape))
}

function turn(editor: Editor, shapes: readonly TLShape[], locks: boolean): TLShapeId[] {
  designStep(editor, locks ? 'lock' : 'free', () => {
    editor.updateShapes(
      shapes.map((shape) => ({
        id: shape.id,
        type: shape.type,
        meta: { ...shape.meta, fixed: locks },
        // A frame that is locked for tldraw too would lock the notes in it.
        ...(locks && shape.type !== 'frame' && { isLocked: true }),
      })),
    )
  })
  return shapes.map(({ id }) => id)
}

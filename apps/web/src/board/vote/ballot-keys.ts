import type { Editor, TLShape } from '@tldraw/tldraw'
import { isOutside } from '../board-keys.ts'

type BallotKeys = { isVotable(shape: TLShape): boolean; add(shape: TLShape): void; take(shape: TLShape): void }

/** While a vote is open: `+` and `-` on one selected note are dots. Otherwise the keys are tldraw's, which zooms. */
export function listenForBallotKeys(editor: Editor, { isVotable, add, take }: BallotKeys): () => void {
  const { body } = editor.getContainer().ownerDocument
  const press = (event: KeyboardEvent) => {
    if (event.key !== '+' && event.key !== '-') return
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (editor.menus.hasAnyOpenMenus() || isOutside(event.target, editor.getContainer())) return
    const note = editor.getOnlySelectedShape()
    if (note === null || editor.getEditingShapeId() !== null || !isVotable(note)) return
    if (event.key === '+') add(note)
    else take(note)
    event.preventDefault()
    event.stopPropagation()
  }
  body.addEventListener('keydown', press, { capture: true })
  return () => body.removeEventListener('keydown', press, { capture: true })
}

import { type Editor, StateNode, type TLShape, Vec } from '@tldraw/tldraw'

/** What the tool asks and tells. */
export type BallotHand = {
  isVotable(shape: TLShape): boolean
  /** A dot for this note; undefined for a press beside all that can get one. */
  press(shape: TLShape | undefined): void
}

const hands = new WeakMap<Editor, BallotHand>()

/**
 * With it in hand a press on a note is a dot, and a drag moves the board. Nothing on the board is changed by it: the
 * notes neither move nor open for writing.
 */
class BallotTool extends StateNode {
  static override id = 'ballot'
  #panFrom = new Vec()
  #isPanning = false

  override onEnter(): void {
    this.editor.setCursor({ type: 'pointer', rotation: 0 })
  }

  override onExit(): void {
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }

  override onPointerDown(): void {
    this.#isPanning = false
    this.#panFrom = Vec.From(this.editor.getCamera())
  }

  override onPointerMove(): void {
    const { editor } = this
    const { isPointing, isDragging, currentScreenPoint, originScreenPoint } = editor.inputs
    if (!isPointing || !isDragging) return
    this.#isPanning = true
    const moved = Vec.Sub(currentScreenPoint, originScreenPoint).div(editor.getZoomLevel())
    editor.setCamera(Vec.Add(this.#panFrom, moved), { immediate: true })
  }

  override onPointerUp(): void {
    if (this.#isPanning) return
    const hand = hands.get(this.editor)
    const filter = (shape: TLShape) => hand?.isVotable(shape) === true
    hand?.press(this.editor.getShapeAtPoint(this.editor.inputs.currentPagePoint, { hitInside: true, filter }))
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}

/** The tool is there as long as a vote is; returns how to put it away. */
export function offerBallotTool(editor: Editor, hand: BallotHand): () => void {
  hands.set(editor, hand)
  if (editor.root.children?.[BallotTool.id] === undefined) editor.root.addChild(BallotTool)
  return () => {
    hands.delete(editor)
    leaveBallotTool(editor)
  }
}

export const hasBallotTool = (editor: Editor): boolean => editor.isIn(BallotTool.id)

export function takeBallotTool(editor: Editor): void {
  editor.complete()
  editor.selectNone()
  editor.setCurrentTool(BallotTool.id)
}

export function leaveBallotTool(editor: Editor): void {
  if (hasBallotTool(editor)) editor.setCurrentTool('select')
}

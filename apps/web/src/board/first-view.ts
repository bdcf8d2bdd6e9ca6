import { Box, type Editor } from '@tldraw/tldraw'
import { isSection } from './section-place.ts'

const keyOf = (boardId: string) => `samtavle.view.${boardId}`
const SAVE_AFTER_MS = 500
/** Left free around the board, in px of the screen; below it the tools stand. */
const EDGE = 24
const TOOLS = 88

type View = { x: number; y: number; z: number }

/** Opens the board where this device left it; the first time as a whole, from its first section. */
export function firstView(editor: Editor, boardId: string): () => void {
  // The editor learns its size from the page a moment later; the view depends on it now.
  editor.updateViewportScreenBounds(editor.getContainer())
  const remembered = readView(boardId)
  if (remembered) editor.setCamera(remembered, { immediate: true, force: true })
  else showWholeBoard(editor, true)
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    timer = undefined
    writeView(boardId, editor.getCamera())
  }
  const stop = editor.store.listen(
    () => {
      clearTimeout(timer)
      timer = setTimeout(write, SAVE_AFTER_MS)
    },
    { scope: 'session' },
  )
  return () => {
    stop()
    if (timer === undefined) return
    clearTimeout(timer)
    // The board may be opened again at once.
    write()
  }
}

/** Everything on the board; the sections alone when there are any, so that a note left far away shrinks nothing. */
export function showWholeBoard(editor: Editor, immediate = false): void {
  const shapes = editor.getCurrentPageShapes()
  const sections = shapes.filter(isSection)
  const bounds = (sections.length > 0 ? sections : shapes)
    .map((shape) => editor.getShapePageBounds(shape))
    .filter((box) => box !== undefined)
  if (bounds.length === 0) {
    editor.setCamera({ x: 0, y: 0, z: 1 }, { immediate: true })
    return
  }
  showBox(editor, Box.Common(bounds), immediate)
}

/** As much of the page as lies in this box, never larger than life. */
export function showBox(editor: Editor, common: Box, immediate = false): void {
  const screen = editor.getViewportScreenBounds()
  const room = { w: Math.max(100, screen.w - 2 * EDGE), h: Math.max(100, screen.h - EDGE - TOOLS) }
  const [least = 0] = editor.getCameraOptions().zoomSteps
  const z = Math.max(least, Math.min(1, room.w / common.w, room.h / common.h))
  // What is larger than the smallest view of it is seen from its beginning.
  const x = (EDGE + Math.max(0, room.w - common.w * z) / 2) / z - common.x
  const y = (EDGE + Math.max(0, room.h - common.h * z) / 2) / z - common.y
  const still = immediate || editor.user.getAnimationSpeed() === 0
  editor.setCamera({ x, y, z }, still ? { immediate: true } : { animation: { duration: 160 } })
}

function readView(boardId: string): View | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(boardId)) ?? 'null')
    const { x, y, z } = (value ?? {}) as Partial<View>
    const isNumber = (n: unknown): n is number => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) < 1e6
    return isNumber(x) && isNumber(y) && isNumber(z) && z > 0 ? { x, y, z } : undefined
  } catch {
    return undefined
  }
}

function writeView(boardId: string, { x, y, z }: View): void {
  try {
    localStorage.setItem(keyOf(boardId), JSON.stringify({ x: Math.round(x), y: Math.round(y), z }))
  } catch {
    // Storage may be forbidden or full: the board then opens as a whole.
  }
}

import { Box, type Editor, type TLShape } from '@tldraw/tldraw'
import { bringIntoView, READABLE_ZOOM } from './write-note.ts'

/** Left free around a hit, in px of the screen: above for the find bar and a note's role, below for the tools. */
const ROOM = { top: 136, bottom: 96, side: 24 }
/** The largest part of a shape that is shown, in px of the board. */
const PART = { w: 640, h: 360 }
const ZOOM = 0.8

/** Brings what was found to where its words can be read and nothing lies over it. */
export function showHit(editor: Editor, shape: TLShape): void {
  const bounds = editor.getShapePageBounds(shape)
  if (bounds === undefined) return
  const screen = editor.getViewportScreenBounds()
  const room = {
    w: Math.max(100, screen.w - 2 * ROOM.side),
    h: Math.max(100, screen.h - ROOM.top - ROOM.bottom),
  }
  const part = partOf(bounds, {
    w: Math.min(bounds.w, PART.w, room.w / ZOOM),
    h: Math.min(bounds.h, PART.h, room.h / ZOOM),
    fromMiddle: isSetInMiddle(shape),
  })
  const now = editor.getZoomLevel()
  const zoom = now >= READABLE_ZOOM && part.w * now <= room.w && part.h * now <= room.h ? now : ZOOM
  const [top, bottom, side] = [ROOM.top / zoom, ROOM.bottom / zoom, ROOM.side / zoom]
  const withRoom = new Box(part.x - side, part.y - top, part.w + 2 * side, part.h + top + bottom)
  if (zoom === now || now < READABLE_ZOOM) {
    bringIntoView(editor, withRoom)
    return
  }
  // So close that the words are larger than the window.
  const still = editor.user.getAnimationSpeed() === 0
  const motion = still ? { immediate: true } : { animation: { duration: 160 } }
  editor.zoomToBounds(withRoom, { inset: 0, targetZoom: ZOOM, ...motion })
}

type Part = { w: number; h: number; fromMiddle: boolean }

/** The part of something large where its words begin. */
function partOf({ x, y, center }: Box, { w, h, fromMiddle }: Part): Box {
  return fromMiddle ? new Box(center.x - w / 2, center.y - h / 2, w, h) : new Box(x, y, w, h)
}

function isSetInMiddle(shape: TLShape): boolean {
  const { align, textAlign } = shape.props as { align?: unknown; textAlign?: unknown }
  return shape.type === 'arrow' || align === 'middle' || textAlign === 'middle'
}

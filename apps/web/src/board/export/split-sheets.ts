import { type Orientation, type Paper, type Sheet, sheetArea, sheetFor } from './paper.ts'

type Rectangle = { x: number; y: number; w: number; h: number }

/** The sides at which a sheet repeats what the next one shows. */
export type Joints = { left: boolean; top: boolean; right: boolean; bottom: boolean }

/** A sheet and the piece of the board on it, in px. */
export type BoardSheet = { sheet: Sheet; bounds: Rectangle; joints: Joints }

const MM = 72 / 25.4
/** Words that people write on notes, in px of the board, and as large as they must be to be read on a wall, in points. */
const WRITTEN = 22
const READABLE = 5 * MM
/** The least that a px of the board may be on paper, in points, for its words to be read. */
export const READABLE_SCALE = READABLE / WRITTEN
/** How much two sheets beside each other both show, in points: so that they can be glued. */
export const OVERLAP = 10 * MM
/** More sheets than this nobody glues together: what is larger becomes smaller. */
const SHEETS_MAX = 60

const NO_JOINTS: Joints = { left: false, top: false, right: false, bottom: false }

/** One sheet for a piece of board; or as many as it takes to read its words, row by row, when `readable` asks for that. */
export function sheetsFor(
  bounds: Rectangle,
  { paper, orientation, readable }: { paper: Paper; orientation: Orientation; readable: boolean },
): BoardSheet[] {
  const sheet = sheetFor(bounds, paper, orientation)
  if (!readable || sheet.scale >= READABLE_SCALE) return [{ sheet, bounds, joints: NO_JOINTS }]
  const ways = orientation === 'auto' ? (['landscape', 'portrait'] as const) : [orientation]
  const [first, second] = ways.map((way) => splitting(bounds, paper, way))
  const best = second !== undefined && first !== undefined && second.count < first.count ? second : first
  return best === undefined ? [{ sheet, bounds, joints: NO_JOINTS }] : best.sheets()
}

/** How a piece of board is split on sheets that lie or stand. */
function splitting(bounds: Rectangle, paper: Paper, orientation: 'landscape' | 'portrait') {
  const { width, height, area } = sheetArea(paper, orientation)
  let least = READABLE_SCALE
  const needed = (length: number, room: number) =>
    Math.max(1, Math.ceil((length * least - OVERLAP) / (room - OVERLAP) - 1e-9))
  while (needed(bounds.w, area.w) * needed(bounds.h, area.h) > SHEETS_MAX) least *= 0.9
  const [columns, rows] = [needed(bounds.w, area.w), needed(bounds.h, area.h)]
  // The sheets that are needed are used: words become as large as there is room.
  const scale = Math.min(
    1,
    (columns * (area.w - OVERLAP) + OVERLAP) / bounds.w,
    (rows * (area.h - OVERLAP) + OVERLAP) / bounds.h,
  )
  const sheets = (): BoardSheet[] =>
    Array.from({ length: columns * rows }, (_, i) => {
      const [column, row] = [i % columns, Math.floor(i / columns)]
      const across = stretch(bounds.x, bounds.w, column, area.w, scale)
      const down = stretch(bounds.y, bounds.h, row, area.h, scale)
      const piece = { x: area.x, y: area.y, w: across.length * scale, h: down.length * scale }
      return {
        sheet: { width, height, area, piece, scale },
        bounds: { x: across.from, y: down.from, w: across.length, h: down.length },
        joints: { left: column > 0, top: row > 0, right: column < columns - 1, bottom: row < rows - 1 },
      }
    })
  return { count: columns * rows, sheets }
}

/** What the sheet of this number shows of a length of the board, in px. */
function stretch(start: number, whole: number, number: number, room: number, scale: number) {
  const from = start + (number * (room - OVERLAP)) / scale
  return { from, length: Math.min(room / scale, start + whole - from) }
}

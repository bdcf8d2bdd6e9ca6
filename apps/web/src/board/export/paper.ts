/** Sheets of paper and how a piece of board lies on one. All measures in points, 1/72 inch, from the top left corner. */
export const PAPERS = ['a4', 'a3', 'a0'] as const
export type Paper = (typeof PAPERS)[number]
export const ORIENTATIONS = ['auto', 'landscape', 'portrait'] as const
export type Orientation = (typeof ORIENTATIONS)[number]

type Rectangle = { x: number; y: number; w: number; h: number }
export type Sheet = {
  width: number
  height: number
  /** What is printed around the piece of board lies outside this. */
  area: Rectangle
  /** Where the piece lies: at the top of the area, in the middle. */
  piece: Rectangle
  /** Points for each px of the board. */
  scale: number
}

const MM = 72 / 25.4
const SHORT_SIDES: Readonly<Record<Paper, { short: number; long: number }>> = {
  a4: { short: 210 * MM, long: 297 * MM },
  a3: { short: 297 * MM, long: 420 * MM },
  a0: { short: 841 * MM, long: 1189 * MM },
}
/** Printers leave less than this white. */
export const PAPER_MARGIN = 12 * MM
/** Lines above and below the piece of board. */
export const HEAD_HEIGHT = 34
export const FOOT_HEIGHT = 20
/** A single note does not become a poster. */
const SCALE_MAX = 1

/** The sheet for a piece of board of this size; `auto` turns it so that the piece becomes larger. */
export function sheetFor(board: { w: number; h: number }, paper: Paper, orientation: Orientation): Sheet {
  if (orientation !== 'auto') return sheetOf(board, paper, orientation)
  const [lying, standing] = [sheetOf(board, paper, 'landscape'), sheetOf(board, paper, 'portrait')]
  return standing.scale > lying.scale ? standing : lying
}

/** A sheet that lies or stands, and where on it the board may be. */
export function sheetArea(paper: Paper, orientation: 'landscape' | 'portrait') {
  const { short, long } = SHORT_SIDES[paper]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const area = {
    x: PAPER_MARGIN,
    y: PAPER_MARGIN + HEAD_HEIGHT,
    w: width - 2 * PAPER_MARGIN,
    h: height - 2 * PAPER_MARGIN - HEAD_HEIGHT - FOOT_HEIGHT,
  }
  return { width, height, area }
}

function sheetOf(board: { w: number; h: number }, paper: Paper, orientation: 'landscape' | 'portrait'): Sheet {
  const { width, height, area } = sheetArea(paper, orientation)
  const [w, h] = [Math.max(1, board.w), Math.max(1, board.h)]
  const scale = Math.min(area.w / w, area.h / h, SCALE_MAX)
  const piece = { x: area.x + (area.w - w * scale) / 2, y: area.y, w: w * scale, h: h * scale }
  return { width, height, area, piece, scale }
}

import { groupBy } from './group-by.ts'
import { NOTE_SIZE } from './picture-geometry.ts'

/** Something by the upright box around it on the page, whatever it is turned by. */
export type Placed = { id: string; box: Readonly<{ x: number; y: number; h: number }> }

/** A frame that things stand in, and its place in the template's order if it has one. */
export type Sheet = Placed & { order: number | undefined }

/** Half a note. What is larger has notes beside it and on it, and its middle says nothing about their rows. */
const MOST_BELOW = NOTE_SIZE / 2

/**
 * From the top to the bottom, and from left to right where things stand beside each other: nobody lays notes down to
 * the pixel, so that whatever begins above the middle of the first of a row belongs to that row. The same for the same
 * things in whatever order they come.
 */
export function rowByRow<Item extends Placed>(items: readonly Item[]): Item[] {
  return inRows(items, MOST_BELOW)
}

/** Sheets of the template in its order, then the others by place. Sheets are large: half of one is still beside it. */
export function sheetsInOrder<Item extends Sheet>(sheets: readonly Item[]): Item[] {
  // Sorting keeps the order of equals, so that places decide between sheets without an order of their own.
  return inRows(sheets, Number.POSITIVE_INFINITY).sort((a, b) => orderOf(a) - orderOf(b))
}

const orderOf = ({ order }: Sheet): number => order ?? Number.MAX_SAFE_INTEGER

/** As one reads a board: sheet by sheet, at last what stands on none, and on each row by row. */
export function inReadingOrder<Item extends Placed & { sheet: Sheet | undefined }>(items: readonly Item[]): Item[] {
  const bySheet = groupBy(items, ({ sheet }) => sheet?.id)
  const sheets = [...bySheet.values()].flatMap(([first]) => first?.sheet ?? [])
  return [...sheetsInOrder(sheets).map(({ id }) => id), undefined].flatMap((id) => rowByRow(bySheet.get(id) ?? []))
}

function inRows<Item extends Placed>(items: readonly Item[], mostBelow: number): Item[] {
  const rows: Item[][] = []
  let rowEnds = Number.NEGATIVE_INFINITY
  for (const item of [...items].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || byId(a, b))) {
    if (item.box.y >= rowEnds) {
      rows.push([])
      rowEnds = item.box.y + Math.max(1, Math.min(item.box.h / 2, mostBelow))
    }
    rows.at(-1)?.push(item)
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y || byId(a, b)))
}

const byId = (a: Placed, b: Placed): number => (a.id < b.id ? -1 : 1)

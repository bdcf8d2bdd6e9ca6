type Size = { w: number; h: number }
export type PicturePlace = Size & { x: number; y: number }

/** A picture as it comes on the board: about the size of four notes. */
const LARGEST: Size = { w: 480, h: 360 }
/** A thin line stays something that can be pointed at. */
const SMALLEST = 16
const GAP = 20
const EACH_ROW = 4

/** Sizes and places of pictures side by side, in rows of four, in their order; from 0, 0. */
export function pictureRows(sizes: readonly Size[]): PicturePlace[] {
  const places: PicturePlace[] = []
  let y = 0
  for (let first = 0; first < sizes.length; first += EACH_ROW) {
    let x = 0
    let height = 0
    for (const size of sizes.slice(first, first + EACH_ROW)) {
      const { w, h } = fitted(size)
      places.push({ x, y, w, h })
      x += w + GAP
      height = Math.max(height, h)
    }
    y += height + GAP
  }
  return places
}

function fitted({ w, h }: Size): Size {
  const scale = Math.min(1, LARGEST.w / w, LARGEST.h / h)
  return { w: Math.max(SMALLEST, Math.round(w * scale)), h: Math.max(SMALLEST, Math.round(h * scale)) }
}

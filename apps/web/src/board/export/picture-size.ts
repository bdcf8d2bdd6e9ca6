/** Longest side of a picture in px, and how many px it may have: what browsers can still paint. */
export const PICTURE_SIDE_MAX = 16_384
export const PICTURE_PIXELS_MAX = 120_000_000

export const PICTURE_SCALES = [1, 2, 3] as const
export type PictureScale = (typeof PICTURE_SCALES)[number]

export type PictureSize = {
  /** Px of the picture for each px of the board. */
  ratio: number
  width: number
  height: number
  /** True when it is smaller than was asked for. */
  reduced: boolean
}

/** The size of the picture of a piece of board, at the scale that was asked for or as large as it can be. */
export function pictureSize(board: { w: number; h: number }, scale: PictureScale): PictureSize {
  const { w, h } = { w: Math.max(1, board.w), h: Math.max(1, board.h) }
  const most = Math.min(PICTURE_SIDE_MAX / Math.max(w, h), Math.sqrt(PICTURE_PIXELS_MAX / (w * h)))
  const ratio = Math.min(scale, most)
  const side = (length: number) => Math.max(1, Math.floor(length * ratio + 1e-6))
  return { ratio, width: side(w), height: side(h), reduced: ratio < scale }
}

/** Width and height that a PNG says it has; undefined for what is none. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

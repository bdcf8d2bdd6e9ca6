import type { ArrowTies } from './arrow-ties.ts'
import type { Locale } from './locale.ts'
import type { Theme } from './palette.ts'
import type { Scene } from './picture-scene.ts'

/** An uploaded picture as it is kept: encoded anew by the server when it came. */
export type UploadedPicture = { type: string; bytes: Uint8Array }

/** How a picture is drawn. */
export type Pen = {
  theme: Theme
  detail: 'thumbnail' | 'full'
  locale: Locale | undefined
  maxTextLength: number
  /** Width of the whole picture in px of the board, from which thumbnails take the size of their bars. */
  width: number
  scene: Scene
  ties: ArrowTies
  /** Where the pictures of the records are; undefined for one that is not to be had. */
  sourceOf: (assetId: string) => string | undefined
  /** Says on each element which shape it is of. */
  marked: boolean
  /** What may still be drawn of words, in characters, and of drawings, in points: hostile boards end in time. */
  left: { characters: number; points: number }
}

/** Words and points that one picture shows at the most. */
export const MOST_DRAWN = { characters: 600_000, points: 300_000 } as const

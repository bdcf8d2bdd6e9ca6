import type { Locale } from './locale.ts'
import type { Theme } from './palette.ts'
import type { ArrowTies } from './picture-arrow.ts'
import type { Scene } from './picture-scene.ts'

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
}

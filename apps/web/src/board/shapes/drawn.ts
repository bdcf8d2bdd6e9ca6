import { metaOf } from '@samtavle/shared/board-meta'
import type { Locale } from '@samtavle/shared/locale'
import type { Theme } from '@samtavle/shared/palette'
import type { Editor, TLShape } from '@tldraw/tldraw'
import { localeOf } from './shape-locale.ts'

/** What the drawing of a shape depends on beside its props. */
export type Drawn = { theme: Theme; locale: Locale; isExample: boolean }

/** How a shape is drawn on the canvas, or with `isDark` in a picture. Without a hook, for what tldraw tracks. */
export function drawnLook(editor: Editor, shape: TLShape, isDark = editor.user.getIsDarkMode()): Drawn {
  return {
    theme: isDark ? 'dark' : 'light',
    locale: localeOf(editor),
    isExample: metaOf(shape).example === true,
  }
}

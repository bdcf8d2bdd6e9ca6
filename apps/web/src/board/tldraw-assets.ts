import schibstedItalic from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-italic.woff2?url'
import schibsted from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url'
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import type { TLUiOverrides } from '@tldraw/tldraw'
import { TLDRAW_DA } from './tldraw-da.ts'
import { TLDRAW_NO } from './tldraw-no.ts'

const own = getAssetUrlsByImport()

/** Everything tldraw loads comes from this server, and its plain typeface is ours, so that measuring and export agree. */
export const tldrawAssetUrls = {
  ...own,
  fonts: {
    ...own.fonts,
    tldraw_sans: schibsted,
    tldraw_sans_bold: schibsted,
    tldraw_sans_italic: schibstedItalic,
    tldraw_sans_italic_bold: schibstedItalic,
  },
}

export const tldrawTranslations: NonNullable<TLUiOverrides['translations']> = { da: TLDRAW_DA, no: TLDRAW_NO }

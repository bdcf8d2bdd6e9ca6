import schibstedItalic from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-italic.woff2?url'
import schibsted from '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url'
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { allDefaultFontFaces, DefaultFontFaces, type TLUiOverrides } from '@tldraw/tldraw'
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

/**
 * tldraw fetches all its typefaces (1.1 MB) as soon as a board is open, in case somebody picks one. Ours alone is
 * fetched; another one comes when it is used. Running this again changes nothing.
 */
export function loadOwnFontsOnly(): void {
  const { normal, italic } = DefaultFontFaces.tldraw_sans
  allDefaultFontFaces.splice(0, Number.POSITIVE_INFINITY, normal.normal, normal.bold, italic.normal, italic.bold)
}

export const tldrawTranslations: NonNullable<TLUiOverrides['translations']> = {
  da: TLDRAW_DA,
  no: TLDRAW_NO,
  en: { 'tool.media': 'Picture', 'action.insert-media': 'Insert picture' },
}

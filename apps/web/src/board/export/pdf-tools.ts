import latinItalic from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-500-italic.woff?url'
import latin from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-500-normal.woff?url'
import latinBoldItalic from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-italic.woff?url'
import latinBold from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-normal.woff?url'
import extItalic from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-500-italic.woff?url'
import ext from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-500-normal.woff?url'
import extBoldItalic from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-700-italic.woff?url'
import extBold from '@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-700-normal.woff?url'
import type { Face } from './drawing.ts'
import { cssFont } from './letter-metrics.ts'
import type { FontFile, PaintedWords, PdfTools } from './pdf-letters.ts'

const FONTS = {
  latin: [latin, latinItalic, latinBold, latinBoldItalic],
  'latin-ext': [ext, extItalic, extBold, extBoldItalic],
} as const

/** Letters that no file has are painted so large, in px, and made smaller again on paper. */
const PAINTED_AT = 96
/** A picture on paper has at most so many px on a side. */
const PICTURE_SIDE = 3_000
const PICTURE_QUALITY = 0.9

/** What a PDF needs from the browser. */
export const pdfTools: PdfTools = {
  font: async ({ bold, italic, set }: FontFile) => {
    const address = FONTS[set][(bold ? 2 : 0) + (italic ? 1 : 0)] ?? latin
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`a typeface could not be had: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
  paintedWords,
  picture: pictureOnPaper,
}

async function paintedWords(text: string, face: Face, colour: string): Promise<PaintedWords> {
  const font = cssFont(face, PAINTED_AT)
  const measured = contextOf(1, 1)
  measured.font = font
  const { width, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = measured.measureText(text)
  const [ascent, descent] = [Math.max(PAINTED_AT * 0.9, up), Math.max(PAINTED_AT * 0.25, down)]
  const context = contextOf(Math.max(1, Math.ceil(width)), Math.ceil(ascent + descent))
  context.font = font
  context.fillStyle = colour
  context.fillText(text, 0, ascent)
  const png = await fileOf(context.canvas, 'image/png')
  const size = { width: width / PAINTED_AT, ascent: ascent / PAINTED_AT, height: (ascent + descent) / PAINTED_AT }
  return { png, ...size }
}

/** JPEG as it came when it is not far too large; everything else is painted anew, because PDF does not know all kinds. */
async function pictureOnPaper(data: string, width: number, height: number): Promise<Uint8Array | undefined> {
  try {
    const blob = await (await fetch(data)).blob()
    const bitmap = await createImageBitmap(blob)
    const most = Math.min(PICTURE_SIDE / Math.max(width, height, 1), 1)
    const share = Math.min(1, (width * most) / bitmap.width, (height * most) / bitmap.height)
    if (blob.type === 'image/jpeg' && share > 0.5) return new Uint8Array(await blob.arrayBuffer())
    const context = contextOf(
      Math.max(1, Math.round(bitmap.width * share)),
      Math.max(1, Math.round(bitmap.height * share)),
    )
    context.drawImage(bitmap, 0, 0, context.canvas.width, context.canvas.height)
    const opaque = blob.type === 'image/jpeg'
    return await fileOf(context.canvas, opaque ? 'image/jpeg' : 'image/png')
  } catch {
    // One picture that cannot be read is no reason for no paper.
    return undefined
  }
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('the browser paints nothing')
  return context
}

function fileOf(canvas: HTMLCanvasElement, type: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new Error('the browser painted nothing'))
        else blob.arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)), reject)
      },
      type,
      PICTURE_QUALITY,
    )
  })
}

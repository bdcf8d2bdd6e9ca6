import { type Editor, getSvgAsImage } from '@tldraw/tldraw'
import type { ExportPart } from './export-parts.ts'
import { type ExportWork, stretchOf } from './export-work.ts'
import { type PictureScale, pictureSize, pngSize } from './picture-size.ts'
import { svgPicture } from './svg-picture.ts'

export type PngLook = { title: string; transparent: boolean; scale: PictureScale }
export type PngPicture = { blob: Blob; width: number; height: number; reduced: boolean }

/** Share of the work that drawing is; the rest is painting. */
const DRAWING = 0.8

/**
 * A part as a PNG. Smaller than asked for when it would be larger than browsers can paint; this one may know a limit
 * of its own, so that the size is read from what came out.
 * @throws when the browser cannot paint it at all
 */
export async function pngPicture(
  editor: Editor,
  part: ExportPart,
  { title, transparent, scale }: PngLook,
  work: ExportWork,
): Promise<PngPicture> {
  const size = pictureSize(part.bounds, scale)
  const svg = await svgPicture(editor, part, { title, transparent, ratio: size.ratio }, stretchOf(work, 0, DRAWING))
  await work.step(DRAWING, 1)
  // Where the browser cannot paint as large a canvas, tldraw takes a smaller one.
  const { w: width, h: height } = part.bounds
  const blob = await getSvgAsImage(svg, { type: 'png', width, height, pixelRatio: size.ratio })
  const painted = blob === null ? undefined : pngSize(new Uint8Array(await blob.slice(0, 24).arrayBuffer()))
  await work.step(1, 1)
  if (blob === null || painted === undefined) throw new Error('the browser did not paint the picture')
  return { blob, ...painted, reduced: size.reduced || painted.width < size.width }
}

import { ASSET_LIMITS, type AssetType } from '@samtavle/shared/board-asset'
import { AppError } from '@samtavle/shared/errors'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { createDecodeTurns } from './decode-turns.ts'

/** A picture that consists of its pixels and nothing else. */
export type ReencodedImage = { bytes: Uint8Array; type: AssetType; width: number; height: number }

/** Turns bytes of whatever kind into a picture of ours, or refuses. */
export type ReencodeImage = (bytes: Uint8Array) => Promise<ReencodedImage>

/** A picture that takes longer is given up, however often it is tried, in seconds. */
const DECODE_SECONDS = 15

/**
 * The kinds that are read, by what their bytes are. SVG is not among them: it is a language, with scripts, addresses
 * and entities; nor are the many rare kinds that libvips could read.
 */
const KINDS = new Set(['jpeg', 'png', 'webp', 'gif'])
/** Qualities that are tried while a picture takes too many bytes. */
const SMALLER = [88, 70, 40] as const
const LOADERS = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'NsgifBuffer']

/**
 * Decodes and encodes anew on the thread pool. What comes out has the pixels of the first frame, upright and in sRGB,
 * and nothing else of what came in: no EXIF, no place, no profile, nothing behind the end.
 * @param bytesMax of what comes out
 * @param clock in ms
 * @throws by the returned function: AppError `not_a_picture`, `picture_too_big` or `too_many_requests`.
 */
export function createImageReencoder(
  bytesMax: number = ASSET_LIMITS.bytes,
  clock: () => number = () => performance.now(),
): ReencodeImage {
  // Of the whole process; libvips asks here before it opens anything.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS.map((kind) => `VipsForeignLoad${kind}`) })
  sharp.cache(false)
  sharp.concurrency(1)
  const decodeTurn = createDecodeTurns()

  return async (bytes) => {
    const found = await readHead(bytes)
    const { width, height } = found
    if (width > ASSET_LIMITS.side || height > ASSET_LIMITS.side || width * height > ASSET_LIMITS.pixels) {
      throw new AppError('picture_too_big', `${width} × ${height} px`)
    }
    if ((found.pages ?? 1) > ASSET_LIMITS.frames) throw new AppError('picture_too_big', `${found.pages} frames`)
    // Samples of 16 bits take twice the room.
    const weight = width * height * (found.depth === 'uchar' ? 1 : 2)
    return await decodeTurn(weight, () => encode(bytes, found, { bytesMax, clock }))
  }
}

async function readHead(bytes: Uint8Array): Promise<Metadata> {
  let found: Metadata
  try {
    found = await sharp(bytes, { limitInputPixels: false, animated: false }).metadata()
  } catch (cause) {
    throw new AppError('not_a_picture', 'the bytes are no picture that is known here', { cause })
  }
  if (!KINDS.has(found.format)) throw new AppError('not_a_picture', `${found.format} is not taken`)
  return found
}

async function encode(
  bytes: Uint8Array,
  found: Metadata,
  { bytesMax, clock }: { bytesMax: number; clock: () => number },
): Promise<ReencodedImage> {
  const deadline = clock() + DECODE_SECONDS * 1000
  // Drawings and screenshots stay exact. A photograph that came as PNG may not fit like that. What is kept can always be
  // sent again, when a board comes back from its backup.
  for (const attempt of attemptsAt(found.format)) {
    const seconds = Math.ceil((deadline - clock()) / 1000)
    if (seconds < 1) throw new AppError('picture_too_big', 'making the picture smaller takes too long')
    const opened = sharp(bytes, { limitInputPixels: ASSET_LIMITS.pixels, failOn: 'error', sequentialRead: true })
    const image = await write(attempt(opened.autoOrient().timeout({ seconds })))
    if (image.bytes.byteLength <= bytesMax) return image
  }
  throw new AppError('picture_too_big', 'the picture takes too many bytes')
}

/** In its own kind first. */
function attemptsAt(format: string): ((image: Sharp) => Sharp)[] {
  const smaller = SMALLER.map((quality) => (image: Sharp) => image.webp({ quality, effort: 2 }))
  if (format === 'webp') return smaller
  const own = (image: Sharp) => (format === 'jpeg' ? image.jpeg({ quality: 85 }) : image.png({ compressionLevel: 7 }))
  return [own, ...smaller]
}

async function write(image: Sharp): Promise<ReencodedImage> {
  try {
    const { data, info } = await image.toBuffer({ resolveWithObject: true })
    return { bytes: data, type: `image/${info.format}` as AssetType, width: info.width, height: info.height }
  } catch (cause) {
    throw new AppError('not_a_picture', 'the picture cannot be decoded', { cause })
  }
}

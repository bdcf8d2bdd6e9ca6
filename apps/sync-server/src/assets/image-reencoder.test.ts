import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type HostileImage,
  hostileImages,
  noise,
  PLANTED,
  photographWithPlace,
} from '../../test-support/hostile-images.ts'
import { createImageReencoder, type ReencodedImage } from './image-reencoder.ts'

const reencode = createImageReencoder()

/** What is in the file beside its pixels; the loaders stay as narrow as they are. */
async function partsOf({ bytes }: ReencodedImage) {
  const { exif, icc, xmp, iptc, orientation, pages, comments, format, width, height } = await sharp(bytes).metadata()
  return {
    beside: [exif, icc, xmp, iptc, orientation, pages, comments].filter((part) => part !== undefined),
    format,
    width,
    height,
  }
}

describe('SEC-41, SEC-47: what is sent as a picture', () => {
  let files: HostileImage[]
  beforeAll(async () => {
    // Made with loaders that the server does not have; none of it is loaded here.
    files = await hostileImages()
  })

  test('36 hostile files are refused, or become their pixels and nothing else', async () => {
    expect(files).toHaveLength(36)
    const outcomes = await Promise.all(
      files.map(async ({ name, bytes, safe }) => {
        try {
          const image = await reencode(bytes)
          const words = Buffer.from(image.bytes).toString('latin1')
          const found = PLANTED.filter((planted) => words.includes(planted))
          const { beside, format } = await partsOf(image)
          expect(`image/${format}`).toBe(image.type)
          return { name, safe, kept: true, found, beside: beside.length }
        } catch (error) {
          return { name, safe, kept: false, found: [], beside: 0, code: (error as { code?: string }).code }
        }
      }),
    )
    for (const { name, safe, kept, found, beside } of outcomes) {
      expect({ name, kept, found, beside }).toEqual({ name, kept: safe, found: [], beside: 0 })
    }
    const refused = outcomes.flatMap((outcome) => ('code' in outcome ? [`${outcome.code}: ${outcome.name}`] : []))
    expect(refused.filter((line) => !/^(not_a_picture|picture_too_big): /.test(line))).toEqual([])
  })
})

describe('a picture', () => {
  test('SEC-47: stands upright and says nothing of where it was taken', async () => {
    const sent = await photographWithPlace()
    const before = await sharp(sent).metadata()
    expect([before.exif?.includes('PLANTED'), before.orientation, before.width]).toEqual([true, 6, 60])
    const image = await reencode(sent)
    expect(image).toMatchObject({ type: 'image/jpeg', width: 40, height: 60 })
    expect(await partsOf(image)).toEqual({ beside: [], format: 'jpeg', width: 40, height: 60 })
  })

  test('keeps its colours: CMYK becomes sRGB, and transparency stays', async () => {
    const orange = { r: 200, g: 90, b: 20 }
    const cmyk = await sharp({ create: { width: 20, height: 20, channels: 3, background: orange } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    const { data, info } = await sharp((await reencode(cmyk)).bytes)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(3)
    expect(Math.abs((data[0] ?? 0) - 200)).toBeLessThan(60)

    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: { ...orange, alpha: 0.5 } } })
      .png()
      .toBuffer()
    const image = await reencode(clear)
    expect(image.type).toBe('image/png')
    expect((await sharp(image.bytes).metadata()).hasAlpha).toBe(true)
  })

  test('of an animation is its first frame', async () => {
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const animated = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, lossless: true })
      .toBuffer()
    const image = await reencode(animated)
    const { data } = await sharp(image.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(200)
    expect(data[2]).toBeLessThan(60)
    expect((await sharp(image.bytes).metadata()).pages).toBeUndefined()
  })

  test('takes no more bytes than may be sent again, however little of it that leaves', async () => {
    const drawing = await noise(200, 200).png().toBuffer()
    const sizes = []
    for (const most of [1_000_000, 40_000, 24_000]) {
      const { bytes, type } = await createImageReencoder(most)(drawing)
      expect(bytes.byteLength).toBeLessThanOrEqual(most)
      sizes.push([type, bytes.byteLength])
    }
    expect(sizes.map(([type]) => type)).toEqual(['image/png', 'image/webp', 'image/webp'])
    expect(Number(sizes[2]?.[1])).toBeLessThan(Number(sizes[1]?.[1]))
    await expect(createImageReencoder(1_000)(drawing)).rejects.toMatchObject({ code: 'picture_too_big' })
  })

  test('has one time for all attempts, and none that is the same as the one before', async () => {
    const picture = noise(200, 200)
    /** How often the time is asked, when each time so many seconds have passed; once before the attempts. */
    const attempts = async (sent: Uint8Array, seconds: number) => {
      let asked = 0
      const late = createImageReencoder(100, () => asked++ * seconds * 1_000)
      await expect(late(sent)).rejects.toMatchObject({ code: 'picture_too_big' })
      return asked - 1
    }
    expect(await attempts(await picture.png().toBuffer(), 0)).toBe(4)
    expect(await attempts(await picture.webp().toBuffer(), 0)).toBe(3)
    // The third is not begun.
    expect(await attempts(await picture.png().toBuffer(), 6)).toBe(3)
  })

  test('is the same bytes each time, and a drawing keeps every pixel', async () => {
    const drawing = await noise(64, 64).png().toBuffer()
    const [first, second] = await Promise.all([reencode(drawing), reencode(drawing)])
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
    const pixels = async (bytes: Uint8Array) => await sharp(bytes).raw().toBuffer()
    expect((await pixels(first.bytes)).equals(await pixels(drawing))).toBe(true)
  })
})

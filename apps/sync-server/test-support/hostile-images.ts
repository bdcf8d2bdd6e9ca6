import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { PNG_SIGNATURE, pngChunk } from './picture-file.ts'

/** A file that somebody might send as a picture; `safe` when its pixels may be kept, else it has to be refused. */
export type HostileImage = { name: string; bytes: Uint8Array; safe: boolean }

/** Words that no stored picture may hold: the scripts, addresses and places of the files below. */
export const PLANTED = [
  '<script',
  'onload',
  'javascript:',
  'evil.example',
  'PLANTED',
  '<?php',
  'PK\u0003\u0004',
  '<svg',
]

const text = (words: string): Buffer => Buffer.from(words, 'latin1')
const HTML = text('<html><body><script>window.__x=1//PLANTED</script><img src=x onload=alert(1)></body></html>')

/** A PNG that says it is so large; `rows` of it are there. */
function pngOf(width: number, height: number, rows: number, extra: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))))
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', head),
    ...extra,
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A GIF of so many frames, which say that they are so large. */
function gifOf(frames: number, side = 1): Buffer {
  const screen = Buffer.alloc(7)
  screen.writeUInt16LE(side, 0)
  screen.writeUInt16LE(side, 2)
  screen.set([0x80, 0, 0], 4)
  const frame = Buffer.from('21f90401000000002c00000000010001000002024c0100', 'hex')
  frame.writeUInt16LE(side, 13)
  frame.writeUInt16LE(side, 15)
  const palette = Buffer.from('ff00000000ff', 'hex')
  return Buffer.concat([text('GIF89a'), screen, palette, ...Array<Buffer>(frames).fill(frame), text(';')])
}

const plain = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 200, g: 90, b: 20 } } })

/** A JPEG that says where it was taken, turned by EXIF, with a comment and a profile. */
export async function photographWithPlace(): Promise<Buffer> {
  return await plain()
    .withExif({
      IFD0: { Copyright: 'PLANTED', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 40/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '12/1 34/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** Files of the classes that SEC-41 and SEC-47 name, made anew at each run. */
export async function hostileImages(): Promise<HostileImage[]> {
  const png = await plain().png().toBuffer()
  const jpeg = await plain().jpeg().toBuffer()
  const webp = await plain().webp().toBuffer()
  const gif = gifOf(3)
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="window.__x=1"><script>1</script></svg>')
  const tiff = await plain().tiff().toBuffer()
  const safe = (name: string, ...parts: Buffer[]) => ({ name, bytes: new Uint8Array(Buffer.concat(parts)), safe: true })
  const bad = (name: string, ...parts: Buffer[]) => ({ ...safe(name, ...parts), safe: false })
  return [
    safe('PNG with HTML behind its end', png, HTML),
    safe('PNG with HTML in a text chunk', pngOf(8, 8, 8, [pngChunk('tEXt', Buffer.concat([text('c\0'), HTML]))])),
    safe(
      'PNG with a compressed text of 20 MB',
      pngOf(8, 8, 8, [pngChunk('zTXt', Buffer.concat([text('c\0\0'), deflateSync(Buffer.alloc(20_000_000))]))]),
    ),
    safe('PNG with SVG behind its end', png, svg),
    safe('PNG with a ZIP behind its end', png, text('PK\u0003\u0004evil.example')),
    safe('JPEG with HTML behind its end', jpeg, HTML),
    safe(
      'JPEG with PHP in a comment',
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 26]),
      text('<?php system("PLANTED");?>'.slice(0, 24)),
      jpeg.subarray(2),
    ),
    safe('JPEG with place and owner', await photographWithPlace()),
    safe('JPEG in CMYK', await plain().toColourspace('cmyk').jpeg().toBuffer()),
    safe(
      'JPEG with a thumbnail of HTML in EXIF',
      await plain()
        .withExif({ IFD0: { ImageDescription: HTML.toString() } })
        .jpeg()
        .toBuffer(),
    ),
    safe(
      'WebP with XMP that runs',
      await plain()
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><script>PLANTED</script></x:xmpmeta>')
        .webp()
        .toBuffer(),
    ),
    safe('WebP with HTML behind its end', webp, HTML),
    safe('GIF with script behind its end', gif, text('/*PLANTED*/;alert(1)')),
    safe(
      'GIF that is script too',
      text('GIF89a'),
      Buffer.from('010001008000002f2a0000002f2a', 'hex').subarray(0, 7),
      gif.subarray(13),
    ),
    safe('GIF of 100 frames', gifOf(100)),
    bad('GIF of 10,000 frames', gifOf(10_000)),
    bad('GIF of 65,535 by 65,535', gifOf(1, 65_535)),
    bad('PNG of 65,500 by 65,500, some rows there', pngOf(65_500, 65_500, 10)),
    bad('PNG of 65,500 by 65,500 in full', pngOf(65_500, 65_500, 2_000)),
    bad('PNG of 9,000 by 10', pngOf(9_000, 10, 10)),
    bad('PNG of 8,000 by 8,000', pngOf(8_000, 8_000, 8_000)),
    bad('PNG that says 0 by 0', pngOf(0, 0, 0)),
    bad('PNG with a wrong checksum in its head', PNG_SIGNATURE, pngChunk('IHDR', Buffer.alloc(13, 255)).fill(0, 20)),
    bad('PNG, first half', (await noise(400, 400).png().toBuffer()).subarray(0, 120_000)),
    bad('JPEG, first half', (await noise(400, 400).jpeg().toBuffer()).subarray(0, 30_000)),
    bad('HTML called PNG', HTML),
    bad('PNG signature and HTML', PNG_SIGNATURE, HTML),
    bad('SVG with script', svg),
    bad(
      'SVG that loads',
      text('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/x.png"/></svg>'),
    ),
    bad(
      'SVG with entities',
      text(
        '<!DOCTYPE x [<!ENTITY a "PLANTED"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
      ),
    ),
    bad('PDF', text('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj')),
    bad('TIFF', tiff),
    bad(
      'script for ImageMagick',
      text('push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 "http://evil.example/"\npop'),
    ),
    bad('nothing', Buffer.alloc(0)),
    bad('one byte', Buffer.from([0xff])),
    bad('a megabyte of zeros', Buffer.alloc(1_000_000)),
  ]
}

/** Pixels that do not compress. */
export function noise(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
}

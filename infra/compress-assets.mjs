import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.wasm', '.txt', '.map'])
/** Smaller files fit into one packet anyway. */
const smallest = 1024
/** 11 would save 4 % more of a large script and take ten times as long at every first start. */
const quality = 9

/**
 * Writes `.br` and `.gz` beside every file that shrinks, so that the server need not compress.
 * @param {string} folder
 * @returns {Promise<{ files: number, bytes: number, brotli: number }>} of scripts, styles and pages
 */
export async function compressAssets(folder) {
  const sum = { files: 0, bytes: 0, brotli: 0 }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    paths.map(async (path) => {
      if (!compressible.has(extname(path))) return
      const bytes = await readFile(path)
      if (bytes.length < smallest) return
      const [br, gz] = await Promise.all([
        toBrotli(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
        toGzip(bytes, { level: 9 }),
      ])
      if (br.length < bytes.length) await writeFile(`${path}.br`, br)
      if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz)
      if (['.js', '.css', '.html'].includes(extname(path))) {
        sum.files += 1
        sum.bytes += bytes.length
        sum.brotli += Math.min(br.length, bytes.length)
      }
    }),
  )
  return sum
}

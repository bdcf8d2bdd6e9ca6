import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What every page of a reader brings along. */
export type ReaderFiles = {
  /** The style sheet that stands in the page. */
  style: string
  /** What the page's policy calls it. */
  styleHash: string
  script: string
  /** Below `/s/`, by its content: it never changes. */
  scriptPath: string
  /** Names the state of all of them. */
  version: string
}

const FONT = /^schibsted-grotesk-latin-wght-normal-[\w-]+\.woff2$/u
/** The characters that the file has; others must not be looked for in it. */
const FONT_RANGE = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2212'

/** Beside this file, and beside the bundle, where the build copies it. */
const FOLDER = fileURLToPath(new URL('./page-files', import.meta.url))
const readFile = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
/** All style sheets, in the order of their names. */
const readStyles = (): string =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map(readFile)
    .join('')

const hashOf = (text: string, encoding: 'base64' | 'base64url') => createHash('sha256').update(text).digest(encoding)

/** The product's typeface as the web build has it; without a build the system's has to do. */
function fontRule(webRoot: string): string {
  let name: string | undefined
  try {
    name = readdirSync(`${webRoot}/assets`).find((file) => FONT.test(file))
  } catch {
    return ''
  }
  if (name === undefined) return ''
  return `@font-face{font-family:"Schibsted Grotesk Variable";src:url("/assets/${name}") format("woff2");font-weight:400 900;font-display:swap;unicode-range:${FONT_RANGE}}\n`
}

/** Comments and indentation are for those who write it. */
const withoutSpace = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/\s*\n\s*/gu, '\n')
    .trim()

/** Reads what lies beside this file, bundled or not. Once, when the server starts. */
export function loadReaderFiles(webRoot: string): ReaderFiles {
  const style = fontRule(webRoot) + withoutSpace(readStyles())
  const script = readFile('picture-zoom.js')
  return {
    style,
    styleHash: `'sha256-${hashOf(style, 'base64')}'`,
    script,
    scriptPath: `/s/files/picture-zoom-${hashOf(script, 'base64url').slice(0, 12)}.js`,
    version: hashOf(style + script, 'base64url').slice(0, 12),
  }
}

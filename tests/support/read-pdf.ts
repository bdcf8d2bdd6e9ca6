/** What a reader of PDF files finds in one. */
export type ReadPdf = {
  title: string | undefined
  language: string | undefined
  outline: string[]
  /** `words` are runs of letters with the size of their type and where they begin, in points. */
  pages: {
    width: number
    height: number
    text: string
    words: { text: string; size: number; x: number }[]
    roles: string[]
  }[]
}

type StructNode = { role?: string; children?: StructNode[] }

/** Opens a PDF as Firefox would and reads its words; nothing is drawn. Sizes are in points. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  // The library's drawing half asks for these when it is loaded; Node has none, and none is used.
  const stand = class {}
  Object.assign(globalThis, { DOMMatrix: stand, ImageData: stand, Path2D: stand })
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(file), verbosity: VerbosityLevel.ERRORS, useSystemFonts: true })
  try {
    const document = await task.promise
    const info = (await document.getMetadata()).info as { Title?: string; Language?: string }
    const outline = (await document.getOutline()) ?? []
    const pages: ReadPdf['pages'] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      const words = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , c = 0, d = 0, x = 0] = item.transform as number[]
        return [{ text: item.str, size: Math.hypot(c, d), x }]
      })
      const tree = (await page.getStructTree()) as StructNode | null
      const roles = tree === null ? [] : rolesOf(tree)
      pages.push({ width: right - left, height: top - bottom, text, words, roles })
    }
    return { title: info.Title, language: info.Language, outline: outline.map(({ title }) => title), pages }
  } finally {
    await task.destroy()
  }
}

const rolesOf = ({ role, children = [] }: StructNode): string[] =>
  role === undefined ? [] : [role, ...children.flatMap(rolesOf)]

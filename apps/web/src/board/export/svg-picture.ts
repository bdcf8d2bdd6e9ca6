import type { Editor } from '@tldraw/tldraw'
import { drawPieces } from './board-drawing.ts'
import type { ExportPart } from './export-parts.ts'
import type { ExportWork } from './export-work.ts'

const SVG = 'http://www.w3.org/2000/svg'

export type PictureLook = {
  /** What the picture is called by those who hear it. */
  title: string
  /** Without white paper behind it. */
  transparent: boolean
  /** Px of pictures on the board, for each px of the board. */
  ratio: number
}

/** A part as one SVG document that holds all it needs: typefaces and pictures in it, no address, no script. */
export async function svgPicture(
  editor: Editor,
  part: ExportPart,
  look: PictureLook,
  work: ExportWork,
): Promise<string> {
  let whole: SVGSVGElement | undefined
  const styles = new Set<string>()
  await drawPieces(editor, part, { ratio: look.ratio, selfContained: true }, work, (drawn) => {
    const svg = drawn.cloneNode(true) as SVGSVGElement
    // Every piece brings its typefaces.
    for (const style of svg.querySelectorAll('style')) {
      const text = style.textContent ?? ''
      if (styles.has(text)) style.remove()
      styles.add(text)
    }
    if (whole === undefined) whole = svg
    else whole.append(...svg.children)
  })
  const svg = whole ?? document.createElementNS(SVG, 'svg')
  dress(svg, part, look)
  return new XMLSerializer().serializeToString(svg)
}

function dress(svg: SVGSVGElement, { bounds }: ExportPart, { title, transparent }: PictureLook): void {
  sealOff(svg)
  svg.removeAttribute('class')
  svg.removeAttribute('style')
  svg.setAttribute('role', 'img')
  svg.setAttribute('viewBox', `${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`)
  if (!transparent) {
    const paper = document.createElementNS(SVG, 'rect')
    const box = { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h, fill: '#ffffff' }
    for (const [name, value] of Object.entries(box)) paper.setAttribute(name, String(value))
    svg.prepend(paper)
  }
  const name = document.createElementNS(SVG, 'title')
  name.textContent = title
  svg.prepend(name)
}

/** Nothing that is fetched, followed or run: only what lies in the file itself is named. */
function sealOff(svg: SVGSVGElement): void {
  for (const element of svg.querySelectorAll('script, iframe, object, embed')) element.remove()
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const address = /^(xlink:)?(href|src|srcset|action|poster)$/i.test(name)
      const own = value.startsWith('#') || /^data:image\/(png|jpeg|gif|webp);base64,/.test(value)
      if (/^on/i.test(name) || (address && !own)) element.removeAttribute(name)
    }
  }
}

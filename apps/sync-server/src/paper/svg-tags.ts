/** An element of an SVG, and what is in it; texts are children without a name. */
export type SvgTag = { name: string; attributes: Readonly<Record<string, string>>; children: (SvgTag | string)[] }
export type Svg = { view: { x: number; y: number; w: number; h: number } } & Pick<SvgTag, 'attributes' | 'children'>

const TOKEN = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gu
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name) => ENTITIES[name] ?? '')

/** Reads an SVG as `renderBoardPicture` writes them, and no other. @throws for anything else */
export function readSvg(source: string): Svg {
  const root: SvgTag = { name: '', attributes: {}, children: [] }
  const open = [root]
  let read = 0
  for (const found of source.matchAll(TOKEN)) {
    const [whole, end, name = '', attributes = '', empty, text] = found
    if (found.index !== read) throw new Error('this is none of our pictures')
    read += whole.length
    const inside = open.at(-1) ?? root
    if (text !== undefined) inside.children.push(plain(text))
    else if (end === '/') {
      if (open.pop()?.name !== name) throw new Error('this is none of our pictures')
    } else {
      const tag: SvgTag = { name, attributes: attributesOf(attributes), children: [] }
      inside.children.push(tag)
      if (empty !== '/') open.push(tag)
    }
  }
  const [svg] = root.children
  if (read !== source.length || open.length !== 1 || typeof svg !== 'object' || svg.name !== 'svg') {
    throw new Error('this is none of our pictures')
  }
  const [x = 0, y = 0, w = 0, h = 0] = (svg.attributes.viewBox ?? '').split(' ').map(Number)
  if (!(w > 0 && h > 0)) throw new Error('a picture without a size')
  return { view: { x, y, w, h }, attributes: svg.attributes, children: svg.children }
}

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of written.matchAll(/([\w:-]+)="([^"]*)"/gu)) attributes[name] = plain(value)
  return attributes
}

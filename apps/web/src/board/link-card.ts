import type { RichText } from '@samtavle/shared/rich-text-doc'
import { createShapeId, type Editor, type TLRichText, type VecLike } from '@tldraw/tldraw'

const ADDRESS_MAX = 2_000
const SHOWN_MAX = 70
const WIDTH = 320
const HEIGHT = 96

/** An address that leads to a page; undefined for one that runs, carries its own content or is none at all. */
export function pageAddress(text: string): URL | undefined {
  const words = text.trim()
  if (words.length > ADDRESS_MAX || !/^https?:\/\//i.test(words) || /[\p{Cc}\s]/u.test(words)) return undefined
  try {
    const url = new URL(words)
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : undefined
  } catch {
    return undefined
  }
}

/** What a link card says: the site, and the address behind it. Everything is read off the address; nobody is asked. */
export function linkCardText(url: URL): { site: string; shown: string; href: string } {
  const site = url.host.replace(/^www\./, '')
  // A name before the host is there to look like another one.
  const path = readable(url.pathname + url.search)
  const whole = path === '/' ? site : site + path
  const letters = [...whole]
  const shown = letters.length > SHOWN_MAX ? `${letters.slice(0, SHOWN_MAX - 1).join('')}…` : whole
  return { site, shown, href: url.href }
}

/** `%C3%B8` as people write it, where that is letters and figures. */
function readable(path: string): string {
  try {
    const words = decodeURIComponent(path)
    return /[\p{C}\p{Z}]/u.test(words) ? path : words
  } catch {
    return path
  }
}

/** Puts a link card on the board: a plain rectangle with words that lead to the page. One undo takes it back. */
export function writeLinkCard(editor: Editor, url: URL, point: VecLike | undefined): void {
  const { x, y } = point ?? editor.getViewportPageBounds().center
  const id = createShapeId()
  editor.markHistoryStoppingPoint('paste link')
  editor.run(() => {
    editor.createShape({
      id,
      type: 'geo',
      x: x - WIDTH / 2,
      y: y - HEIGHT / 2,
      props: {
        geo: 'rectangle',
        w: WIDTH,
        h: HEIGHT,
        color: 'grey',
        labelColor: 'black',
        fill: 'semi',
        dash: 'solid',
        size: 's',
        font: 'sans',
        align: 'start',
        verticalAlign: 'middle',
        richText: cardText(url) as unknown as TLRichText,
      },
    })
    editor.select(id)
  })
  editor.markHistoryStoppingPoint('link pasted')
}

function cardText(url: URL): RichText {
  const { site, shown, href } = linkCardText(url)
  const line = (text: string, mark: { type: string; attrs?: Record<string, unknown> }) => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks: [mark] }],
  })
  return { type: 'doc', content: [line(site, { type: 'bold' }), line(shown, { type: 'link', attrs: { href } })] }
}

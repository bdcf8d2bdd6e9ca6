import type { RichText } from '@samtavle/shared/rich-text-doc'
import { createShapeId, type Editor, type TLRichText, type VecLike } from '@tldraw/tldraw'
import { linkCardText } from './link-address.ts'

const WIDTH = 320
const HEIGHT = 96

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

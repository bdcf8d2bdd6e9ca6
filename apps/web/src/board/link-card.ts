import { createShapeId, type Editor, type TLRichText, type VecLike } from '@tldraw/tldraw'
import { LINK_CARD, linkCardProps } from '../link-card-props.ts'

/** Puts a link card on the board. One undo takes it back. */
export function writeLinkCard(editor: Editor, url: URL, point: VecLike | undefined): void {
  const { x, y } = point ?? editor.getViewportPageBounds().center
  const id = createShapeId()
  const { richText, ...props } = linkCardProps(url)
  editor.markHistoryStoppingPoint('paste link')
  editor.run(() => {
    editor.createShape({
      id,
      type: 'geo',
      x: x - LINK_CARD.w / 2,
      y: y - LINK_CARD.h / 2,
      props: { ...props, richText: richText as unknown as TLRichText },
    })
    editor.select(id)
  })
  editor.markHistoryStoppingPoint('link pasted')
}

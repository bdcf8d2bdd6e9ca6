import type { CardKind } from '@samtavle/shared/card-kinds'
import { cardLayout } from '@samtavle/shared/card-layout'
import { CARD_SIZE, CARD_TYPE } from '@samtavle/shared/card-shape'
import type { Locale } from '@samtavle/shared/locale'
import { createShapeId, type Editor } from '@tldraw/tldraw'
import { roomOn } from '../draft-notes.ts'
import { isSection } from '../section-place.ts'
import type { CardShape } from '../shapes/card-util.tsx'
import { freePlace } from './free-place.ts'

/**
 * Puts an empty card right of what lies on the board and shows it, selected: Enter opens it. One undo takes it back.
 * @param locale of the board's content
 * @returns false when it could not be written: there is no room, or the right to write is gone
 */
export async function insertCard(editor: Editor, kind: CardKind, locale: Locale): Promise<boolean> {
  const { newCard } = await import('@samtavle/shared/card-kinds')
  if (editor.getIsReadonly() || roomOn(editor) < 1) return false
  const props = newCard(kind, locale, { ...CARD_SIZE, framed: true })
  const parentId = editor.getCurrentPageId()
  const onPage = editor.getCurrentPageShapes().filter((shape) => shape.parentId === parentId)
  const boxOf = (id: (typeof onPage)[number]['id']) => editor.getShapePageBounds(id) ?? []
  const place = freePlace(
    onPage.flatMap(({ id }) => boxOf(id)),
    onPage.filter(isSection).flatMap(({ id }) => boxOf(id)),
    { w: props.w, h: cardLayout(props).h },
  )
  if (place === undefined) return false
  const id = createShapeId()
  editor.markHistoryStoppingPoint('insert a card')
  editor.run(() => {
    editor.createShape<CardShape>({ id, type: CARD_TYPE, parentId, ...place, props })
    if (!editor.isIn('select.idle')) editor.setCurrentTool('select')
    editor.select(id)
  })
  editor.markHistoryStoppingPoint('card inserted')
  editor.zoomToSelection({ animation: { duration: editor.user.getAnimationSpeed() > 0 ? 200 : 0 } })
  editor.getContainer().focus()
  return true
}

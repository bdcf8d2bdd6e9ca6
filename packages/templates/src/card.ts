import type { BoardMeta } from '@samtavle/shared/board-meta'
import { type CardKind, newCard } from '@samtavle/shared/card-kinds'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import type { Drawing } from './drawing.ts'
import type { Locale, NewNote, Rect } from './template.ts'

/** A card as large as its place in a section. An example fills its fields, one part after the other. */
export function addCard(
  drawing: Drawing,
  kind: CardKind,
  zone: Rect & { parent: string; locale: Locale; meta: BoardMeta; example: NewNote | undefined },
): void {
  const { parent, locale, example, x, y, w, h } = zone
  const empty = newCard(kind, locale, { w, h, framed: false })
  const meta: BoardMeta = { ...zone.meta, part: 'card' }
  if (!example) {
    drawing.add({ type: CARD_TYPE, parent, x, y, props: { ...empty }, meta })
    return
  }
  const parts = example.text[locale].split(' · ')
  const texts = Object.fromEntries(parts.map((text, i) => [`text${i + 1}`, text]))
  const cleared = Object.fromEntries(Object.keys(texts).map((key) => [key, '']))
  const mark: BoardMeta = { role: example.role, example: true, whenCleared: { props: cleared } }
  drawing.add({ type: CARD_TYPE, parent, x, y, props: { ...empty, ...texts }, meta: { ...meta, ...mark } })
}

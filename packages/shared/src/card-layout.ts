import { type CardProps, fieldText, pickedOption } from './card-shape.ts'
import { textHeight, wrapText } from './text-measure.ts'

/**
 * Where everything on a card stands, reckoned from its words alone: the same on the canvas, in files and in pictures
 * that the server draws. In px from the card's corner.
 */
export type CardPlace = { x: number; y: number; w: number; h: number }
export type CardText = { lines: readonly string[]; size: number; x: number; y: number; w: number }
export type FieldPlace = { label: CardText; box: CardPlace; text: CardText; isEmpty: boolean }
export type PickPlace = { label: CardText; box: CardPlace; text: CardText }
export type CardLayout = { h: number; picks: readonly PickPlace[]; fields: readonly FieldPlace[] }

/** Of names and, as long as there is room, of what is written; smaller when it would not fit on its sheet. */
export const CARD_TEXT_SIZE = 22
const SIZES = [CARD_TEXT_SIZE, 20, 18, 16] as const
const FRAME_PADDING = 24
const BOX_PADDING = 12
const GAP = 14
const BELOW_NAME = 6
/** What is divided among the fields does not add up to the last bit. */
const ROUNDING = 0.01
/** A pick: its name beside it, if both fit. */
const PICK_NAME_SHARE = 0.35

/** @param nothing what stands in place of a pick that nobody has picked */
export function cardLayout(props: CardProps, nothing = '–'): CardLayout {
  let layout = laidOut(props, CARD_TEXT_SIZE, nothing)
  // A card of its own grows. One on the sheet of a section would be cut off by it.
  if (props.framed) return layout
  for (const size of SIZES) {
    layout = laidOut(props, size, nothing)
    if (layout.h <= props.h) return layout
  }
  return layout
}

function laidOut(props: CardProps, size: number, nothing: string): CardLayout {
  const padding = props.framed ? FRAME_PADDING : 0
  const w = Math.max(40, props.w - 2 * padding)
  let y = padding
  const picks = props.picks.map(({ label }, i): PickPlace => {
    const place = pickAt({ label, text: pickedOption(props, i)?.label ?? nothing, x: padding, y, w })
    y = place.box.y + place.box.h + GAP
    return place
  })
  const inner = w - 2 * BOX_PADDING
  const needs = props.fields.map((field, i) => {
    const written = fieldText(props, i)
    const name = textHeight(field.label, CARD_TEXT_SIZE, w, 'bold') + BELOW_NAME
    const text = written === '' ? field.hint : written
    return { field, text, isEmpty: written === '', name, box: textHeight(text, size, inner) + 2 * BOX_PADDING }
  })
  const needed = needs.reduce((sum, { name, box }) => sum + name + box + GAP, -GAP)
  const spare = Math.max(0, props.h - padding - y - needed)
  const share = needs.length === 0 ? 0 : spare / needs.length
  const fields = needs.map(({ field, text, isEmpty, name, box }): FieldPlace => {
    const label = textAt(field.label, CARD_TEXT_SIZE, { x: padding, y, w }, 'bold')
    const place = { x: padding, y: Math.round(y + name), w, h: Math.floor(box + share) }
    y += name + box + share + GAP
    const at = { x: place.x + BOX_PADDING, y: place.y + BOX_PADDING, w: inner }
    return { label, box: place, text: textAt(text, size, at), isEmpty }
  })
  const end = fields.length > 0 || picks.length > 0 ? y - GAP : y
  return { h: Math.max(props.h, Math.ceil(end + padding - ROUNDING)), picks, fields }
}

function pickAt(pick: { label: string; text: string; x: number; y: number; w: number }): PickPlace {
  const { label, text, x, y, w } = pick
  const named = Math.round(w * PICK_NAME_SHARE)
  const inner = w - named - 2 * BOX_PADDING
  const h = Math.max(
    textHeight(label, CARD_TEXT_SIZE, named - BOX_PADDING, 'bold') + BOX_PADDING,
    textHeight(text, CARD_TEXT_SIZE, inner) + BOX_PADDING,
  )
  const words = y + BOX_PADDING / 2
  return {
    label: textAt(label, CARD_TEXT_SIZE, { x, y: words, w: named - BOX_PADDING }, 'bold'),
    box: { x: x + named, y, w: w - named, h: Math.ceil(h) },
    text: textAt(text, CARD_TEXT_SIZE, { x: x + named + BOX_PADDING, y: words, w: inner }),
  }
}

function textAt(
  text: string,
  size: number,
  at: { x: number; y: number; w: number },
  weight: 'medium' | 'bold' = 'medium',
): CardText {
  return { ...at, size, lines: wrapText(text, size, at.w, weight) }
}

import type { BoardRecord } from './board-doc.ts'
import type { BoardMeta } from './board-meta.ts'
import { OF_SIGNS, ON_NOTES } from './letter-measure.ts'
import { isNoteRole, NOTE_ROLE_LOOK, type NoteRole, roleOfColour } from './note-role.ts'
import { exampleWord } from './note-words.ts'
import { dashColour, inkColour, type NoteLook, noteLook, type Theme } from './palette.ts'
import { boxOf, LABEL_PADDING, labelSizeOf, scaleOf } from './picture-geometry.ts'
import { alignOf, alongOf, edgeMark } from './picture-label.ts'
import type { Pen } from './picture-pen.ts'
import { numberOf, textOf } from './picture-scene.ts'
import { rectangleTag, round } from './picture-text.ts'
import { drawLines, drawWords, familyOf, setRichText } from './picture-words.ts'
import { LINE_HEIGHT } from './text-measure.ts'

/** A note as the board draws it: paper with an edge, its words, its role at the foot, and dashes around an example. */
const EDGE = 2
const FOOT = { size: 15, signSize: 18, lineHeight: 18, fromBottom: 12 } as const
const EXAMPLE = { inset: 4, bottom: 6, line: 1.5, size: 13, top: -3, right: 10, padding: 4 } as const
const SHADOW: Readonly<Record<Theme, string>> = { light: '#10201F" fill-opacity="0.1', dark: '#000" fill-opacity="0.4' }

export function drawNote(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const look = noteLook(pen.theme, textOf(props.color))
  const { w, h } = boxOf(record, 0)
  const scale = scaleOf(props)
  const edge = EDGE * scale
  const parts = [
    rectangleTag(2 * scale, 2 * scale, w - 4 * scale, h, `rx="3" fill="${SHADOW[pen.theme]}"`),
    rectangleTag(0, 0, w, h, `rx="2" fill="${look.fill}"`),
    rectangleTag(0, h - edge, w, edge, `fill="${look.edge}"`),
    wordsOf(record, look, { w, h: h - edge }, pen),
  ]
  if (meta.example === true) parts.push(dashes(look, { w, h: h - edge }, scale), exampleMark(look, w, scale, pen))
  const role = isNoteRole(meta.role) ? meta.role : roleOfColour(textOf(props.color))
  if (role) parts.push(footOf(role, look, { w, h: h - edge }, scale, pen))
  return parts.join('')
}

type Size = { w: number; h: number }

function wordsOf({ props = {} }: BoardRecord, look: NoteLook, { w, h }: Size, pen: Pen): string {
  const scale = scaleOf(props)
  const padding = LABEL_PADDING * scale
  const letters = {
    family: familyOf(props.font),
    weight: familyOf(props.font) === 'sans' ? ON_NOTES : 400,
    size: letterSize(props) * scale,
  }
  const room = w - 2 * padding
  const set = setRichText(props.richText, letters, Math.max(1, room), pen)
  if (set.lines.length === 0) return ''
  const y = alongOf(
    props.verticalAlign,
    padding,
    h - padding,
    Math.max(set.height, Math.floor(letters.size * LINE_HEIGHT)),
  )
  const colour = textOf(props.labelColor)
  const fill = colour === 'black' || colour === '' ? look.text : inkColour(pen.theme, colour)
  return drawWords(set, { x: padding, y, w: room, align: alignOf(props.align), fill }, letters, pen)
}

/** Smaller than its size says where the words would not fit otherwise. */
function letterSize(props: Record<string, unknown>): number {
  const adjusted = numberOf(props.fontSizeAdjustment, 0)
  return adjusted > 0 ? adjusted : labelSizeOf({ size: props.size })
}

function dashes(look: NoteLook, { w, h }: Size, scale: number): string {
  const line = EXAMPLE.line * scale
  const from = EXAMPLE.inset * scale + line / 2
  const set = `fill="none" stroke="${dashColour(look)}" stroke-width="${round(line)}" stroke-linecap="butt"`
  const pattern = `stroke-dasharray="${round(3 * line)} ${round(2 * line)}"`
  return rectangleTag(
    from,
    from,
    w - 2 * from,
    h - (EXAMPLE.inset + EXAMPLE.bottom) * scale - line,
    `${set} ${pattern}`,
  )
}

function exampleMark(look: NoteLook, w: number, scale: number, pen: Pen): string {
  if (pen.locale === undefined) return ''
  const place = { right: w - EXAMPLE.right * scale, top: EXAMPLE.top * scale, size: EXAMPLE.size * scale }
  return edgeMark(
    exampleWord(pen.locale),
    { ...place, padding: EXAMPLE.padding * scale, fill: look.fill, ink: look.text },
    pen,
  )
}

function footOf(role: NoteRole, look: NoteLook, { w, h }: Size, scale: number, pen: Pen): string {
  if (pen.locale === undefined) return ''
  const { name, sign } = NOTE_ROLE_LOOK[role]
  const padding = LABEL_PADDING * scale
  const top = h - (FOOT.fromBottom + FOOT.lineHeight) * scale
  // Both stand in a line of 18 px; ours are 1.35 times as high as the letters.
  const above = (size: number): number => top - ((LINE_HEIGHT * size - FOOT.lineHeight) * scale) / 2
  const set = { weight: OF_SIGNS, fill: look.text } as const
  const word = drawLines([name[pen.locale]], { ...set, x: padding, y: above(FOOT.size), size: FOOT.size * scale }, pen)
  if (sign === '') return word
  const place = { x: w - padding, y: above(FOOT.signSize), size: FOOT.signSize * scale, align: 'end' } as const
  return word + drawLines([sign], { ...set, ...place }, pen)
}

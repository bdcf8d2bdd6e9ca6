import { metaOf } from '@samtavle/shared/board-meta'
import type { Locale } from '@samtavle/shared/locale'
import { isNoteRole, NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import { noteLook, PALETTE, type Theme } from '@samtavle/shared/palette'
import type { TLGeoShape } from '@tldraw/tldraw'
import type { CSSProperties, ReactElement } from 'react'
import { exampleWord } from './note-words.ts'

/** Label size `s` in px, which the scale of a rectangle multiplies, and how large the mark is beside it. */
const LABEL = 18
const MARK_SHARE = 0.6
const FROM_RIGHT = 10
const ABOVE = 6

/** What a wide card is, as a note says it at its foot; fields and pieces have no role of their own. */
function roleOfCard(shape: TLGeoShape): NoteRole | undefined {
  const { role, part } = metaOf(shape)
  const { color, fill } = shape.props
  const isCard = part === undefined && fill === 'solid'
  return isCard && isNoteRole(role) && NOTE_ROLE_LOOK[role].colour === color ? role : undefined
}

/** The words for what a rectangle is beside its colour and its dashes: "Spørgsmål ?", "Eksempel". */
export function cardMarks(shape: TLGeoShape, locale: Locale): string[] {
  const role = roleOfCard(shape)
  const { name, sign } = role ? NOTE_ROLE_LOOK[role] : {}
  const words = [name && `${name[locale]} ${sign}`.trim(), metaOf(shape).example === true && exampleWord(locale)]
  return words.filter((word) => typeof word === 'string')
}

type Marked = { shape: TLGeoShape; locale: Locale; theme: Theme }

function lookOf(shape: TLGeoShape, theme: Theme): { fill: string; text: string } {
  if (shape.props.fill === 'solid') return noteLook(theme, shape.props.color)
  return { fill: PALETTE[theme].section, text: PALETTE[theme].text2 }
}

const sizeOf = ({ props }: TLGeoShape): number => Math.round(MARK_SHARE * LABEL * props.scale)

/** The mark on the upper edge of a rectangle, at the right. */
export function CardMark({ shape, locale, theme }: Marked): ReactElement | null {
  const marks = cardMarks(shape, locale)
  if (marks.length === 0) return null
  const { fill, text } = lookOf(shape, theme)
  const style: CSSProperties = {
    top: -ABOVE,
    right: FROM_RIGHT,
    fontSize: sizeOf(shape),
    background: fill,
    color: text,
  }
  return (
    <span className="board-card-mark" style={style} aria-hidden>
      {marks.join(' · ')}
    </span>
  )
}

/** The same as a drawing, in a picture that tldraw draws larger by the shape's scale. */
export function CardMarkDrawing({ shape, locale, theme }: Marked): ReactElement | null {
  const { w, scale } = shape.props
  const { fill, text } = lookOf(shape, theme)
  const size = sizeOf(shape)
  const font = { fontFamily: 'tldraw_sans, sans-serif', fontSize: size / scale, fontWeight: 600, fill: text }
  const at = { x: (w - FROM_RIGHT - 4) / scale, y: (size - ABOVE) / scale, textAnchor: 'end' } as const
  const rim = { stroke: fill, strokeWidth: 6 / scale, paintOrder: 'stroke' } as const
  const marks = cardMarks(shape, locale)
  return marks.length === 0 ? null : (
    <text {...at} {...font} {...rim}>
      {marks.join(' · ')}
    </text>
  )
}

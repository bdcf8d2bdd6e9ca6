import { CARD_MARK, cardMarkSize, cardMarks } from '@samtavle/shared/card-marks'
import type { Locale } from '@samtavle/shared/locale'
import { noteLook, PALETTE, type Theme } from '@samtavle/shared/palette'
import type { TLGeoShape } from '@tldraw/tldraw'
import type { CSSProperties, ReactElement } from 'react'

type Marked = { shape: TLGeoShape; locale: Locale; theme: Theme }

function lookOf(shape: TLGeoShape, theme: Theme): { fill: string; text: string } {
  if (shape.props.fill === 'solid') return noteLook(theme, shape.props.color)
  return { fill: PALETTE[theme].section, text: PALETTE[theme].text2 }
}

const sizeOf = ({ props }: TLGeoShape): number => cardMarkSize(props.scale)

/** The mark on the upper edge of a rectangle, at the right. */
export function CardMark({ shape, locale, theme }: Marked): ReactElement | null {
  const marks = cardMarks(shape, locale)
  if (marks.length === 0) return null
  const { fill, text } = lookOf(shape, theme)
  const style: CSSProperties = {
    top: -CARD_MARK.above,
    right: CARD_MARK.fromRight,
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
  const at = {
    x: (w - CARD_MARK.fromRight - CARD_MARK.padding) / scale,
    y: (size - CARD_MARK.above) / scale,
    textAnchor: 'end',
  } as const
  const rim = { stroke: fill, strokeWidth: 6 / scale, paintOrder: 'stroke' } as const
  const marks = cardMarks(shape, locale)
  return marks.length === 0 ? null : (
    <text {...at} {...font} {...rim}>
      {marks.join(' · ')}
    </text>
  )
}

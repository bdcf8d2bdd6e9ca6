import { metaOf } from '@samtavle/shared/board-meta'
import { cardMarks } from '@samtavle/shared/card-marks'
import { PALETTE } from '@samtavle/shared/palette'
import { GeoShapeUtil, type SvgExportContext, type TLGeoShape } from '@tldraw/tldraw'
import type { CSSProperties, ReactElement } from 'react'
import { CardMark, CardMarkDrawing } from './card-mark.tsx'
import { localeOf } from './shape-locale.ts'

/** tldraw's halo around words, in the colour of the page, which blurs them on a filling. */
const NO_HALO = { display: 'contents', '--tl-text-outline': 'none' } as CSSProperties

/**
 * The lanes of a template are hairlines and a shade of the canvas; everything else is tldraw's own rectangle, and says
 * which role it has and whether it is an example.
 */
export class StripeGeoUtil extends GeoShapeUtil {
  override component(shape: TLGeoShape): ReactElement {
    if (metaOf(shape).part !== 'stripe') return <OwnGeo util={this} shape={shape} />
    const { w, h, fill } = shape.props
    return <div className="board-stripe" data-filled={fill !== 'none'} style={{ width: w, height: h }} />
  }

  /** tldraw's own drawing; a component of its own, because it uses hooks that a stripe does not. */
  ownComponent(shape: TLGeoShape): ReactElement {
    const own = super.component(withReadableWords(shape))
    const theme = this.editor.user.getIsDarkMode() ? 'dark' : 'light'
    return (
      <>
        {shape.props.fill === 'solid' ? <div style={NO_HALO}>{own}</div> : own}
        <CardMark shape={shape} locale={localeOf(this.editor)} theme={theme} />
      </>
    )
  }

  override getAriaDescriptor(shape: TLGeoShape): string | undefined {
    const marks = cardMarks(shape, localeOf(this.editor))
    return marks.length === 0 ? undefined : [this.getText(shape), ...marks].filter(Boolean).join(', ')
  }

  override toSvg(shape: TLGeoShape, context: SvgExportContext): ReactElement {
    const theme = context.isDarkMode ? 'dark' : 'light'
    if (metaOf(shape).part !== 'stripe') {
      return (
        <>
          {super.toSvg(withReadableWords(shape), context)}
          <CardMarkDrawing shape={shape} locale={localeOf(this.editor)} theme={theme} />
        </>
      )
    }
    const palette = PALETTE[theme]
    const { w, h, fill, scale } = shape.props
    const look = { fill: fill === 'none' ? 'none' : palette.canvas, stroke: palette.line }
    // tldraw draws everything of a shape larger by its scale, yet width and height have it in them.
    return <rect width={w / scale} height={h / scale} strokeWidth={1 / scale} {...look} />
  }
}

/** Words on blue are white; tldraw writes them in the ink of the page, which is dark by day. */
function withReadableWords(shape: TLGeoShape): TLGeoShape {
  const { fill, color, labelColor } = shape.props
  if (fill !== 'solid' || color !== 'blue' || labelColor !== 'black') return shape
  return { ...shape, props: { ...shape.props, labelColor: 'white' } }
}

function OwnGeo({ util, shape }: { util: StripeGeoUtil; shape: TLGeoShape }) {
  return util.ownComponent(shape)
}

import { PALETTE } from '@samtavle/shared/palette'
import { GeoShapeUtil, type SvgExportContext, type TLGeoShape } from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { metaOf } from '../board-meta.ts'

/** The lanes of a template are hairlines and a shade of the canvas; everything else is tldraw's own rectangle. */
export class StripeGeoUtil extends GeoShapeUtil {
  override component(shape: TLGeoShape): ReactElement {
    if (metaOf(shape).part !== 'stripe') return <OwnGeo util={this} shape={shape} />
    const { w, h, fill } = shape.props
    return <div className="board-stripe" data-filled={fill !== 'none'} style={{ width: w, height: h }} />
  }

  /** tldraw's own drawing; a component of its own, because it uses hooks that a stripe does not. */
  ownComponent(shape: TLGeoShape): ReactElement {
    return super.component(shape)
  }

  override toSvg(shape: TLGeoShape, context: SvgExportContext): ReactElement {
    if (metaOf(shape).part !== 'stripe') return super.toSvg(shape, context)
    const palette = PALETTE[context.isDarkMode ? 'dark' : 'light']
    const { w, h, fill, scale } = shape.props
    const look = { fill: fill === 'none' ? 'none' : palette.canvas, stroke: palette.line }
    // tldraw draws everything of a shape larger by its scale, yet width and height have it in them.
    return <rect width={w / scale} height={h / scale} strokeWidth={1 / scale} {...look} />
  }
}

function OwnGeo({ util, shape }: { util: StripeGeoUtil; shape: TLGeoShape }) {
  return util.ownComponent(shape)
}

import { PALETTE } from '@samtavle/shared/palette'
import {
  FrameShapeUtil,
  type Geometry2d,
  Group2d,
  Rectangle2d,
  SVGContainer,
  type SvgExportContext,
  type TLClickEventInfo,
  type TLFrameShape,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { mayTouch } from '../background-lock.ts'
import { isSection } from '../section-place.ts'

/** A template's section is a quiet sheet: its heading stands on it as text, so the frame has no floating name. */
export class SectionFrameUtil extends FrameShapeUtil {
  override component(frame: TLFrameShape): ReactElement {
    return isSection(frame) ? <SectionSheet frame={frame} /> : <PlainFrame util={this} frame={frame} />
  }

  /** tldraw's own frame; a component of its own, because it uses hooks that a section does not. */
  plainComponent(frame: TLFrameShape): ReactElement {
    return super.component(frame)
  }

  override getGeometry(frame: TLFrameShape): Geometry2d {
    if (!isSection(frame)) return super.getGeometry(frame)
    // tldraw looks for a label among the parts of a frame; ours has none.
    const sheet = new Rectangle2d({ width: frame.props.w, height: frame.props.h, isFilled: false })
    return new Group2d({ children: [sheet] })
  }

  override toSvg(frame: TLFrameShape, context: SvgExportContext): ReactElement {
    if (!isSection(frame)) return super.toSvg(frame, context)
    const palette = PALETTE[context.isDarkMode ? 'dark' : 'light']
    const { w, h } = frame.props
    return <rect width={w} height={h} rx={4} fill={palette.section} stroke={palette.line} />
  }

  override canEdit(): boolean {
    return true
  }

  override hideResizeHandles(frame: TLFrameShape): boolean {
    return !mayTouch(this.editor, frame)
  }

  override hideRotateHandle(frame: TLFrameShape): boolean {
    return !mayTouch(this.editor, frame) || super.hideRotateHandle(frame)
  }

  override onDoubleClickEdge(
    frame: TLFrameShape,
    info: TLClickEventInfo,
  ): ReturnType<FrameShapeUtil['onDoubleClickEdge']> {
    return mayTouch(this.editor, frame) ? super.onDoubleClickEdge(frame, info) : undefined
  }

  override onDoubleClickCorner(frame: TLFrameShape): ReturnType<FrameShapeUtil['onDoubleClickCorner']> {
    return mayTouch(this.editor, frame) ? super.onDoubleClickCorner(frame) : { id: frame.id, type: frame.type }
  }
}

function PlainFrame({ util, frame }: { util: SectionFrameUtil; frame: TLFrameShape }) {
  return util.plainComponent(frame)
}

function SectionSheet({ frame }: { frame: TLFrameShape }) {
  const { w, h } = frame.props
  return (
    <SVGContainer>
      <rect className="board-section" width={w} height={h} rx={4} />
    </SVGContainer>
  )
}

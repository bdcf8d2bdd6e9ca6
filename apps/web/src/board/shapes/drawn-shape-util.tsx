import {
  DefaultFontFaces,
  ShapeUtil,
  SVGContainer,
  type SvgExportContext,
  type TLFontFace,
  type TLUnknownShape,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { type Drawn, drawnLook } from './drawn.ts'

/**
 * A shape of our own that is one drawing on the canvas and in pictures, in the type of the board. Enter or a
 * double-click opens it for the keyboard; it has no handle to turn it by.
 */
export abstract class DrawnShapeUtil<Shape extends TLUnknownShape> extends ShapeUtil<Shape> {
  protected abstract draw(shape: Shape, drawn: Drawn): ReactElement
  /** What lies over the drawing while I have the shape open; nothing otherwise. */
  protected abstract whenOpen(shape: Shape): ReactElement

  override canEdit(_shape: Shape): boolean {
    return true
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override getFontFaces(): TLFontFace[] {
    const { normal } = DefaultFontFaces.tldraw_sans
    return [normal.normal, normal.bold]
  }

  override component(shape: Shape): ReactElement {
    return (
      <>
        <SVGContainer>{this.draw(shape, drawnLook(this.editor, shape))}</SVGContainer>
        {this.whenOpen(shape)}
      </>
    )
  }

  override toSvg(shape: Shape, { isDarkMode }: SvgExportContext): ReactElement {
    return this.draw(shape, drawnLook(this.editor, shape, isDarkMode))
  }
}

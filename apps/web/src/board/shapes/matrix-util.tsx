import { MATRIX_SIDE, MATRIX_TYPE, type MatrixProps, matrixWords } from '@samtavle/shared/matrix-shape'
import {
  DefaultFontFaces,
  type Geometry2d,
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  SVGContainer,
  type SvgExportContext,
  type TLBaseShape,
  type TLFontFace,
  type TLResizeInfo,
  useEditor,
  useIsEditing,
  useValue,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { mayTouch } from '../background-lock.ts'
import { MatrixDrawing } from './matrix-drawing.tsx'
import { MatrixForm } from './matrix-form.tsx'

export type MatrixShape = TLBaseShape<typeof MATRIX_TYPE, MatrixProps>

const side = (length: number): number => Math.min(MATRIX_SIDE.most, Math.max(MATRIX_SIDE.least, length))

/** Two axes and four quadrants below the notes. Background: its names are changed while that is unlocked. */
export class MatrixUtil extends ShapeUtil<MatrixShape> {
  static override type = MATRIX_TYPE

  override getDefaultProps(): MatrixProps {
    const ends = { up: '', down: '', left: '', right: '' }
    const quadrants = { upLeft: '', upRight: '', downLeft: '', downRight: '' }
    return { w: 1200, h: 1200, name: '', ...ends, ...quadrants }
  }

  override getGeometry({ props }: MatrixShape): Geometry2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true })
  }

  override canEdit(shape: MatrixShape): boolean {
    return mayTouch(this.editor, shape)
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override onResize(shape: MatrixShape, info: TLResizeInfo<MatrixShape>): MatrixShape {
    const { scaleX, scaleY, initialShape, newPoint } = info
    const w = side(initialShape.props.w * Math.abs(scaleX))
    const h = side(initialShape.props.h * Math.abs(scaleY))
    return { ...shape, ...newPoint, props: { ...shape.props, w, h } }
  }

  override getText({ props }: MatrixShape): string {
    return matrixWords(props).join('\n')
  }

  override getAriaDescriptor({ props }: MatrixShape): string {
    return [props.name, ...matrixWords(props)].filter((words) => words !== '').join(', ')
  }

  override getFontFaces(): TLFontFace[] {
    const { normal } = DefaultFontFaces.tldraw_sans
    return [normal.normal, normal.bold]
  }

  override component(shape: MatrixShape): ReactElement {
    return <Matrix shape={shape} />
  }

  override indicator({ props }: MatrixShape): ReactElement {
    return <rect width={props.w} height={props.h} rx={6} />
  }

  override toSvg({ props }: MatrixShape, { isDarkMode }: SvgExportContext): ReactElement {
    return <MatrixDrawing props={props} theme={isDarkMode ? 'dark' : 'light'} />
  }
}

function Matrix({ shape }: { shape: MatrixShape }) {
  const editor = useEditor()
  const { id, type, props } = shape
  const isEditing = useIsEditing(id)
  const theme = useValue('theme', () => (editor.user.getIsDarkMode() ? 'dark' : 'light'), [editor])
  return (
    <>
      <SVGContainer>
        <MatrixDrawing props={props} theme={theme} />
      </SVGContainer>
      {isEditing && (
        <HTMLContainer className="board-card">
          <MatrixForm props={props} write={(next) => editor.updateShape<MatrixShape>({ id, type, props: next })} />
        </HTMLContainer>
      )}
    </>
  )
}

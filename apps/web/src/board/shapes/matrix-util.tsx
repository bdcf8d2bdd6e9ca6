import { MATRIX_SIDE, MATRIX_TYPE, type MatrixProps, matrixWords } from '@samtavle/shared/matrix-shape'
import {
  type Geometry2d,
  HTMLContainer,
  Rectangle2d,
  resizeBox,
  type TLBaseShape,
  type TLResizeInfo,
  useEditor,
  useIsEditing,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { mayTouch } from '../background-lock.ts'
import type { Drawn } from './drawn.ts'
import { DrawnShapeUtil } from './drawn-shape-util.tsx'
import { MatrixDrawing } from './matrix-drawing.tsx'
import { MatrixForm } from './matrix-form.tsx'

export type MatrixShape = TLBaseShape<typeof MATRIX_TYPE, MatrixProps>

/** Two axes and four quadrants below the notes. Background: its names are changed while that is unlocked. */
export class MatrixUtil extends DrawnShapeUtil<MatrixShape> {
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

  override onResize(shape: MatrixShape, info: TLResizeInfo<MatrixShape>): MatrixShape {
    const { least, most } = MATRIX_SIDE
    const limits = { minWidth: least, maxWidth: most, minHeight: least, maxHeight: most }
    const { x, y, props } = resizeBox(shape, info, limits)
    return { ...shape, x, y, props: { ...shape.props, w: props.w, h: props.h } }
  }

  override getText({ props }: MatrixShape): string {
    return matrixWords(props).join('\n')
  }

  override getAriaDescriptor({ props }: MatrixShape): string {
    return [props.name, ...matrixWords(props)].filter((words) => words !== '').join(', ')
  }

  protected override draw({ props }: MatrixShape, { theme }: Drawn): ReactElement {
    return <MatrixDrawing props={props} theme={theme} />
  }

  protected override whenOpen(shape: MatrixShape): ReactElement {
    return <OpenMatrix shape={shape} />
  }

  override indicator({ props }: MatrixShape): ReactElement {
    return <rect width={props.w} height={props.h} rx={6} />
  }
}

/** The names of a matrix as fields, while I have it open. */
function OpenMatrix({ shape: { id, type, props } }: { shape: MatrixShape }) {
  const editor = useEditor()
  if (!useIsEditing(id)) return null
  return (
    <HTMLContainer className="board-card">
      <MatrixForm props={props} write={(next) => editor.updateShape<MatrixShape>({ id, type, props: next })} />
    </HTMLContainer>
  )
}

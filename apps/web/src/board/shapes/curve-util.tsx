import { metaOf } from '@samtavle/shared/board-meta'
import { curvePath, curvePoints, pointNear, stepAt } from '@samtavle/shared/curve-layout'
import { CURVE_TYPE, type CurveColumn, type CurveProps, pointChange, spokenPoint } from '@samtavle/shared/curve-shape'
import { exampleWord } from '@samtavle/shared/note-words'
import { textOn } from '@samtavle/shared/shape-words'
import {
  Circle2d,
  CubicBezier2d,
  type Geometry2d,
  Group2d,
  HTMLContainer,
  Rectangle2d,
  type SvgExportContext,
  type TLBaseShape,
  type TLShapePartial,
  useEditor,
  useIsEditing,
  Vec,
  type VecLike,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { mayMove } from '../background-lock.ts'
import { CurveDrawing } from './curve-drawing.tsx'
import { CurveKeys } from './curve-keys.tsx'
import { type Drawn, drawnLook } from './drawn.ts'
import { DrawnShapeUtil } from './drawn-shape-util.tsx'
import { localeOf } from './shape-locale.ts'

export type CurveShape = TLBaseShape<typeof CURVE_TYPE, CurveProps>

/** Around a point, in px of the board: what a finger hits. */
const REACH = 26

/** A curve whose points are dragged up and down; Enter or a double-click opens it for the keyboard. */
export class CurveUtil extends DrawnShapeUtil<CurveShape> {
  static override type = CURVE_TYPE
  /** The phase whose point is dragged now, or was pressed to open the curve. */
  #grabbed: CurveColumn | undefined
  #pressed: string | undefined

  override getDefaultProps(): CurveProps {
    return { w: 720, h: 384, name: '', steps: [], columns: [] }
  }

  override getGeometry({ props }: CurveShape): Geometry2d {
    const points = curvePoints(props)
    if (points.length === 0) return new Rectangle2d({ width: props.w, height: props.h, isFilled: false })
    const circles = points.map(
      ({ x, y }) => new Circle2d({ x: x - REACH, y: y - REACH, radius: REACH, isFilled: true }),
    )
    const lines = points.flatMap((point, i) => {
      const next = points[i + 1]
      if (next === undefined || !point.isSet || !next.isSet) return []
      const middle = (point.x + next.x) / 2
      const [start, end] = [new Vec(point.x, point.y), new Vec(next.x, next.y)]
      return [new CubicBezier2d({ start, cp1: new Vec(middle, start.y), cp2: new Vec(middle, end.y), end })]
    })
    return new Group2d({ children: [...circles, ...lines] })
  }

  override canResize(): boolean {
    return false
  }

  override hideResizeHandles(): boolean {
    return true
  }

  override onDoubleClick(shape: CurveShape): undefined {
    this.#pressed = this.#near(shape, this.editor.inputs.currentPagePoint, shape.props.w)?.key
  }

  /** Said once. */
  takePressed(): string | undefined {
    const pressed = this.#pressed
    this.#pressed = undefined
    return pressed
  }

  override onTranslateStart(shape: CurveShape): undefined {
    const { isDragging, originPagePoint } = this.editor.inputs
    const isAlone = this.editor.getOnlySelectedShapeId() === shape.id
    this.#grabbed = isDragging && isAlone ? this.#near(shape, originPagePoint, 2 * REACH) : undefined
  }

  /** A dragged point goes up and down; the curve itself stays on its lane. */
  override onTranslate(initial: CurveShape): TLShapePartial<CurveShape> | undefined {
    const { id, type, x, y, props } = initial
    if (this.#grabbed === undefined) return mayMove(this.editor, initial) ? undefined : { id, type, x, y }
    const at = this.editor.getPointInShapeSpace({ ...initial, x, y }, this.editor.inputs.currentPagePoint)
    return { id, type, x, y, props: pointChange(props, this.#grabbed, stepAt(props, at.y)) }
  }

  #near(shape: CurveShape, at: VecLike, reach: number): CurveColumn | undefined {
    return pointNear(shape.props, this.editor.getPointInShapeSpace(shape, at), reach)?.column
  }

  override getText(shape: CurveShape): string {
    return textOn(shape)
  }

  override getAriaDescriptor(shape: CurveShape): string {
    const { props } = shape
    const locale = localeOf(this.editor)
    const points = props.columns.map((column) => `${column.label}: ${spokenPoint(props, column, locale)}`)
    const example = metaOf(shape).example === true ? exampleWord(locale) : ''
    return [props.name, ...points, example].filter((words) => words !== '').join('. ')
  }

  protected override draw({ props }: CurveShape, drawn: Drawn): ReactElement {
    return <CurveDrawing props={props} drawn={drawn} />
  }

  protected override whenOpen(shape: CurveShape): ReactElement {
    return <OpenCurve shape={shape} util={this} />
  }

  override indicator({ props }: CurveShape): ReactElement {
    return (
      <>
        <path d={curvePath(props)} />
        {curvePoints(props).map(({ column, x, y }) => (
          <circle key={column.key} cx={x} cy={y} r={20} />
        ))}
      </>
    )
  }

  override toSvg(shape: CurveShape, { isDarkMode }: SvgExportContext): ReactElement {
    return <CurveDrawing props={shape.props} drawn={drawnLook(this.editor, shape, isDarkMode)} hasWords />
  }
}

/** The points of a curve for the keyboard, while I have it open. */
function OpenCurve({ shape: { id, type, props }, util }: { shape: CurveShape; util: CurveUtil }) {
  const editor = useEditor()
  if (!useIsEditing(id)) return null
  return (
    <HTMLContainer className="board-curve">
      <CurveKeys
        props={props}
        takePressed={() => util.takePressed()}
        set={(change, isNewStep) => {
          if (isNewStep) editor.markHistoryStoppingPoint('set a point')
          editor.updateShape<CurveShape>({ id, type, props: change })
        }}
      />
    </HTMLContainer>
  )
}

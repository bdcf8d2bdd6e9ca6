import { metaOf } from '@samtavle/shared/board-meta'
import { choiceLayout } from '@samtavle/shared/choice-layout'
import {
  CHOICE_TYPE,
  CHOICE_WIDTH,
  type ChoiceProps,
  chosenWords,
  optionStates,
  stateWords,
  tickChange,
} from '@samtavle/shared/choice-shape'
import { exampleWord } from '@samtavle/shared/note-words'
import {
  type Geometry2d,
  HTMLContainer,
  Rectangle2d,
  type TLBaseShape,
  type TLResizeInfo,
  type TLShapePartial,
  useEditor,
  useIsEditing,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { ChoiceDrawing } from './choice-drawing.tsx'
import { ChoiceKeys } from './choice-keys.tsx'
import type { Drawn } from './drawn.ts'
import { DrawnShapeUtil } from './drawn-shape-util.tsx'
import { localeOf } from './shape-locale.ts'

export type ChoiceShape = TLBaseShape<typeof CHOICE_TYPE, ChoiceProps>

/** The second press of a double-click would take back what the first one ticked. */
const DOUBLE_MS = 400

/** Options to be ticked: with a click, or opened with Enter by arrows and Space. */
export class ChoiceUtil extends DrawnShapeUtil<ChoiceShape> {
  static override type = CHOICE_TYPE
  #tickedAt = Number.NEGATIVE_INFINITY

  override getDefaultProps(): ChoiceProps {
    return { w: 640, textSize: 22, question: '', kind: 'one', options: [], chosen: '' }
  }

  override getGeometry({ props }: ChoiceShape): Geometry2d {
    return new Rectangle2d({ width: props.w, height: Math.max(1, choiceLayout(props).h), isFilled: true })
  }

  override isAspectRatioLocked(): boolean {
    return false
  }

  override onResize(shape: ChoiceShape, { scaleX, initialShape, newPoint }: TLResizeInfo<ChoiceShape>): ChoiceShape {
    const w = Math.min(CHOICE_WIDTH.most, Math.max(CHOICE_WIDTH.least, initialShape.props.w * Math.abs(scaleX)))
    return { ...shape, x: newPoint.x, props: { ...shape.props, w } }
  }

  override onClick(shape: ChoiceShape): TLShapePartial<ChoiceShape> | undefined {
    if (this.editor.getIsReadonly()) return undefined
    const { x, y } = this.editor.getPointInShapeSpace(shape, this.editor.inputs.currentPagePoint)
    const at = choiceLayout(shape.props).options.findIndex(
      (option) => x >= option.x && x <= option.x + option.w && y >= option.y && y <= option.y + option.h,
    )
    if (at < 0) return undefined
    const now = performance.now()
    const isSecond = now - this.#tickedAt < DOUBLE_MS
    this.#tickedAt = now
    // Nothing changed, and nothing selected either.
    return { id: shape.id, type: shape.type, props: isSecond ? {} : tickChange(shape.props, at) }
  }

  override getText({ props }: ChoiceShape): string {
    return [props.question, ...chosenWords(props)].filter((words) => words !== '').join('\n')
  }

  override getAriaDescriptor(shape: ChoiceShape): string {
    const locale = localeOf(this.editor)
    const states = optionStates(shape.props)
    const options = shape.props.options.map(({ label }, i) =>
      [label, stateWords(states[i] ?? 'open')?.[locale]].filter((words) => words !== undefined).join(' – '),
    )
    const example = metaOf(shape).example === true ? exampleWord(locale) : ''
    return [shape.props.question, ...options, example].filter((words) => words !== '').join(', ')
  }

  protected override draw({ props }: ChoiceShape, drawn: Drawn): ReactElement {
    return <ChoiceDrawing props={props} drawn={drawn} />
  }

  protected override whenOpen(shape: ChoiceShape): ReactElement {
    return <OpenChoice shape={shape} />
  }

  override indicator(shape: ChoiceShape): ReactElement {
    return <rect width={shape.props.w} height={choiceLayout(shape.props).h} rx={6} />
  }
}

/** The options as keys reach them, while I have the choice open. */
function OpenChoice({ shape: { id, type, props } }: { shape: ChoiceShape }) {
  const editor = useEditor()
  if (!useIsEditing(id)) return null
  const tick = (index: number) => {
    editor.markHistoryStoppingPoint('tick')
    editor.updateShape({ id, type, props: tickChange(props, index) })
  }
  return (
    <HTMLContainer className="board-choice">
      <ChoiceKeys props={props} tick={tick} />
    </HTMLContainer>
  )
}

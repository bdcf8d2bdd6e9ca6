import { metaOf } from '@samtavle/shared/board-meta'
import { type CardPlace, cardLayout } from '@samtavle/shared/card-layout'
import { CARD_SIZE, CARD_TYPE, CARD_WIDTH, type CardProps, cardParts } from '@samtavle/shared/card-shape'
import { exampleWord } from '@samtavle/shared/note-words'
import {
  Box,
  type Editor,
  type Geometry2d,
  HTMLContainer,
  Rectangle2d,
  resizeBox,
  type TLBaseShape,
  type TLResizeInfo,
  useEditor,
  useIsEditing,
  type VecLike,
} from '@tldraw/tldraw'
import type { ReactElement } from 'react'
import { bringIntoView } from '../write-note.ts'
import { CardDrawing } from './card-drawing.tsx'
import { CardForm } from './card-form.tsx'
import type { Drawn } from './drawn.ts'
import { DrawnShapeUtil } from './drawn-shape-util.tsx'
import { localeOf } from './shape-locale.ts'

export type CardShape = TLBaseShape<typeof CARD_TYPE, CardProps>

/** A card with named fields and a status. A double-click or Enter opens it. */
export class CardUtil extends DrawnShapeUtil<CardShape> {
  static override type = CARD_TYPE

  override getDefaultProps(): CardProps {
    return { ...CARD_SIZE, name: '', framed: true, fields: [], picks: [] }
  }

  override getGeometry({ props }: CardShape): Geometry2d {
    return new Rectangle2d({ width: props.w, height: cardLayout(props).h, isFilled: true })
  }

  /** Which card was pressed to open it, and where: keys open it at its first field. */
  #pressed: { id: CardShape['id']; at: VecLike } | undefined

  override onDoubleClick(shape: CardShape): undefined {
    this.#pressed = { id: shape.id, at: this.editor.getPointInShapeSpace(shape, this.editor.inputs.currentPagePoint) }
  }

  /** Said once. */
  takePressed(id: CardShape['id']): VecLike | undefined {
    const pressed = this.#pressed
    this.#pressed = undefined
    return pressed?.id === id ? pressed.at : undefined
  }

  override onResize(shape: CardShape, info: TLResizeInfo<CardShape>): CardShape {
    const { least, most } = CARD_WIDTH
    const limits = { minWidth: least, maxWidth: most, minHeight: 100, maxHeight: 20_000 }
    const { x, y, props } = resizeBox(shape, info, limits)
    return { ...shape, x, y, props: { ...shape.props, w: props.w, h: props.h } }
  }

  override getText({ props }: CardShape): string {
    return cardParts(props)
      .map(({ text }) => text)
      .join('\n')
  }

  override getAriaDescriptor(shape: CardShape): string {
    const parts = cardParts(shape.props).map(({ label, text }) => `${label}: ${text}`)
    const example = metaOf(shape).example === true ? exampleWord(localeOf(this.editor)) : ''
    return [shape.props.name, ...parts, example].filter((words) => words !== '').join(', ')
  }

  protected override draw({ props }: CardShape, drawn: Drawn): ReactElement {
    return <CardDrawing props={props} drawn={drawn} />
  }

  protected override whenOpen(shape: CardShape): ReactElement {
    return <OpenCard shape={shape} util={this} />
  }

  override indicator(shape: CardShape): ReactElement {
    return <rect width={shape.props.w} height={cardLayout(shape.props).h} rx={shape.props.framed ? 10 : 6} />
  }
}

/** The fields of a card, while I have it open. */
function OpenCard({ shape: { id, type, props }, util }: { shape: CardShape; util: CardUtil }) {
  const editor = useEditor()
  if (!useIsEditing(id)) return null
  return (
    <HTMLContainer className="board-card">
      <CardForm
        props={props}
        takePressed={() => util.takePressed(id)}
        show={(place) => bringIntoView(editor, pageBox(editor, id, place))}
        write={(next) => editor.updateShape<CardShape>({ id, type, props: next })}
      />
    </HTMLContainer>
  )
}

/** Where a part of a card lies on the page; cards are not turned. */
function pageBox(editor: Editor, id: CardShape['id'], { x, y, w, h }: CardPlace): Box {
  const corner = editor.getShapePageBounds(id)?.point ?? { x: 0, y: 0 }
  return new Box(corner.x + x, corner.y + y, w, h)
}

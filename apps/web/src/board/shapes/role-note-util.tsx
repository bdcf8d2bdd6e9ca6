import { NOTE_FOOT, NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { noteLook, type Theme } from '@samtavle/shared/palette'
import {
  type Editor,
  type Geometry2d,
  Group2d,
  NoteShapeUtil,
  type SvgExportContext,
  type TLNoteShape,
} from '@tldraw/tldraw'
import type { ReactElement, ReactNode } from 'react'
import { metaOf, roleOf } from '../board-meta.ts'
import { exampleWord } from './note-words.ts'
import { localeOf } from './shape-locale.ts'

const NOTE = 200
const PADDING = 16

/** tldraw's note with our paper: role word and sign at the foot, an edge below, examples dashed and named. */
export class RoleNoteUtil extends NoteShapeUtil {
  override component(note: TLNoteShape): ReactElement {
    // Called, not rendered, and without a hook: tldraw tracks what is read here, and a hook of each of 5,000 notes
    // costs more memory than their words.
    return noteSheet(this.editor, note, super.component(note))
  }

  override getAriaDescriptor(note: TLNoteShape): string {
    const locale = localeOf(this.editor)
    const role = roleOf(note)
    const parent = this.editor.getShapeParent(note)
    const words = [
      this.getText(note),
      role && NOTE_ROLE_LOOK[role].name[locale],
      metaOf(note).example === true && exampleWord(locale),
      parent?.type === 'frame' && (parent.props as { name: string }).name,
    ]
    return words.filter(Boolean).join(', ')
  }

  override toSvg(note: TLNoteShape, context: SvgExportContext): ReactElement {
    const look = noteLook(context.isDarkMode ? 'dark' : 'light', note.props.color)
    const locale = localeOf(this.editor)
    const role = roleOf(note)
    const height = NOTE + note.props.growY
    const text = { fill: look.text, fontFamily: 'tldraw_sans, sans-serif', fontSize: 15, fontWeight: 600 }
    return (
      <>
        {super.toSvg(note, context)}
        <rect y={height - 2} width={NOTE} height={2} fill={look.edge} />
        {metaOf(note).example === true && (
          <>
            <rect
              x={4}
              y={4}
              width={NOTE - 8}
              height={height - 10}
              fill="none"
              stroke={look.edge}
              strokeDasharray="6 4"
              strokeWidth={1.5}
            />
            <text
              x={NOTE - 14}
              y={9}
              textAnchor="end"
              {...text}
              fontSize={13}
              stroke={look.fill}
              strokeWidth={6}
              paintOrder="stroke"
            >
              {exampleWord(locale)}
            </text>
          </>
        )}
        {role && (
          <text x={PADDING} y={height - PADDING} {...text}>
            {NOTE_ROLE_LOOK[role].name[locale]}
          </text>
        )}
        {role && (
          <text x={NOTE - PADDING} y={height - PADDING} textAnchor="end" {...text}>
            {NOTE_ROLE_LOOK[role].sign}
          </text>
        )}
      </>
    )
  }

  override onBeforeCreate(next: TLNoteShape): TLNoteShape {
    return this.#withRoomForFoot(super.onBeforeCreate(next) ?? next)
  }

  override onBeforeUpdate(before: TLNoteShape, next: TLNoteShape): TLNoteShape | undefined {
    const { props } = next
    const same =
      before.props.richText === props.richText && before.props.font === props.font && before.props.size === props.size
    if (same) return undefined
    return this.#withRoomForFoot(super.onBeforeUpdate(before, next) ?? next)
  }

  /** tldraw lets a note grow when its words reach its edge; ours grows when they reach the foot line. */
  #withRoomForFoot(note: TLNoteShape): TLNoteShape {
    const label = labelOf(this.getGeometry(note))
    if (label === undefined) return note
    const growY = Math.max(0, Math.ceil(label.bounds.h / note.props.scale + NOTE_FOOT - NOTE))
    return growY === note.props.growY ? note : { ...note, props: { ...note.props, growY } }
  }
}

function labelOf(geometry: Geometry2d): Geometry2d | undefined {
  return geometry instanceof Group2d ? geometry.children.find((child) => child.isLabel) : undefined
}

function noteSheet(editor: Editor, note: TLNoteShape, children: ReactNode): ReactElement {
  const theme: Theme = editor.user.getIsDarkMode() ? 'dark' : 'light'
  const locale = localeOf(editor)
  const role = roleOf(note)
  const look = noteLook(theme, note.props.color)
  const { scale } = note.props
  const isExample = metaOf(note).example === true
  return (
    <div
      className="board-note"
      data-example={isExample}
      style={
        {
          '--note-fill': look.fill,
          '--note-edge': look.edge,
          '--note-text': look.text,
          '--note-scale': scale,
          width: NOTE * scale,
          height: (NOTE + note.props.growY) * scale,
        } as React.CSSProperties
      }
    >
      {children}
      {isExample && (
        <span className="board-note__example" aria-hidden>
          {exampleWord(locale)}
        </span>
      )}
      {role && (
        <div className="board-note__foot" data-sign={NOTE_ROLE_LOOK[role].sign} aria-hidden>
          {NOTE_ROLE_LOOK[role].name[locale]}
        </div>
      )}
    </div>
  )
}

import { metaOf } from '@samtavle/shared/board-meta'
import { NOTE_FOOT, NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { exampleWord, internalWord } from '@samtavle/shared/note-words'
import { dashColour, noteLook, type Theme } from '@samtavle/shared/palette'
import {
  type Editor,
  type Geometry2d,
  Group2d,
  NoteShapeUtil,
  type SvgExportContext,
  type TLNoteShape,
  unsafe__withoutCapture,
} from '@tldraw/tldraw'
import i18next from 'i18next'
import { Children, type ReactElement, type ReactNode } from 'react'
import { isNote, roleOf } from '../board-meta.ts'
import { noteVotes } from '../note-votes.ts'
import { placeInWords } from '../section-place.ts'
import { measureOnce } from '../text/text-sizes.ts'
import { NoteAttention } from './note-attention.ts'
import { noteLabel } from './note-label.tsx'
import { localeOf } from './shape-locale.ts'

const NOTE = 200
const PADDING = 16

/** tldraw's note with our paper: role word and sign at the foot, an edge below, examples dashed and named. */
export class RoleNoteUtil extends NoteShapeUtil {
  #attention: NoteAttention | undefined

  override component(note: TLNoteShape): ReactElement {
    // Without a hook: tldraw tracks what is read here, and a hook of each of 5,000 notes costs more memory than their
    // words.
    this.#attention ??= new NoteAttention(this.editor)
    return noteSheet(
      this.editor,
      note,
      <>
        {noteLabel(this.editor, note, this.#attention.of(note.id))}
        {note.props.url !== '' && <LinkButton draw={() => super.component(note)} />}
      </>,
    )
  }

  override getGeometry(note: TLNoteShape): Group2d {
    // All at once, with the first that is asked for, which is before the canvas is there.
    measureOnce(this.editor, () => this.#measureAll())
    return super.getGeometry(note)
  }

  #measureAll(): void {
    for (const record of unsafe__withoutCapture(() => this.editor.store.allRecords())) {
      // A copy, because tldraw keeps what it measures by record.
      if (record.typeName === 'shape' && isNote(record)) super.getGeometry({ ...record })
    }
  }

  override getAriaDescriptor(note: TLNoteShape): string {
    const locale = localeOf(this.editor)
    const role = roleOf(note)
    const votes = noteVotes(this.editor).get(note.id) ?? 0
    const words = [
      this.getText(note),
      role && NOTE_ROLE_LOOK[role].name[locale],
      metaOf(note).example === true && exampleWord(locale),
      metaOf(note).internal === true && internalWord(locale),
      this.#placeOf(note),
      votes > 0 && i18next.t('vote:votes', { count: votes }),
    ]
    return words.filter(Boolean).join(', ')
  }

  /** "Smertepunkter · 4. Jeg får svar"; in a frame of one's own its name. */
  #placeOf(note: TLNoteShape): string {
    const parent = this.editor.getShapeParent(note)
    return placeInWords(this.editor, note) || (parent?.type === 'frame' ? (parent.props as { name: string }).name : '')
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
              stroke={dashColour(look)}
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
        {metaOf(note).internal === true && (
          <text x={14} y={9} {...text} fontSize={13} stroke={look.fill} strokeWidth={6} paintOrder="stroke">
            {internalWord(locale)}
          </text>
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

/** The button of a note's link is tldraw's own: what its note has behind the sheet. */
function LinkButton({ draw }: { draw: () => ReactElement<{ children?: ReactNode }> }): ReactNode {
  return Children.toArray(draw().props.children).at(1)
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
      id={note.id}
      className="tl-note__container board-note"
      data-example={isExample}
      style={
        {
          '--note-fill': look.fill,
          '--note-edge': look.edge,
          '--note-text': look.text,
          ...(isExample && { '--note-dash': dashColour(look) }),
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
      {metaOf(note).internal === true && (
        <span className="board-note__internal" aria-hidden>
          {internalWord(locale)}
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

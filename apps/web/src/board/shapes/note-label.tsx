import {
  type Editor,
  getDefaultColorTheme,
  LABEL_FONT_SIZES,
  preventDefault,
  RichTextArea,
  renderHtmlFromRichText,
  TEXT_PROPS,
  type TLEventInfo,
  type TLNoteShape,
  useEditableRichText,
} from '@tldraw/tldraw'
import type { PointerEvent, ReactElement } from 'react'
import type { Attention } from './note-attention.ts'

/** Around the words of a note: tldraw's own, which it does not export. */
const PADDING = 16

/**
 * The words of a note, in the elements and with the marks that tldraw's `RichTextLabel` gives them. That one keeps some
 * twenty hooks a note, whether anybody writes in it or not: half the time and memory of opening a large board. Here a
 * note at rest is elements alone, and whoever is about to write finds the text editor in the same place.
 */
export function noteLabel(editor: Editor, note: TLNoteShape, attention: Attention): ReactElement | null {
  const { props } = note
  const isWriting = attention === 'writing'
  const isEmpty = isEmptyText(props.richText)
  if (isEmpty && !isWriting) return null
  const html = renderHtmlFromRichText(editor, props.richText)
  // Only links have a use for the tool: reading it would draw all notes anew when it changes.
  const hasLinks = html.includes('<a ')
  const isSelecting = hasLinks && editor.getCurrentToolId() === 'select'
  const fontSize = (props.fontSizeAdjustment || LABEL_FONT_SIZES[props.size]) * props.scale
  const colours = getDefaultColorTheme({ isDarkMode: editor.user.getIsDarkMode() })
  const isNear = isWriting || attention === 'near'
  return (
    <div
      className="tl-text-label tl-text-wrapper tl-rich-text-wrapper"
      aria-hidden={!isWriting}
      data-font={props.font}
      data-align={props.align}
      data-hastext={!isEmpty}
      data-isediting={isWriting}
      data-textwrap
      data-isselected={attention !== 'none' && editor.getOnlySelectedShapeId() === note.id}
      style={{
        justifyContent: placeOf(props.align),
        alignItems: placeOf(props.verticalAlign),
        padding: PADDING * props.scale,
      }}
    >
      <div
        className="tl-text-label__inner tl-text-content__wrapper"
        style={{
          fontSize,
          lineHeight: TEXT_PROPS.lineHeight,
          minHeight: Math.floor(fontSize * TEXT_PROPS.lineHeight),
          color: props.labelColor === 'black' ? colours[props.color].note.text : colours[props.labelColor].fill,
        }}
      >
        <div className="tl-text tl-text-content" dir="auto">
          <div
            className="tl-rich-text"
            data-is-select-tool-active={isSelecting}
            data-is-ready-for-editing={isNear}
            // Made by the editor's schema, as in its own label.
            dangerouslySetInnerHTML={{ __html: html }}
            onPointerDown={hasLinks ? (event) => followLink(editor, event) : undefined}
          />
        </div>
        {attention !== 'none' && <WritingArea note={note} />}
      </div>
    </div>
  )
}

/** Where the words are written, over those that are read. It is there before anybody writes, for keyboards on screens. */
function WritingArea({ note }: { note: TLNoteShape }) {
  const { rInput, isEmpty, isReadyForEditing, ...area } = useEditableRichText(note.id, note.type, note.props.richText)
  return <RichTextArea ref={rInput} richText={note.props.richText} shapeId={note.id} hasCustomTabBehavior {...area} />
}

const placeOf = (align: string): string =>
  align === 'middle' || align.endsWith('-legacy') ? 'center' : align === 'start' || align === 'end' ? align : 'center'

function isEmptyText({ content }: TLNoteShape['props']['richText']): boolean {
  const [first] = content as ({ content?: unknown } | undefined)[]
  return content.length === 1 && !first?.content
}

/** A click on a link opens it beside the board; a note that is dragged by its link is only dragged. */
function followLink(editor: Editor, event: PointerEvent): void {
  const link = event.target instanceof HTMLElement ? event.target.closest('a') : null
  if (link === null) return
  preventDefault(event)
  if (editor.getCurrentToolId() !== 'select') return
  let dragged = false
  const follow = (info: TLEventInfo) => {
    dragged ||= editor.inputs.isDragging
    if (info.name !== 'pointer_up') return
    editor.off('event', follow)
    if (!dragged) window.open(link.getAttribute('href') ?? '', '_blank', 'noopener, noreferrer')
  }
  editor.on('event', follow)
}

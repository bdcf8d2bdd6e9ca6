import { type CSSProperties, type ReactElement, useLayoutEffect, useRef } from 'react'

/** All fields of a card together stay below what a record may hold. */
const LONGEST = 1500

type CardFieldAreaProps = {
  /** In UTF-16 units; as much as a card's field holds when left out. */
  longest?: number
  label: string
  hint: string
  /** What the board holds. */
  text: string
  /** Of the letters, in px of the board. */
  size: number
  style: CSSProperties
  onBegin(): void
  onWrite(text: string): void
}

/**
 * A field to write in. Its words are the browser's while letters are composed; what others write in the same field comes
 * in around the caret.
 */
export function CardFieldArea(props: CardFieldAreaProps): ReactElement {
  const { label, hint, text, size, style, longest = LONGEST, onBegin, onWrite } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const isComposing = useRef(false)

  useLayoutEffect(() => {
    const element = area.current
    if (element === null || element.value === text || isComposing.current) return
    const { selectionStart, selectionEnd, value } = element
    element.value = text
    if (element.ownerDocument.activeElement !== element) return
    element.setSelectionRange(caretAfter(value, text, selectionStart), caretAfter(value, text, selectionEnd))
  }, [text])

  return (
    <textarea
      ref={area}
      aria-label={label}
      placeholder={hint}
      defaultValue={text}
      maxLength={longest}
      className="board-card__field"
      style={{ ...style, fontSize: size }}
      onFocus={onBegin}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={({ currentTarget }) => {
        isComposing.current = false
        onWrite(currentTarget.value)
      }}
      onChange={({ currentTarget }) => {
        if (!isComposing.current) onWrite(currentTarget.value)
      }}
    />
  )
}

/** Where a caret stands when a text becomes another one: behind the same letters where those before it are the same. */
function caretAfter(before: string, after: string, caret: number): number {
  let same = 0
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same += 1
  return caret <= same ? caret : Math.max(same, caret + after.length - before.length)
}

import { MATRIX_TEXT_SIZE, matrixLayout } from '@samtavle/shared/matrix-layout'
import { endsOf, isQuadrant, MATRIX_NAMES, type MatrixProps } from '@samtavle/shared/matrix-shape'
import { useEditor } from '@tldraw/tldraw'
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CardFieldArea } from './card-field-area.tsx'

const LONGEST_NAME = 120
/** Around the words, as the edge of the field takes it. */
const EDGE = 12

/** An opened matrix: Tab goes from name to name, Enter and Escape leave. What is typed is on the board at once. */
export function MatrixForm({
  props,
  write,
}: {
  props: MatrixProps
  write(props: Partial<MatrixProps>): void
}): ReactElement {
  const editor = useEditor()
  const { t } = useTranslation('structured')
  const form = useRef<HTMLFieldSetElement>(null)
  const fields = () => [...(form.current?.querySelectorAll('textarea') ?? [])]

  useEffect(() => {
    fields()[0]?.focus({ preventScroll: true })
    // Once, when it is opened.
  }, [])

  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const all = fields()
    const isAtEnd = event.key === 'Tab' && event.target === (event.shiftKey ? all[0] : all.at(-1))
    if (event.key !== 'Escape' && event.key !== 'Enter' && !isAtEnd) return
    event.preventDefault()
    editor.complete()
  }
  const { labels } = matrixLayout(props)

  return (
    <fieldset
      ref={form}
      className="board-own-fields"
      aria-label={props.name}
      onKeyDown={press}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {MATRIX_NAMES.map((name) => {
        const place = labels.find((label) => label.name === name)
        const { x = 0, y = 0, w = 0, h = 0, align = 'start' } = place ?? {}
        const box = { left: x - EDGE, top: y - EDGE, width: w + 2 * EDGE, height: h + 2 * EDGE }
        return (
          <CardFieldArea
            key={name}
            label={t(`matrix_${name}`)}
            hint={isQuadrant(name) ? endsOf(props, name) : ''}
            text={props[name]}
            size={MATRIX_TEXT_SIZE}
            longest={LONGEST_NAME}
            style={{ ...box, textAlign: align === 'middle' ? 'center' : align }}
            onBegin={() => editor.markHistoryStoppingPoint('name a matrix')}
            // A name is one line; it is broken where it has to be.
            onWrite={(text) => write({ [name]: text.replace(/\s*\n\s*/g, ' ') })}
          />
        )
      })}
    </fieldset>
  )
}

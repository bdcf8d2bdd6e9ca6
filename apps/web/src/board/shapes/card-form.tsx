import { type CardPlace, cardLayout } from '@samtavle/shared/card-layout'
import { type CardOption, type CardProps, fieldText, missingFor } from '@samtavle/shared/card-shape'
import { useEditor } from '@tldraw/tldraw'
import { type CSSProperties, type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CardFieldArea } from './card-field-area.tsx'

type CardFormProps = {
  props: CardProps
  /** Where the card was pressed, in its own coordinates; undefined when it was opened by keys. */
  takePressed(): { x: number; y: number } | undefined
  /** A part of the card is written in now. */
  show(place: CardPlace): void
  write(props: Partial<CardProps>): void
}

const place = ({ x, y, w, h }: CardPlace): CSSProperties => ({ left: x, top: y, width: w, height: h })

/** An opened card: Tab goes from field to field, and Escape leaves. What is typed is on the board at once. */
export function CardForm({ props, takePressed, show, write }: CardFormProps): ReactElement {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const form = useRef<HTMLFieldSetElement>(null)
  const layout = cardLayout(props)
  const controls = () => [...(form.current?.querySelectorAll<HTMLElement>('select, textarea') ?? [])]

  useEffect(() => {
    const boxes = [...layout.picks, ...layout.fields].map(({ box }) => box)
    const opened = takePressed()
    const pressed = opened && boxes.findIndex(({ y, h }) => opened.y <= y + h)
    const at = pressed === undefined || pressed < 0 ? layout.picks.length : pressed
    controls()[at]?.focus({ preventScroll: true })
    // Once, when it is opened.
  }, [])

  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const all = controls()
    const isAtEnd = event.key === 'Tab' && event.target === (event.shiftKey ? all[0] : all.at(-1))
    if (event.key !== 'Escape' && !isAtEnd) return
    event.preventDefault()
    editor.complete()
  }
  const stop = () => editor.markHistoryStoppingPoint('write on a card')
  const named = (option: CardOption): string => {
    const missing = missingFor(props, option)
    return missing.length === 0 ? option.label : t('cardMissing', { option: option.label, fields: missing.join(' · ') })
  }

  return (
    <fieldset
      ref={form}
      className="board-own-fields"
      aria-label={props.name}
      onKeyDown={press}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {props.picks.map(({ key, label, options }, i) => (
        <select
          key={key}
          aria-label={label}
          className="board-card__pick"
          style={place(layout.picks[i]?.box ?? NOWHERE)}
          value={props[`pick${i + 1}`] ?? ''}
          onChange={({ target }) => {
            stop()
            write({ [`pick${i + 1}`]: target.value })
          }}
        >
          <option value="">–</option>
          {options.map((option) => (
            <option key={option.key} value={option.key} disabled={missingFor(props, option).length > 0}>
              {named(option)}
            </option>
          ))}
        </select>
      ))}
      {props.fields.map(({ key, label, hint }, i) => (
        <CardFieldArea
          key={key}
          label={label}
          hint={hint}
          text={fieldText(props, i)}
          size={layout.fields[i]?.text.size ?? 22}
          style={place(layout.fields[i]?.box ?? NOWHERE)}
          onBegin={() => {
            stop()
            show(layout.fields[i]?.box ?? NOWHERE)
          }}
          onWrite={(text) => write({ [`text${i + 1}`]: text })}
        />
      ))}
    </fieldset>
  )
}

const NOWHERE: CardPlace = { x: 0, y: 0, w: 0, h: 0 }

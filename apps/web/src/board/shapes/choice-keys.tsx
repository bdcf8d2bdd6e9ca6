import { choiceLayout } from '@samtavle/shared/choice-layout'
import { type ChoiceProps, optionStates } from '@samtavle/shared/choice-shape'
import { useEditor } from '@tldraw/tldraw'
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react'

const NEXT: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The options of an opened choice for the keyboard: arrows go along, Space ticks, Escape and Tab leave. */
export function ChoiceKeys({ props, tick }: { props: ChoiceProps; tick(index: number): void }): ReactElement {
  const editor = useEditor()
  const group = useRef<HTMLDivElement & HTMLFieldSetElement>(null)
  const states = optionStates(props)
  const isSeveral = props.kind === 'several'
  const first = Math.max(
    0,
    states.findIndex((state) => state === 'ticked' || state === 'here'),
  )
  const buttons = () => [...(group.current?.querySelectorAll('input') ?? [])]

  useEffect(() => {
    buttons()[first]?.focus({ preventScroll: true })
    // Once, when it is opened.
  }, [])

  const press = (event: KeyboardEvent, index: number) => {
    const step = NEXT[event.key]
    if (step !== undefined) {
      const all = buttons()
      all[(index + step + all.length) % all.length]?.focus({ preventScroll: true })
    } else if (event.key === 'Escape' || event.key === 'Tab') editor.complete()
    else if (event.key === ' ' || event.key === 'Enter') tick(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const options = choiceLayout(props).options.map(({ label, state, x, y, w, h }, i) => (
    <input
      key={props.options[i]?.key}
      type={isSeveral ? 'checkbox' : 'radio'}
      checked={state === 'ticked' || state === 'here'}
      readOnly
      aria-label={label}
      tabIndex={i === first ? 0 : -1}
      className="board-choice__option"
      style={{ left: x, top: y, width: w, height: h }}
      onKeyDown={(event) => press(event, i)}
      // What Space does of itself when it goes up is done already.
      onKeyUp={(event) => event.preventDefault()}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={({ detail }) => detail > 0 && tick(i)}
    />
  ))
  return isSeveral ? (
    <fieldset ref={group} aria-label={props.question} className="board-own-fields">
      {options}
    </fieldset>
  ) : (
    <div ref={group} role="radiogroup" aria-label={props.question}>
      {options}
    </div>
  )
}

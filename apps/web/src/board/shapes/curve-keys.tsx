import { stepAt } from '@samtavle/shared/curve-layout'
import {
  type CurveColumn,
  type CurveProps,
  middleStep,
  pointChange,
  spokenPoint,
  stepOf,
} from '@samtavle/shared/curve-shape'
import { useEditor } from '@tldraw/tldraw'
import { type KeyboardEvent, type PointerEvent, type ReactElement, useEffect, useRef } from 'react'
import { useOpenBoard } from '../board-context.tsx'
import { undoDirection } from '../use-undo-keys.ts'
import { localeOf } from './shape-locale.ts'

type CurveKeysProps = {
  props: CurveProps
  /** A column to begin in; undefined for the first. */
  takePressed(): string | undefined
  set(change: Partial<CurveProps>, isNewStep: boolean): void
}

const ASIDE: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
/** The bands reach beyond the best and the lowest step, so that both can be pressed. */
const BEYOND = 40

/**
 * An opened curve: up and down move a point, left and right lead to the next phase, Delete takes a point away, Ctrl-Z
 * takes back, Escape leaves.
 */
export function CurveKeys({ props, takePressed, set }: CurveKeysProps): ReactElement {
  const editor = useEditor()
  const { session } = useOpenBoard()
  const locale = localeOf(editor)
  const form = useRef<HTMLFieldSetElement>(null)
  const columns = [...props.columns].sort((a, b) => a.x - b.x)
  const inputs = () => [...(form.current?.querySelectorAll('input') ?? [])]

  useEffect(() => {
    const pressed = takePressed()
    const at = columns.findIndex(({ key }) => key === pressed)
    inputs()[Math.max(0, at)]?.focus({ preventScroll: true })
    // Once, when it is opened.
  }, [])

  const press = (event: KeyboardEvent, column: CurveColumn) => {
    const direction = undoDirection(event)
    if (direction !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      session.stepBack(direction)
      return
    }
    // Keys of the board and of the browser, which say nothing to a point.
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.stopPropagation()
    const all = inputs()
    const index = columns.indexOf(column)
    const isAtEnd = event.key === 'Tab' && index === (event.shiftKey ? 0 : all.length - 1)
    const aside = ASIDE[event.key]
    const change = changeBy(event.key, props, column)
    if (event.key === 'Escape' || event.key === 'Enter' || isAtEnd) editor.complete()
    else if (aside !== undefined) all[index + aside]?.focus({ preventScroll: true })
    else if (change !== undefined) set(change, !event.repeat)
    else return
    event.preventDefault()
  }
  const point = (event: PointerEvent<HTMLInputElement>, column: CurveColumn, isNewStep: boolean) => {
    const band = event.currentTarget.getBoundingClientRect()
    const y = ((event.clientY - band.top) / band.height) * (props.h + 2 * BEYOND) - BEYOND
    const change = pointChange(props, column, stepAt(props, y))
    if (stepOf(props, column) !== stepOf({ ...props, ...change }, column)) set(change, isNewStep)
  }

  return (
    <fieldset ref={form} className="board-own-fields" aria-label={props.name}>
      {columns.map((column) => (
        <input
          key={column.key}
          type="range"
          min={1}
          max={props.steps.length}
          step={1}
          value={stepOf(props, column) ?? middleStep(props)}
          aria-label={column.label}
          aria-valuetext={spokenPoint(props, column, locale)}
          aria-orientation="vertical"
          className="board-curve__point"
          style={{ left: column.x, top: -BEYOND, width: column.w, height: props.h + 2 * BEYOND }}
          onKeyDown={(event) => press(event, column)}
          // What comes from no key and no pointer: a screen reader's own gesture.
          onChange={({ target }) => set(pointChange(props, column, Number(target.value)), true)}
          onPointerDown={(event) => {
            event.stopPropagation()
            event.preventDefault()
            event.currentTarget.focus({ preventScroll: true })
            event.currentTarget.setPointerCapture(event.pointerId)
            point(event, column, true)
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event, column, false)
          }}
        />
      ))}
    </fieldset>
  )
}

/** What a key does to a point; undefined for a key that does nothing to it. */
function changeBy(key: string, props: CurveProps, column: CurveColumn): Partial<CurveProps> | undefined {
  const value = stepOf(props, column)
  const highest = props.steps.length
  switch (key) {
    // A point that nobody has set comes in where it waits.
    case 'ArrowUp':
      return pointChange(props, column, value === undefined ? middleStep(props) : value + 1)
    case 'ArrowDown':
      return pointChange(props, column, value === undefined ? middleStep(props) : value - 1)
    case 'Home':
      return pointChange(props, column, 1)
    case 'End':
      return pointChange(props, column, highest)
    case 'Delete':
    case 'Backspace':
      return pointChange(props, column, undefined)
    default: {
      const typed = /^[1-9]$/.test(key) ? Number(key) : undefined
      return typed === undefined || typed > highest ? undefined : pointChange(props, column, typed)
    }
  }
}

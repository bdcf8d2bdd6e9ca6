import { type KeyboardEvent, useRef } from 'react'

/**
 * Chooses what an arrow key moves the focus to. Radix does so only while the key is still down when the focus arrives:
 * a quick tap on a busy page moves the focus and chooses nothing.
 */
export function useArrowChoice<Value extends string>(onChoose: (value: Value) => void) {
  const byArrow = useRef(false)
  return {
    /** For the group. */
    group: {
      onKeyDown: ({ key }: KeyboardEvent) => {
        byArrow.current = key.startsWith('Arrow')
      },
      onPointerDown: () => {
        byArrow.current = false
      },
    },
    /** For each item. */
    item: (value: Value) => ({
      onFocus: () => {
        if (byArrow.current) onChoose(value)
        byArrow.current = false
      },
    }),
  }
}

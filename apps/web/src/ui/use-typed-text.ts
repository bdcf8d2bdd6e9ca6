import { createContext, useContext, useEffect, useRef, useState } from 'react'

const HeldContext = createContext(false)

/** While this is true nothing typed is told: whom it belongs to takes nothing now. It is told afterwards. */
export const HeldTyping = HeldContext.Provider

export const useIsHeld = (): boolean => useContext(HeldContext)

/**
 * Words in a field that belong to something which others change too. While somebody types, the field keeps what is
 * typed; it is told after a pause, and when the field is left.
 * @param pauseMs how long a pause is; 0 tells every key
 */
export function useTypedText(value: string, onTyped: (text: string) => void, pauseMs: number) {
  const isHeld = useIsHeld()
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ value, onTyped })
  latest.current = { value, onTyped }
  const waiting = useRef<string | null>(null)

  const tell = () => {
    if (isHeld) return
    const text = waiting.current
    waiting.current = null
    if (text !== null && text !== latest.current.value) latest.current.onTyped(text)
  }
  const teller = useRef(tell)
  teller.current = tell

  useEffect(() => {
    if (isHeld || typed === null || waiting.current === null) return
    const timer = setTimeout(() => teller.current(), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, pauseMs, isHeld])
  // What is typed is not lost with the field.
  useEffect(() => () => teller.current(), [])

  return {
    value: typed ?? value,
    type: (text: string) => {
      waiting.current = text
      setTyped(text)
      if (pauseMs === 0) teller.current()
    },
    leave: () => {
      teller.current()
      if (waiting.current === null) setTyped(null)
    },
  }
}

import { useEffect, useRef, useState } from 'react'

/** As long as somebody types, the address waits. */
const WRITE_AFTER_MS = 250

/**
 * Words that are searched for at every key and stand in the address a moment later. What the address says otherwise,
 * by the back button or a link, is taken over.
 * @param write puts the words into the address
 */
export function useTypedWords(inAddress: string, write: (words: string) => void): [string, (words: string) => void] {
  const [typed, setTyped] = useState(inAddress)
  /** Given to the address and not yet seen there: a word that is older than what is typed by now is no news. */
  const onTheirWay = useRef<string[]>([])
  const shown = useRef(inAddress)
  const latest = useRef(write)
  latest.current = write

  useEffect(() => {
    shown.current = inAddress
    const own = onTheirWay.current.indexOf(inAddress)
    if (own < 0) setTyped(inAddress)
    else onTheirWay.current.splice(0, own + 1)
  }, [inAddress])

  useEffect(() => {
    if (typed === shown.current) return
    const timer = setTimeout(() => {
      onTheirWay.current.push(typed)
      latest.current(typed)
    }, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [typed])

  return [typed, setTyped]
}

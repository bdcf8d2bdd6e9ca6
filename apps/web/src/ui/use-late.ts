import { useEffect, useState } from 'react'

/**
 * True once `active` has lasted for `ms` milliseconds: what is ready sooner needs no spinner and no skeleton, and
 * nothing flickers.
 */
export function useLate(active: boolean, ms = 400): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setLate(true), ms)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [active, ms])
  return active && late
}

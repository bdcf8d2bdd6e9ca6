import encodeQR from 'qr'
import { useMemo } from 'react'
import styles from './qr-code.module.css'

/** Fields around the code that stay empty, or cameras do not find it. */
const QUIET = 4

/** A picture code, dark on white in every theme: cameras take the other way round for noise. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className={[styles.code, className].filter(Boolean).join(' ')}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className={styles.paper} />
      <path d={path} className={styles.ink} />
    </svg>
  )
}

/** The fields of a code along a side, and the dark ones as a path of squares. */
export function drawn(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { border: QUIET, ecc: 'medium' })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size: rows.length, path: path.join('') }
}

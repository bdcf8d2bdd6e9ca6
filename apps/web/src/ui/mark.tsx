/** The mark: two overlapping squares, the part they share filled. Decorative; the name stands beside it. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="none" aria-hidden="true">
      <rect x="1.75" y="1.75" width="15" height="15" rx="3" stroke="currentColor" strokeWidth="2.25" />
      <rect x="9.25" y="9.25" width="15" height="15" rx="3" stroke="currentColor" strokeWidth="2.25" />
      <rect x="9.25" y="9.25" width="7.5" height="7.5" rx="1.5" fill="currentColor" />
    </svg>
  )
}

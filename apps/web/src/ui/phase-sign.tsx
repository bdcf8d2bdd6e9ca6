export type PhaseSignName = 'understand' | 'create' | 'work' | 'all'

/** The shape of a phase: ring, half, full; three small ones for the whole week. The word always stands beside it. */
export function PhaseSign({ phase, size = 18 }: { phase: PhaseSignName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" fill="none" aria-hidden="true" style={{ flex: 'none' }}>
      {phase === 'all' ? (
        <path d="M3.5 9h11M9 3.5v11" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
      ) : (
        <circle
          cx="9"
          cy="9"
          r="7.5"
          stroke="currentColor"
          strokeWidth="2.25"
          fill={phase === 'work' ? 'currentColor' : 'none'}
        />
      )}
      {phase === 'create' && <path d="M9 1.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor" />}
    </svg>
  )
}

import type { SnapshotPaper } from '@samtavle/shared/filing-api'

/** A sheet in points, and how text stands on it. */
export type PaperSheet = {
  width: number
  height: number
  margin: number
  columns: number
  /** Between columns. */
  gutter: number
  /** Size of everything, where that of A4 is 1. */
  scale: number
}

/** A3 is two pages of A4 beside each other; A0 is read from two steps away. */
const SHEETS: Record<SnapshotPaper, PaperSheet> = {
  a4: { width: 595.28, height: 841.89, margin: 56, columns: 1, gutter: 0, scale: 1 },
  a3: { width: 1190.55, height: 841.89, margin: 56, columns: 2, gutter: 48, scale: 1 },
  a0: { width: 2383.94, height: 3370.39, margin: 150, columns: 2, gutter: 110, scale: 2 },
}

export const paperSheet = (paper: SnapshotPaper): PaperSheet => SHEETS[paper]
